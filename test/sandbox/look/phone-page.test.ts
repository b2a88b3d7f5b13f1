import { describe, expect, it } from 'vitest';
import { parseRtttl } from '../../../src/ringtone/index.ts';
import type { Arrival } from '../../../src/sandbox/look/arrival.ts';
import { arrivalPage, phonePage } from '../../../src/sandbox/look/phone-page.ts';
import type { GatewayMessage } from '../../../src/submit/index.ts';
import { received } from '../received.ts';

const TEXT: GatewayMessage = { kind: 'text', to: ['447700900123'], text: 'Hi' };
const BITMAP = { width: 8, height: 1, rows: ['#.#.#.#.'] };
const TUNE = parseRtttl(':d=4:c');

const shown = (arrival: Arrival, message: GatewayMessage = TEXT): string =>
  phonePage(received(message, { number: 7 }), arrival);

describe('a message on the phone', () => {
  it('stands under the phone that it was sent to', () => {
    const arrival = { as: 'text', text: 'Hi' } as const;
    const captionOf = (message: GatewayMessage) =>
      /<figcaption class="soft">(.*?)<\/figcaption>/.exec(shown(arrival, message))?.[1];
    expect(captionOf(TEXT)).toBe('Any phone');
    expect(captionOf({ ...TEXT, phoneMake: 'Siemens' })).toBe('Siemens');
    expect(captionOf({ ...TEXT, phoneMake: 'Nokia', phoneModel: '6210' })).toBe('Nokia 6210');
  });

  it.each<[Arrival, string]>([
    [{ as: 'waiting', missing: [2, 3] }, 'the phone waits for part 2, 3.</p>'],
    [{ as: 'waiting', missing: [2], text: 'Half a' }, 'part 2.</p><div class="bubble lines">Half a</div>'],
    [{ as: 'octets', octets: new Uint8Array([1, 255]) }, '2 octets that no phone shows'],
    [{ as: 'octets', octets: new Uint8Array([1, 255]), port: 9 }, '2 octets for port 9 that'],
    [{ as: 'octets', octets: new Uint8Array([1, 255]) }, '<code>01ff</code>'],
    [{ as: 'octets', octets: new Uint8Array(65) }, `<code>${'00'.repeat(64)}&#8230;</code>`],
    [{ as: 'unreadable', reason: 'no tune' }, '<p class="refusal">no tune</p></figure>'],
    [{ as: 'unreadable', reason: 'no tune', text: 'x' }, 'no tune</p><p class="lines">x</p>'],
    [{ as: 'library', library: 10147 }, 'Number 10147 of the gateway'],
    [{ as: 'operator-logo', bitmap: BITMAP, network: '234-33' }, 'shown on phones in network 234-33'],
    [{ as: 'group-graphic', bitmap: BITMAP }, '<p class="calling">calling</p>'],
    [{ as: 'picture', bitmap: BITMAP, text: '' }, '</div><p class="keys"><span>Options</span>'],
  ])('%j is shown', (arrival, expected) => {
    expect(shown(arrival)).toContain(expected);
  });

  it('that is an MMS is left to the preview', async () => {
    const { presentation } = await import('../../../src/presentation/index.ts');
    const made = await presentation().slide({ text: 'Hi' }).build();
    expect(shown({ as: 'message', presentation: made })).toContain('An MMS is shown by the preview.');
  });

  it('that is a profile has the name, the tune and the screen saver that it brings', () => {
    const whole = shown({ as: 'profile', name: 'Loud', tune: TUNE, screenSaver: BITMAP });
    expect(whole).toContain('<p class="lines">Loud</p>');
    expect(whole).toContain('aria-label="The screen saver"');
    expect(whole).toContain('<section class="tune"><h2>Ringing tone</h2>');
    const bare = shown({ as: 'profile', name: 'Silent' });
    expect(bare).toContain('<p class="lines">Silent</p>');
    expect(bare).not.toMatch(/screen saver|class="tune"/);
  });

  it('that has several tunes lets each be heard', () => {
    const melody = { type: 'melody', tune: { ...TUNE, title: 'Scale' } } as const;
    const text = shown({ as: 'ems', items: [melody, melody] });
    expect(text).toContain('<h2>Scale</h2>');
    expect([...text.matchAll(/<audio[^>]* src="([^"]*)"/g)].map(([, address]) => address)).toEqual([
      '/messages/7/tune.wav',
      '/messages/7/tune2.wav',
    ]);
  });

  it.each([
    ['image/png', '<img src="/messages/7/file" alt="a.bin">'],
    ['audio/midi', '<audio controls preload="none" src="/messages/7/file">'],
    ['video/3gpp', '<video controls preload="none" src="/messages/7/file">'],
    [
      'application/java-archive',
      '</figcaption>\n<p class="soft">a.bin, 3 octets, application/java-archive</p>',
    ],
    [undefined, '<p class="soft">a.bin, 3 octets</p>'],
  ])('that is a file of type %s is seen, heard or named', (contentType, expected) => {
    const file = {
      name: 'a.bin',
      data: new Uint8Array(3),
      ...(contentType !== undefined && { contentType }),
    };
    expect(shown({ as: 'file', file })).toContain(expected);
  });
});

it('a page by itself takes sounds from where its maker says, and nothing from a server', () => {
  const text = arrivalPage(
    { as: 'tune', tune: TUNE },
    {
      title: 'A tune',
      caption: 'Nokia',
      phoneMake: 'Nokia',
      isServed: false,
      soundOf: () => 'data:audio/wav;base64,UklGRg==',
      fileAddress: '',
    },
  );
  expect(text).toContain('<audio controls preload="none" src="data:audio/wav;base64,UklGRg==">');
  expect(text).toContain('media-src data: blob:');
  expect(text).not.toContain('media-src &#39;self&#39;');
});
