import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type EmsItem, encodeEms } from '../../../src/ems/index.ts';
import { isMmsError } from '../../../src/errors.ts';
import { composeTargets, Presentation } from '../../../src/presentation/index.ts';
import { toMidi } from '../../../src/ringtone/index.ts';
import { amr, latin1 } from '../../media/samples.ts';
import { messageOfSmil } from '../../preview/message.ts';

const PHOTO = join(import.meta.dirname, '../../../samples/harbour/noon.jpg');
const tune = {
  title: 'up',
  loop: 0,
  events: [{ note: 'c', octave: 5, duration: 4, modifier: 'none', bpm: 160 }],
} as const;
const slides = [
  { image: PHOTO, text: 'The harbour', audio: { data: toMidi(tune), name: 'up.mid' } },
  { text: 'Night falls' },
];

const sizeOf = (item: EmsItem | undefined): string | undefined =>
  item?.type === 'picture' ? `${item.rows[0]?.length}x${item.rows.length}` : undefined;

describe('a message for telephones of 2002', () => {
  it('has the picture, the tune and the text of each slide, in turn', async () => {
    const { items, issues } = await (await Presentation.fromManifest({ slides })).toEms();
    expect(issues).toEqual([]);
    expect(items).toEqual([
      expect.objectContaining({ type: 'picture', form: 'variable' }),
      { type: 'melody', tune: expect.objectContaining({ events: [expect.objectContaining({ note: 'c' })] }) },
      { type: 'text', text: 'The harbour\n' },
      { type: 'text', text: 'Night falls' },
    ]);
    expect(encodeEms(items, { to: '+447700900123' }).length).toBeGreaterThan(0);
  });

  it('has pictures as the make takes them', async () => {
    const presentation = await Presentation.fromManifest({ slides });
    expect(sizeOf((await presentation.toEms({ phoneMake: 'Ericsson' })).items[0])).toBe('32x32');
    expect(sizeOf((await presentation.toEms({ phoneMake: 'Siemens' })).items[0])).not.toBe('32x32');
  });

  it('has no film and no recorded sound, and says so', async () => {
    const film = { video: { data: new TextEncoder().encode('film'), name: 'a.3gp' }, text: 'A film' };
    const presentation = await Presentation.fromManifest({ slides: [film] });
    const { items, issues } = await presentation.toEms();
    expect(items).toEqual([{ type: 'text', text: 'A film' }]);
    expect(issues).toMatchObject([{ code: 'ems/left-out', path: 'parts[1]' }]);
  });

  it('without slides has its parts as they stand', async () => {
    const presentation = await Presentation.fromManifest({ slides, smil: 'never' });
    const { items } = await presentation.toEms();
    expect(items.map(({ type }) => type).sort()).toEqual(['melody', 'picture', 'text', 'text']);
  });

  it.each([
    ['Nokia', 'ems/no-ems'],
    ['Nokai', 'lint/unknown-make'],
  ])('is not for %s', async (phoneMake, code) => {
    const presentation = await Presentation.fromManifest({ slides });
    const refused = await presentation.toEms({ phoneMake }).catch((error: unknown) => error);
    expect(isMmsError(refused) && [refused.code, refused.path]).toEqual([code, 'phoneMake']);
  });

  it('is an output of a manifest, for the make of the target', async () => {
    const messages = await composeTargets({
      slides,
      targets: { t68i: { phoneMake: 'Ericsson' }, modern: {} },
      out: { mms: 'out/[target].mms', ems: 'out/[target].json' },
    });
    expect(messages.map(({ ems }) => sizeOf(ems?.[0]) === '32x32')).toEqual([true, false]);
    expect(messages.map(({ files }) => files.ems?.endsWith('.json'))).toEqual([true, true]);
    const [plain] = await composeTargets({ slides });
    expect(plain).not.toHaveProperty('ems');
  });
});

describe('what EMS has no form for', () => {
  const leftOut = async (name: string, data: Uint8Array, type?: string) => {
    const attachments = [{ data, name, ...(type === undefined ? {} : { type }) }];
    const message = await Presentation.fromManifest({ attachments });
    const { items, issues } = await message.toEms();
    expect(items).toEqual([]);
    return issues.map(({ message: said }) => said).join();
  };
  const long = { ...tune, events: Array.from({ length: 9000 }, () => tune.events[0]) };

  it('is left out, with the reason', async () => {
    expect(await leftOut('a.amr', amr(1))).toBe('a.amr: EMS has no form for audio/amr');
    expect(await leftOut('a.bin', latin1('x:d=4,o=5,b=63:c'), 'application/x-own')).toMatch(
      /^a\.bin: EMS has no form/,
    );
  });

  it('is a tune whose tempo changes', async () => {
    const [note] = tune.events;
    const slower = toMidi({ ...tune, events: [note, { ...note, bpm: 80 }] });
    expect(await leftOut('a.mid', slower)).toMatch(/^a\.mid: .*tempo/);
  });

  it('is a tune that is too long for it', async () => {
    expect(await leftOut('a.mid', toMidi(long))).toMatch(/^a\.mid: /);
  });

  it('is not a document that cannot be read', async () => {
    const { items, issues } = await Presentation.fromMms(messageOfSmil('<smil', [])).toEms();
    expect([items, issues]).toEqual([[], []]);
  });
});
