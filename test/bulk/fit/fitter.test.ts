import { afterAll, beforeAll, expect, it } from 'vitest';
import { Database } from '../../../src/bulk/database.ts';
import { Fitter } from '../../../src/bulk/fit/fitter.ts';
import { FittingProcess } from '../../../src/bulk/fit/fitting-process.ts';
import { makeTables } from '../../../src/bulk/ledger/tables.ts';
import type { GatewayMessage } from '../../../src/submit/index.ts';
import { describeWithOracle } from '../../support/oracle.ts';
import { type RunningPostgres, startPostgres } from '../../support/postgres.ts';
import { type Programs, programs } from './program.ts';

const message = (text: string): GatewayMessage => ({
  kind: 'mms',
  subject: 'Hi',
  file: { name: 'a.txt', data: new TextEncoder().encode(text) },
});

function octetsOf(fitted: GatewayMessage): Uint8Array {
  if (fitted.kind !== 'mms' || fitted.file === undefined) throw new Error('no file');
  return new Uint8Array(fitted.file.data);
}

describeWithOracle(['postgres'], 'messages that are fitted', () => {
  let postgres: RunningPostgres;
  let database: Database;
  let fitting: Programs;
  const fitters: Fitter[] = [];
  beforeAll(async () => {
    fitting = programs();
    postgres = await startPostgres();
    database = await Database.open(postgres.options, { connections: 4 });
    await makeTables(database);
  });
  afterAll(async () => {
    for (const fitter of fitters) fitter.close();
    await database.close();
    await postgres.close();
    fitting.remove();
  });

  function fitterOf(program = fitting.same): Fitter {
    const fitter = new Fitter(database, new FittingProcess(program));
    fitters.push(fitter);
    return fitter;
  }
  const count = async () => {
    const [row] = await database.query<{ count: number }>('select count(*)::int from mms_bulk.fitted');
    return row?.count;
  };

  it('are one for all workers of a database, and kept by it', async () => {
    const [first, second] = [fitterOf(), fitterOf()];
    const to = { profile: 'nokia-6230' };
    const fitted = await Promise.all([first, first, second].map(one => one.fitted(message('Hi'), to)));
    const [one, ...others] = fitted.map(octetsOf);
    expect(others).toEqual([one, one]);
    expect(fitted[0]).toMatchObject({ subject: 'Hi', file: { name: 'fitted.mms' } });
    expect(await count()).toBe(1);
    const late = fitterOf(fitting.ends);
    expect(octetsOf(await late.fitted(message('Hi'), to))).toEqual(one);
    await expect(late.fitted(message('Hi'), { ...to, maxBytes: 9000 })).rejects.toMatchObject({
      code: 'bulk/fit',
    });
    expect(await count()).toBe(1);
  });

  it('are at hand, the last of them, while others are read again', async () => {
    const fitter = fitterOf();
    const texts = Array.from({ length: 34 }, (_, at) => `text ${at}`);
    const before = await count();
    for (const text of [...texts, 'text 0']) await fitter.fitted(message(text), {});
    expect(await count()).toBe((before ?? 0) + 34);
  });

  it('are MMS with a file', async () => {
    const refused = { code: 'bulk/campaign', path: 'fit' };
    const fitter = fitterOf();
    await expect(fitter.fitted({ kind: 'text', text: 'Hi' }, {})).rejects.toMatchObject(refused);
    await expect(fitter.fitted({ kind: 'mms', library: 80000 }, {})).rejects.toMatchObject(refused);
  });
});
