import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Ledger } from '../../../src/bulk/ledger/ledger.ts';
import { LedgerJournal } from '../../../src/bulk/ledger/ledger-journal.ts';
import { RequestSlots } from '../../../src/bulk/slots.ts';
import { describeWithOracle } from '../../support/oracle.ts';
import { type OpenLedger, openLedger } from './open-ledger.ts';

const [ANN, BEN, CAT] = ['447700900001', '447700900002', '447700900003'] as const;

describeWithOracle(['postgres'], 'the journal of a job', () => {
  let opened: OpenLedger;
  let ledger: Ledger;
  let campaign = 0;
  beforeAll(async () => {
    opened = await openLedger(600_000);
    ({ ledger } = opened);
  });
  afterAll(() => opened.close());
  beforeEach(() => {
    campaign += 1;
  });

  it('begins with those who never were sent to, and reports on the others', async () => {
    const journal = new LedgerJournal(ledger, campaign);
    const sent = await journal.claim([ANN]);
    await journal.answer(sent, { state: 'accepted', recipients: [{ recipient: ANN, state: 'accepted' }] });
    const held = await journal.claim([BEN]);
    await journal.answer(held, { state: 'not-sent', recipients: [{ recipient: BEN, state: 'not-sent' }] });
    expect(await journal.begin('', [ANN, BEN, CAT])).toEqual({ open: [BEN, CAT], warnings: [] });
    expect(await journal.report()).toMatchObject({
      isRunning: true,
      counts: { accepted: 1, 'not-sent': 1 },
      recipients: [
        { recipient: ANN, state: 'accepted' },
        { recipient: BEN, state: 'not-sent' },
      ],
    });
    await journal.close();
  });

  it('takes it that nobody was sent to where it is told so, and finds out by its claim', async () => {
    const first = new LedgerJournal(ledger, campaign);
    await first.claim([ANN]);
    const hopeful = new LedgerJournal(ledger, campaign, { isHopeful: true });
    expect((await hopeful.begin('', [ANN])).open).toEqual([ANN]);
    await expect(hopeful.claim([ANN])).rejects.toMatchObject({ code: 'submit/journal-claimed' });
  });

  it('holds a place from claim to answer, and gives back what was never answered', async () => {
    const slots = new RequestSlots(1);
    const journal = new LedgerJournal(ledger, campaign, { slots });
    const request = await journal.claim([ANN]);
    let isNext = false;
    const next = journal.claim([BEN]).then(key => {
      isNext = true;
      return key;
    });
    expect(await ledger.statesOf(campaign, [ANN])).toEqual(new Map([[ANN, 'claimed']]));
    expect(isNext).toBe(false);
    await journal.answer(request, { state: 'accepted', recipients: [] });
    await next;
    const other = new LedgerJournal(ledger, campaign, { slots });
    const last = other.claim([CAT]);
    await journal.close();
    await expect(last).resolves.toMatch(/-/);
    await other.close();
  });
});
