import { describe, expect, it } from 'vitest';
import { Ledger } from '../../../src/submit/journal/ledger.ts';
import { headLine, type JournalLine } from '../../../src/submit/journal/line.ts';
import type { JournalState } from '../../../src/submit/journal/states.ts';

const [A, B, C] = ['447700900121', '447700900122', '447700900123'] as const;

const plan = (...recipients: string[]): JournalLine => ({ line: 'plan', recipients });
const claim = (request: string, ...recipients: string[]): JournalLine => ({
  line: 'claim',
  request,
  recipients,
});
const answer = (request: string, state: JournalState, ...recipients: (readonly [string, JournalState])[]) =>
  ({
    line: 'answer',
    request,
    state,
    recipients: recipients.map(([recipient, one]) => ({ recipient, state: one })),
  }) satisfies JournalLine;
const resolve = (state: JournalState, ...recipients: string[]): JournalLine => ({
  line: 'resolve',
  recipients,
  state,
});

/** A ledger of a campaign with lines that fit. */
function ledgerOf(...lines: readonly JournalLine[]): Ledger {
  const ledger = new Ledger();
  for (const line of [headLine('c'), ...lines]) {
    if (!ledger.add(line)) throw new Error(`does not fit: ${JSON.stringify(line)}`);
  }
  return ledger;
}

const states = (ledger: Ledger): Record<string, JournalState> => Object.fromEntries(ledger.recipients);
const requests = (ledger: Ledger): unknown[] =>
  ledger.requests.map(({ key, state, recipients }) => [key, state, ...recipients.map(one => one.state)]);

describe('a ledger', () => {
  it('begins with the campaign, which is said once', () => {
    const ledger = new Ledger();
    expect(ledger.add(plan(A))).toBe(false);
    expect(ledger.campaign).toBeUndefined();
    expect(ledger.add(headLine('c'))).toBe(true);
    expect(ledger.campaign).toBe('c');
    expect(ledger.add(headLine('d'))).toBe(false);
    expect(ledger.campaign).toBe('c');
    expect(ledger.add(plan(A))).toBe(true);
  });

  it('plans each recipient once, and forgets nothing about him', () => {
    const ledger = ledgerOf(plan(A, B), claim('r1', A), plan(A, C));
    expect(states(ledger)).toEqual({ [A]: 'claimed', [B]: 'planned', [C]: 'planned' });
    expect(ledger.recipients.map(([recipient]) => recipient)).toEqual([A, B, C]);
    expect([A, 'x'].map(recipient => ledger.has(recipient))).toEqual([true, false]);
  });

  it('lets nobody be claimed twice, of several neither the others', () => {
    const ledger = ledgerOf(plan(A, B), claim('r1', A));
    expect(ledger.nextKey).toBe('r2');
    expect(ledger.add(claim('r2', A))).toBe(false);
    expect(ledger.add(claim('r2', B, A))).toBe(false);
    expect(ledger.add(claim('r1', B))).toBe(false);
    expect(states(ledger)).toEqual({ [A]: 'claimed', [B]: 'planned' });
    expect(requests(ledger)).toEqual([['r1', 'claimed', 'claimed']]);
    expect(ledger.add(claim('r2', B))).toBe(true);
    expect(ledger.nextKey).toBe('r3');
  });

  it.each<[JournalState, boolean]>([
    ['accepted', false],
    ['partial', false],
    ['rejected', false],
    ['not-sent', true],
    ['unknown', false],
  ])('lets one whose state is %s be sent to again: %s', (state, expected) => {
    const ledger = ledgerOf(plan(A), claim('r1', A), answer('r1', state, [A, state]));
    expect(ledger.mayBeSent(A)).toBe(expected);
    expect(ledger.add(claim('r2', A))).toBe(expected);
  });

  it('lets one be sent to who is planned or not known, not one who is claimed', () => {
    const ledger = ledgerOf(plan(A, B), claim('r1', A));
    expect([A, B, C].map(recipient => ledger.mayBeSent(recipient))).toEqual([false, true, true]);
  });

  it('keeps what is said of a request', () => {
    const at = '2004-05-23T14:14:58.000Z';
    const ledger = ledgerOf(
      { ...claim('r1', A), at },
      { ...answer('r1', 'rejected', [A, 'rejected']), problem: 'submit/rejected', at: `${at}1` },
      claim('r2', B),
      answer('r2', 'accepted', [B, 'accepted']),
    );
    expect(ledger.requests).toEqual([
      {
        key: 'r1',
        state: 'rejected',
        recipients: [{ recipient: A, state: 'rejected' }],
        claimedAt: at,
        answeredAt: `${at}1`,
        problem: 'submit/rejected',
      },
      { key: 'r2', state: 'accepted', recipients: [{ recipient: B, state: 'accepted' }] },
    ]);
    for (const key of ['claimedAt', 'answeredAt', 'problem'])
      expect(ledger.requests[1]).not.toHaveProperty(key);
    expect(states(ledger)).toEqual({ [A]: 'rejected', [B]: 'accepted' });
  });

  it('has no times of a claim where there are none', () => {
    expect(ledgerOf(claim('r1', A)).requests).toEqual([
      { key: 'r1', state: 'claimed', recipients: [{ recipient: A, state: 'claimed' }] },
    ]);
    expect(ledgerOf(claim('r1', A)).requests[0]).not.toHaveProperty('claimedAt');
  });

  it.each<[string, JournalLine]>([
    ['of no request', answer('r2', 'accepted', [A, 'accepted'], [B, 'accepted'])],
    ['about somebody else', answer('r1', 'accepted', [A, 'accepted'], [C, 'accepted'])],
    ['in another order', answer('r1', 'accepted', [B, 'accepted'], [A, 'accepted'])],
    ['about fewer', answer('r1', 'accepted', [A, 'accepted'])],
    ['about more', answer('r1', 'accepted', [A, 'accepted'], [B, 'accepted'], [C, 'accepted'])],
  ])('takes no answer %s', (_, line) => {
    const ledger = ledgerOf(claim('r1', A, B));
    expect(ledger.add(line)).toBe(false);
    expect(requests(ledger)).toEqual([['r1', 'claimed', 'claimed', 'claimed']]);
    expect(states(ledger)).toEqual({ [A]: 'claimed', [B]: 'claimed' });
  });

  it('takes no second answer, and none about what was given up', () => {
    const ledger = ledgerOf(claim('r1', A), answer('r1', 'rejected', [A, 'rejected']), claim('r2', B), {
      line: 'unknown',
      requests: ['r2'],
    });
    expect(ledger.add(answer('r1', 'accepted', [A, 'accepted']))).toBe(false);
    expect(ledger.add(answer('r2', 'accepted', [B, 'accepted']))).toBe(false);
    expect(states(ledger)).toEqual({ [A]: 'rejected', [B]: 'unknown' });
  });

  it('gives up requests that are claimed, no others', () => {
    const ledger = ledgerOf(claim('r1', A), claim('r2', B), answer('r2', 'accepted', [B, 'accepted']));
    expect(ledger.add({ line: 'unknown', requests: ['r2'] })).toBe(false);
    expect(ledger.add({ line: 'unknown', requests: ['r3'] })).toBe(false);
    expect(states(ledger)).toEqual({ [A]: 'claimed', [B]: 'accepted' });
    expect(ledger.add({ line: 'unknown', requests: ['r1'] })).toBe(true);
    expect(ledger.add({ line: 'unknown', requests: ['r1'] })).toBe(false);
    expect(states(ledger)).toEqual({ [A]: 'unknown', [B]: 'accepted' });
    expect(requests(ledger)).toEqual([
      ['r1', 'unknown', 'unknown'],
      ['r2', 'accepted', 'accepted'],
    ]);
  });
});

describe('what a person found out', () => {
  const unknown = (...recipients: string[]): JournalLine[] => [
    claim('r1', ...recipients),
    { line: 'unknown', requests: ['r1'] },
  ];

  it.each<[string, readonly JournalLine[], unknown[]]>([
    ['about all', [resolve('accepted', A, B)], ['r1', 'accepted', 'accepted', 'accepted']],
    ['about one', [resolve('not-sent', A)], ['r1', 'unknown', 'not-sent', 'unknown']],
    [
      'about one after the other',
      [resolve('not-sent', A), resolve('accepted', B)],
      ['r1', 'partial', 'not-sent', 'accepted'],
    ],
    [
      'the same about one after the other',
      [resolve('accepted', A), resolve('accepted', B)],
      ['r1', 'accepted', 'accepted', 'accepted'],
    ],
  ])('%s', (_, lines, expected) => {
    expect(requests(ledgerOf(...unknown(A, B), ...lines))).toEqual([expected]);
  });

  it.each<[string, readonly JournalLine[], string]>([
    ['found out before', [resolve('accepted', A)], A],
    ['answered', [answer('r1', 'accepted', [A, 'accepted'])], A],
    ['not sent to yet', [plan(B)], B],
    ['unknown to the journal', [], C],
  ])('is nothing about one who is %s, so that nobody is sent to again', (_, lines, recipient) => {
    const ledger = ledgerOf(claim('r1', A), ...lines);
    ledger.add(claim('r9', 'x'));
    const before = [ledger.recipients, ledger.requests];
    expect(ledger.add(resolve('not-sent', recipient))).toBe(false);
    expect(ledger.add(resolve('not-sent', 'x', recipient))).toBe(false);
    expect([ledger.recipients, ledger.requests]).toEqual(before);
  });

  it('lets those be sent to whom nothing reached', () => {
    const ledger = ledgerOf(...unknown(A, B), resolve('not-sent', A), resolve('accepted', B));
    expect([A, B].map(recipient => ledger.mayBeSent(recipient))).toEqual([true, false]);
  });

  it('settles those of whom some were refused, and leaves what was told apart', () => {
    const ledger = ledgerOf(
      claim('r1', A, B, C),
      answer('r1', 'partial', [A, 'partial'], [B, 'rejected'], [C, 'partial']),
      resolve('accepted', A),
    );
    expect(requests(ledger)).toEqual([['r1', 'partial', 'accepted', 'rejected', 'partial']]);
  });

  it('leaves a request open in which somebody is still being sent to', () => {
    expect(requests(ledgerOf(claim('r1', A, B), resolve('accepted', A)))).toEqual([
      ['r1', 'unknown', 'accepted', 'claimed'],
    ]);
  });

  it('is about the requests that it names somebody of', () => {
    const ledger = ledgerOf(
      claim('r1', A),
      answer('r1', 'rejected', [A, 'rejected']),
      claim('r2', B),
      answer('r2', 'not-sent', [B, 'not-sent']),
      claim('r3', B),
      { line: 'unknown', requests: ['r3'] },
      resolve('accepted', B),
    );
    expect(requests(ledger)).toEqual([
      ['r1', 'rejected', 'rejected'],
      ['r2', 'not-sent', 'not-sent'],
      ['r3', 'accepted', 'accepted'],
    ]);
  });
});
