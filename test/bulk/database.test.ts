import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Database } from '../../src/bulk/database.ts';
import { describeWithOracle } from '../support/oracle.ts';
import { type RunningPostgres, startPostgres } from '../support/postgres.ts';

const AWAY = { code: 'bulk/database', message: expect.stringMatching(/ENOENT|ECONNREFUSED/) };

describe('a database that is away', () => {
  it('is waited for, and then told of', async () => {
    const options = { connections: 1, patienceMs: 120 };
    const database = await Database.open({ host: '/nowhere/postgres' }, options);
    await expect(database.query('select 1')).rejects.toMatchObject(AWAY);
    await expect(database.alone('a', async () => 1)).rejects.toMatchObject(AWAY);
    await database.close();
  });
});

describeWithOracle(['postgres'], 'a database', () => {
  let postgres: RunningPostgres;
  let database: Database;
  beforeAll(async () => {
    postgres = await startPostgres();
    database = await Database.open(postgres.options, { connections: 4 });
  });
  afterAll(async () => {
    await database.close();
    await postgres.close();
  });

  it('refuses a statement that is wrong at once, and an account that it does not know', async () => {
    await expect(database.query('select nothing')).rejects.toMatchObject({ code: 'bulk/database' });
    const stranger = await Database.open({ ...postgres.options, user: 'nobody' }, { connections: 1 });
    await expect(stranger.query('select 1')).rejects.toMatchObject({
      code: 'bulk/database',
      message: expect.stringContaining('nobody'),
    });
    await stranger.close();
  });

  it('goes on where it was when its server has come back', async () => {
    expect(await database.query('select 1 as one')).toEqual([{ one: 1 }]);
    const [, rows] = await Promise.all([postgres.killAndRestart(), database.query('select 2 as two')]);
    expect(rows).toEqual([{ two: 2 }]);
  });

  it('lets jobs of one name in one after the other', async () => {
    const done: string[] = [];
    const job =
      (name: string, steps: number) => async (query: Parameters<Parameters<typeof database.alone>[1]>[0]) => {
        done.push(`${name} begins`);
        await query('select pg_sleep($1)', [steps / 20]);
        done.push(`${name} ends`);
        return name;
      };
    expect(
      await Promise.all([database.alone('a', job('first', 4)), database.alone('a', job('second', 1))]),
    ).toEqual(['first', 'second']);
    const [one = '', two = '', three = '', four = ''] = done;
    expect([one.split(' ')[0], three.split(' ')[0]]).toEqual([two.split(' ')[0], four.split(' ')[0]]);
  });

  it('gives the name free where a job fails', async () => {
    const fail = async () => {
      throw new RangeError('no');
    };
    await expect(database.alone('b', fail)).rejects.toThrow(RangeError);
    await expect(database.alone('b', query => query('select nothing', []))).rejects.toMatchObject({
      code: 'bulk/database',
    });
    expect(await database.alone('b', async () => 'free')).toBe('free');
  });
});
