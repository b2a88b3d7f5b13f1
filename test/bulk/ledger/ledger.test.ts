import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { Ledger, type LedgerEntry } from '../../../src/bulk/ledger/ledger.ts';
import { describeWithOracle } from '../../support/oracle.ts';
import { type OpenLedger, openLedger } from './open-ledger.ts';

const [ANN, BEN, CAT] = ['447700900001', '447700900002', '447700900003'] as const;
const LONG_MS = 600_000;

describeWithOracle(['postgres'], 'a ledger', () => {
  let opened: OpenLedger;
  let ledger: Ledger;
  let campaign = 0;
  beforeAll(async () => {
    opened = await openLedger(LONG_MS);
    ({ ledger } = opened);
  });
  afterAll(() => opened.close());
  beforeEach(() => {
    campaign += 1;
  });

  async function entries(): Promise<LedgerEntry[]> {
    const found: LedgerEntry[] = [];
    for await (const entry of ledger.entries(campaign)) found.push(entry);
    return found;
  }

  it('knows whom each request went to, and what became of it', async () => {
    const key = await ledger.claim(campaign, [ANN, BEN]);
    expect(await ledger.statesOf(campaign, [ANN, CAT])).toEqual(new Map([[ANN, 'claimed']]));
    await ledger.answer(campaign, key, {
      state: 'partial',
      recipients: [
        { recipient: ANN, state: 'accepted', messageIdentifier: 'id-1' },
        { recipient: BEN, state: 'partial' },
      ],
      problem: 'submit/partial',
    });
    const [ann, ben] = await entries();
    expect(ann).toMatchObject({ recipient: ANN, state: 'accepted', request: key, messageIdentifier: 'id-1' });
    expect(ben).toMatchObject({ recipient: BEN, state: 'partial', problem: 'submit/partial' });
    expect(ben).not.toHaveProperty('messageIdentifier');
    expect(ben?.answeredAt).toMatch(/Z$/);
    expect(await ledger.counts(campaign)).toEqual(
      new Map([
        ['accepted', 1],
        ['partial', 1],
      ]),
    );
  });

  it('claims all or none', async () => {
    await ledger.claim(campaign, [ANN]);
    await expect(ledger.claim(campaign, [ANN, BEN])).rejects.toMatchObject({
      code: 'submit/journal-claimed',
    });
    expect((await entries()).map(({ recipient }) => recipient)).toEqual([ANN]);
  });

  it('lists the requests of which only a person can find out, until one did', async () => {
    const key = await ledger.claim(campaign, [ANN, BEN]);
    await ledger.answer(campaign, key, {
      state: 'unknown',
      recipients: [ANN, BEN].map(recipient => ({ recipient, state: 'unknown' })),
      problem: 'submit/no-answer',
    });
    const other = await ledger.claim(campaign, [CAT]);
    await ledger.answer(campaign, other, {
      state: 'unknown',
      recipients: [{ recipient: CAT, state: 'unknown' }],
    });
    expect(await ledger.unresolved(campaign)).toEqual([
      { key, claimedAt: expect.any(String), problem: 'submit/no-answer', recipients: [ANN, BEN] },
      { key: other, claimedAt: expect.any(String), recipients: [CAT] },
    ]);
    expect(await ledger.resolve(campaign, ANN, 'accepted')).toEqual([ANN]);
    expect(await ledger.resolve(campaign, other, 'not-sent')).toEqual([CAT]);
    expect(await ledger.resolve(campaign, CAT, 'accepted')).toEqual([]);
    expect((await ledger.unresolved(campaign)).map(({ recipients }) => recipients)).toEqual([[BEN]]);
    await expect(ledger.claim(campaign, [CAT])).resolves.toMatch(/-/);
  });

  it('takes a claim that nobody answers for unknown', async () => {
    await ledger.claim(campaign, [ANN]);
    const impatient = new Ledger(opened.database, -1000);
    expect(await impatient.statesOf(campaign, [ANN])).toEqual(new Map([[ANN, 'unknown']]));
    expect(await ledger.statesOf(campaign, [ANN])).toEqual(new Map([[ANN, 'claimed']]));
  });

  it('is read to its end, however long it is', async () => {
    const many = Array.from({ length: 4100 }, (_, at) => String(447700900000 + at));
    await ledger.claim(campaign, many);
    expect((await entries()).map(({ recipient }) => recipient)).toEqual(many);
  });

  it('refuses a state that it did not write itself', async () => {
    const key = await ledger.claim(campaign, [ANN]);
    await opened.database.query('update mms_bulk.request set state = $2 where key = $1', [key, 'lost']);
    await expect(entries()).rejects.toMatchObject({
      code: 'bulk/database',
      message: 'the ledger has a state lost',
    });
  });
});
