import { describe, expect, it } from 'vitest';
import type { ServiceIndication } from '../../../src/push/index.ts';
import {
  indicationView,
  loadingView,
  notificationView,
  settingsView,
} from '../../../src/sandbox/look/push-views.ts';

const HREF = 'http://wap.example.com/';

describe('a service indication on the phone', () => {
  const shown = (indication: ServiceIndication): string => String(indicationView(indication));

  it('shows its text, its link and all that it says besides', () => {
    const text = shown({
      href: HREF,
      content: 'You have mail',
      action: 'signal-high',
      created: new Date('2030-05-04T09:00:00Z'),
      siExpires: '2030-05-05T09:00:00Z',
      info: [{ class: 'folder', pcdata: 'inbox' }],
    });
    expect(text).toContain('<p class="lines">You have mail</p><p class="link">http://wap.example.com/</p>');
    for (const [term, value] of [
      ['signal', 'high'],
      ['created', '2030-05-04T09:00:00Z'],
      ['expires', '2030-05-05T09:00:00Z'],
      ['folder', 'inbox'],
    ])
      expect(text).toContain(`<dt>${term}</dt><dd>${value}</dd>`);
  });

  it('shows nothing of what it does not say', () => {
    expect(shown({ siId: 'a' })).toContain(
      '<h2>Service message</h2>\n<dl><dt>signal</dt><dd>medium</dd></dl>',
    );
  });

  it.each<[ServiceIndication, string]>([
    [{ action: 'delete', siId: 'mail-1', href: HREF }, 'mail-1'],
    [{ action: 'delete', href: HREF }, HREF],
    [{ action: 'delete' }, ''],
  ])('of %j says what is withdrawn', (indication, name) => {
    expect(shown(indication)).toContain(`<h2>Service message withdrawn</h2><p>${name}</p>`);
  });
});

describe('a service loading on the phone', () => {
  it.each([
    [undefined, 'opened when nothing else goes on'],
    ['execute-low', 'opened when nothing else goes on'],
    ['execute-high', 'opened at once'],
    ['cache', 'fetched in silence, for later'],
  ] as const)('of action %s is %s', (action, does) => {
    expect(String(loadingView({ href: HREF, action }))).toContain(
      `<p class="link">${HREF}</p><p class="soft">${does}</p>`,
    );
  });
});

describe('an MMS that waits', () => {
  const NOTIFICATION = {
    messageType: 'm-notification-ind',
    transactionId: 'T1',
    mmsVersion: '1.0',
    messageClass: 'personal',
    messageSize: 1234,
    contentLocation: 'http://mms.example.com/1',
    warnings: [],
    unknown: [],
    applicationHeaders: [],
  } as const;

  it('says from whom it is, how large, and how long it can be had', () => {
    const text = String(
      notificationView({
        ...NOTIFICATION,
        from: '+447700900123/TYPE=PLMN',
        subject: 'The harbour',
        expiry: { relative: 3600 },
      }),
    );
    expect(text).toContain('<p class="lines">The harbour</p>');
    expect(text).toContain('<dt>from</dt><dd>+447700900123/TYPE=PLMN</dd>');
    expect(text).toContain('<dt>size</dt><dd>1234 octets</dd>');
    expect(text).toContain('<dt>expires</dt><dd>in 3600 s</dd>');
    expect(text).toContain('<dt>at</dt><dd>http://mms.example.com/1</dd>');
  });

  it('says when it ends, or nothing of it, and that nobody is named', () => {
    const absolute = new Date('2030-05-04T09:00:00Z');
    expect(String(notificationView({ ...NOTIFICATION, expiry: { absolute } }))).toContain(
      '<dt>expires</dt><dd>2030-05-04T09:00:00Z</dd>',
    );
    const text = String(notificationView(NOTIFICATION));
    expect(text).toContain('<dt>from</dt><dd>nobody that is named</dd>');
    expect(text).not.toContain('<dt>expires</dt>');
  });
});

describe('settings on the phone', () => {
  it('stand in their groups, flags as yes, secrets hidden', () => {
    const text = String(
      settingsView({
        characteristics: [
          {
            type: 'PXLOGICAL',
            content: [
              { name: 'PROXY-ID', value: 'proxy' },
              { name: 'PUSHENABLED' },
              { name: 'PXAUTH-PW', value: 'open sesame' },
              { type: 'PORT', value: '9201', content: [] },
            ],
          },
        ],
      }),
    );
    expect(text).toContain('<h3>PXLOGICAL</h3>');
    expect(text).toContain('<dt>PROXY-ID</dt><dd>proxy</dd>');
    expect(text).toContain('<dt>PUSHENABLED</dt><dd>yes</dd>');
    expect(text).toContain('<dt>PXAUTH-PW</dt><dd>••••</dd>');
    expect(text).toContain('<h3>PORT 9201</h3>');
    expect(text).not.toContain('sesame');
  });
});
