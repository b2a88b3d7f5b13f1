import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isMmsError } from '../../src/errors.ts';
import { runs, SEED } from '../support/property.ts';
import { CARDS, HANDSETS, MEDIA, NETWORKS, RINGTONE, SMIL } from './calls/media.ts';
import { MMS, PUSH, WSP } from './calls/mms.ts';
import { INDEX, INSPECT, LINT, PREVIEW, PROVISIONING } from './calls/presentation.ts';
import type { CallRow, CallRows } from './calls/row.ts';
import { EMS, SMART, SMS } from './calls/sms.ts';
import { BULK, SANDBOX, SUBMIT } from './calls/submit.ts';

/** Every public function with arguments that it takes, by the entry that publishes it. */
const ENTRIES: Readonly<Record<string, CallRows>> = {
  bulk: BULK,
  cards: CARDS,
  ems: EMS,
  handsets: HANDSETS,
  index: INDEX,
  inspect: INSPECT,
  lint: LINT,
  media: MEDIA,
  mms: MMS,
  networks: NETWORKS,
  preview: PREVIEW,
  provisioning: PROVISIONING,
  push: PUSH,
  ringtone: RINGTONE,
  sandbox: SANDBOX,
  smart: SMART,
  smil: SMIL,
  sms: SMS,
  submit: SUBMIT,
  wsp: { ...WSP, encodeMultipart: row(MMS, 'encodeMultipart'), decodeMultipart: row(MMS, 'decodeMultipart') },
};

/** Public functions without a row, and why. */
const EXEMPT: Readonly<Record<string, string>> = {
  'bulk csvRecipients': 'takes a stream, which is not a value',
  'bulk openBulk': 'needs a database: test/bulk',
  'handsets allHandsets': 'takes nothing',
  'networks networkCodes': 'takes nothing',
  'index isMmsError': 'takes any value, and tells what it is',
  'submit isJournalState': 'takes any value, and tells what it is',
  'submit isMessageKind': 'takes any value, and tells what it is',
  'submit submissionResultOf': 'takes any value, and tells what it is',
  'submit resolveJournal': 'needs a request that is unresolved: test/submit/journal',
  'index MmsError': 'an error must not throw',
  'index Presentation': 'made by its own methods, which have rows',
  'wsp ByteWriter': 'takes a writer, which is not a value',
  'wsp readBounded': 'takes a reader and a function, which are not values',
  'wsp writeBounded': 'takes a writer and a function, which are not values',
};

function row(rows: CallRows, name: string): CallRow {
  const found = rows[name];
  if (found === undefined) throw new Error(`no row ${name}`);
  return found;
}

const PUBLIC = join(import.meta.dirname, '../../src/public');

/** The functions of an entry, and the value forms that have functions. */
async function namesOf(entry: string): Promise<readonly string[]> {
  const exported: object = await import(pathToFileURL(join(PUBLIC, `${entry}.ts`)).href);
  return Object.entries(exported).flatMap(([name, value]: [string, unknown]) => {
    if (typeof value === 'function') return [name];
    return isCodec(value) ? [`${name}.encode`, `${name}.decode`] : [];
  });
}

function isCodec(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'encode' in value && 'decode' in value;
}

describe('the rows', () => {
  const entries = readdirSync(PUBLIC).map(name => name.replace(/\.ts$/, ''));

  it('are there for every entry', () => {
    expect(Object.keys(ENTRIES).sort()).toEqual(entries.sort());
  });

  it.each(entries)('are there for every function of %s, or it is said why not', async entry => {
    const exempt = Object.keys(EXEMPT).flatMap(key =>
      key.startsWith(`${entry} `) ? [key.slice(entry.length + 1)] : [],
    );
    const names = await namesOf(entry);
    const rows = Object.keys(ENTRIES[entry] ?? {});
    expect(names.filter(name => !rows.includes(name)).sort()).toEqual(exempt.sort());
    const methods = rows.filter(name => !names.includes(name));
    expect(methods.filter(name => !names.includes(name.split('.')[0] ?? ''))).toEqual([]);
  });

  it('leave out no more than these', ({ annotate }) =>
    Promise.all(Object.entries(EXEMPT).map(([name, reason]) => annotate(`${name}: ${reason}`))));
});

type Call = CallRow['call'];

const PLACES = Object.entries(ENTRIES).flatMap(([entry, rows]) =>
  Object.entries(rows).map(([name, place]) => ({ name: `${entry} ${name}`, ...place })),
);

/** What JSON, or a careless program, puts in the place of a value. */
const WRONG: readonly unknown[] = [
  null,
  5,
  -1,
  Number.NaN,
  true,
  '',
  'x',
  [],
  [5],
  [null],
  {},
  { a: 5 },
  () => 5,
];

/** The same value with another one at every place in it. */
function* changed(value: unknown): Generator<unknown> {
  yield* WRONG;
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries())
      for (const one of changed(item)) yield value.with(index, one);
  } else if (typeof value === 'object' && value !== null && !ArrayBuffer.isView(value)) {
    for (const [key, item] of Object.entries(value))
      for (const one of changed(item)) yield { ...value, [key]: one };
  }
}

async function errorOf(call: Call, args: readonly unknown[]): Promise<unknown> {
  try {
    await call(...(args as never[]));
    return undefined;
  } catch (error) {
    return error;
  }
}

describe.each(PLACES)('$name', ({ call, args, leftAlone = {}, isPlacedByWriter }) => {
  const positions = [...args.keys()].filter(position => leftAlone[position] === undefined);

  it('takes what is right', async () => {
    expect(await errorOf(call, args)).toBeUndefined();
  });

  it('answers every wrong value with a code', async () => {
    for (const position of positions) {
      for (const wrong of changed(args[position])) {
        const error = await errorOf(call, args.with(position, wrong));
        if (error === undefined || isMmsError(error)) continue;
        expect.fail(
          `argument ${position} ${JSON.stringify(wrong)}: ${String(error)} ${(error as Error).stack}`,
        );
      }
    }
  });

  it('answers any JSON with a value or a code', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(args.length - 1), fc.jsonValue(), async (position, json) => {
        if (!positions.includes(position)) return;
        const error = await errorOf(call, args.with(position, json));
        expect(error === undefined || isMmsError(error)).toBe(true);
      }),
      { seed: SEED, numRuns: runs(60) },
    );
  });

  it('says where and what was expected of an argument that is none', async () => {
    for (const position of positions) {
      const wrong = typeof args[position] === 'number' ? 'x' : 5;
      const error = await errorOf(call, args.with(position, wrong));
      expect(isMmsError(error), `argument ${position}`).toBe(true);
      expect(error).toMatchObject({
        message: expect.stringMatching(/expected|missing|needs/),
        ...(isPlacedByWriter === true ? {} : { path: expect.stringMatching(/./) }),
      });
    }
  });
});
