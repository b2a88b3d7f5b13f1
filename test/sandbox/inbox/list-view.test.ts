import { describe, expect, it } from 'vitest';
import { issue } from '../../../src/issues/index.ts';
import { listView } from '../../../src/sandbox/inbox/list-view.ts';
import { readQuery } from '../../../src/sandbox/inbox/query.ts';
import type { ReceivedMessage } from '../../../src/sandbox/index.ts';
import { received } from '../received.ts';

const shown = (messages: readonly ReceivedMessage[], query = ''): string =>
  String(listView(messages, readQuery(new URLSearchParams(query))));
const text = (number: number, change: Partial<ReceivedMessage> = {}) =>
  received({ kind: 'text', text: `word${number}` }, { number, ...change });
const report = (recipient: string, accepted = true) => ({ recipient, accepted, report: accepted ? -2 : 15 });

describe('the list of messages', () => {
  it('says how to send one where none has come, and that none is like the query', () => {
    expect(shown([])).toContain('No message has come yet.');
    expect(shown([text(1)], 'q=chair')).toContain('No message is like that.');
  });

  it('has the newest first, and marks the one that is open', () => {
    const list = shown([text(1), text(2)], 'open=2');
    expect([...list.matchAll(/<b>(.*?)<\/b>/g)].map(([, word]) => word)).toEqual(['word2', 'word1']);
    expect(list.match(/aria-current="true"/g)).toHaveLength(1);
    expect(list).toContain('<a href="/?open=2" aria-current="true">');
  });

  it('says to whom each went, and when it came', () => {
    expect(shown([text(1)])).toContain('#1 to </span></a>');
    expect(shown([text(1, { reports: [report('447700900123')] })])).toContain('#1 to 447700900123</span>');
    expect(shown([text(1, { reports: ['1', '2', '3'].map(to => report(to)) })])).toContain(
      'to 1 and 2 more<',
    );
    expect(shown([text(1, { receivedAt: '2030-05-04T19:05:00.000Z' })])).toContain(
      'title="2030-05-04 19:05:00 UTC">19:05</time>',
    );
    expect(shown([text(1)])).not.toContain('<time');
  });

  it('counts what was refused and what was odd', () => {
    const reports = [report('1'), report('2', false)];
    const list = shown([text(1, { reports, warnings: [issue('sandbox/get', 'sent by GET')] })]);
    expect(list).toContain('<span class="bad">1 refused</span><span class="warn">1 warning</span>');
    expect(shown([text(1, { reports: [report('1')] })])).not.toMatch(/class="(?:bad|warn)"/);
  });

  it('says how many are not kept any more', () => {
    expect(shown([text(1)])).not.toContain('not kept');
    expect(shown([text(2)])).toContain('The oldest message is not kept any more.');
    expect(shown([text(3)])).toContain('The oldest 2 messages are not kept any more.');
  });
});
