import { describe, expect, it } from 'vitest';
import { issue } from '../../../src/issues/index.ts';
import { detailView } from '../../../src/sandbox/inbox/detail-view.ts';
import { readQuery } from '../../../src/sandbox/inbox/query.ts';
import type { ReceivedMessage } from '../../../src/sandbox/index.ts';
import type { GatewayMessage } from '../../../src/submit/index.ts';
import { received } from '../received.ts';

const TEXT: GatewayMessage = { kind: 'text', to: ['447700900123'], text: 'Your\ntable' };

const shown = (message: ReceivedMessage, query = 'open=1'): string =>
  String(detailView(message, readQuery(new URLSearchParams(query))));
const reportsOf = (count: number) =>
  Array.from({ length: count }, (_, at) => ({
    recipient: `4477009${String(at).padStart(5, '0')}`,
    report: -2,
    accepted: true,
    text: 'Message queued',
    messageIdentifier: '1',
  }));

describe('the open message', () => {
  it('says what it is, from whom, and when it came where that is known', () => {
    expect(shown(received(TEXT))).toContain('<span class="kind text">Text</span> Your table</h2>');
    expect(shown(received(TEXT))).toContain('<p class="soft">#1 from A.1</p>');
    expect(shown(received(TEXT, { receivedAt: '2030-05-04T19:00:00.000Z' }))).toContain(
      '#1 from A.1, <time datetime="2030-05-04T19:00:00.000Z">2030-05-04 19:00:00 UTC</time>',
    );
  });

  it('counts reports and warnings, and is unfolded where there are warnings', () => {
    expect(shown(received(TEXT, { reports: reportsOf(1) }))).toContain(
      '<details><summary>1 report</summary>',
    );
    const warnings = [issue('sandbox/get', 'sent by GET')];
    const text = shown(received(TEXT, { reports: reportsOf(2), warnings }));
    expect(text).toContain('<details open><summary>2 reports, 1 warning</summary>');
    expect(text).toContain('<dt>warning</dt><dd class="warn">sent by GET</dd>');
  });

  it('shows the report on each number, as far as a page can hold them', () => {
    const [accepted] = reportsOf(1);
    if (accepted === undefined) throw new Error('no report');
    const { text: _, ...silent } = { ...accepted, report: 15, accepted: false };
    const text = shown(received(TEXT, { reports: [accepted, silent] }));
    expect(text).toContain('<dd class="">-2 Message queued</dd>');
    expect(text).toContain('<dd class="bad">15 </dd>');
    const many = shown(received(TEXT, { reports: reportsOf(103) }));
    expect(many.match(/Message queued/g)).toHaveLength(100);
    expect(many).toContain('<dd>and 3 more numbers</dd>');
  });

  it('says when it is to be sent, and what was done to its pictures', () => {
    expect(shown(received({ ...TEXT, delayMinutes: 5 }))).toContain('<dt>after</dt><dd class="">5 min</dd>');
    const sendAt = new Date('2030-05-04T09:00:00Z');
    expect(shown(received({ ...TEXT, sendAt }))).toContain(
      '<dt>at</dt><dd class="">2030-05-04T09:00:00.000Z</dd>',
    );
    const change = { name: 'a.png', inType: '', outType: '', inBytes: 2, outBytes: 1 };
    const changes = [
      { ...change, action: 'changed', steps: ['scaled to 8x8', 'to PNG'] },
      { ...change, name: 'b.png', action: 'kept', steps: [] },
    ] as const;
    const text = shown(received(TEXT, { delivery: { changes, warnings: [] } }));
    expect(text).toContain('<dt>a.png</dt><dd class="">scaled to 8x8, to PNG</dd>');
    expect(text).not.toContain('b.png');
  });

  it('can be looked at in the way that the address names, on ten phones where it is an MMS', () => {
    const frameOf = (message: ReceivedMessage, look: string) =>
      /<iframe src="([^"]*)"/.exec(shown(message, `open=1&look=${look}`))?.[1];
    const mms = received(
      { kind: 'mms', to: ['447700900123'], library: 80000 },
      { delivery: { mms: new Uint8Array(), changes: [], warnings: [] } },
    );
    expect(frameOf(mms, 'phones')).toBe('/messages/1/phones');
    expect(frameOf(received(TEXT), 'phones')).toBe('/messages/1/phone');
    expect(frameOf(received(TEXT), 'octets')).toBe('/messages/1/octets');
  });
});
