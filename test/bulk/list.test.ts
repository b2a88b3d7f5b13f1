import { Readable } from 'node:stream';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { closedForMs, type Hours } from '../../src/bulk/hours.ts';
import { csvRecipients, type Recipient } from '../../src/bulk/index.ts';
import { Batches } from '../../src/bulk/list/batches.ts';
import { fill, variablesOf } from '../../src/bulk/list/fill.ts';
import { describeWithOracle } from '../support/oracle.ts';
import { runPython } from '../support/python.ts';

async function read(pieces: readonly (string | Uint8Array)[], options = {}): Promise<Recipient[]> {
  const found: Recipient[] = [];
  for await (const one of csvRecipients(Readable.from(pieces), options)) found.push(one);
  return found;
}

describe('a list in CSV', () => {
  it('gives numbers and variables, wherever its pieces are cut', async () => {
    const list = '\ufeffto;name;note\r\n+44 1;"Ada ""A."" L.";"two\r\nlines; yes"\n44 2;;\r\n\r\n443;x;"y"';
    const expected = [
      { to: '+44 1', variables: { name: 'Ada "A." L.', note: 'two\r\nlines; yes' } },
      { to: '44 2', variables: { name: '', note: '' } },
      { to: '443', variables: { name: 'x', note: 'y' } },
    ];
    const octets = new TextEncoder().encode(list);
    for (let size = 1; size < octets.length; size += 5) {
      const pieces = Array.from({ length: Math.ceil(octets.length / size) }, (_, index) =>
        octets.subarray(index * size, (index + 1) * size),
      );
      expect(await read(pieces, { delimiter: ';' })).toEqual(expected);
    }
  });

  it.each([
    ['', 'line 1: expected a line of headings'],
    ['number\n1', 'line 1: expected a column to, found number'],
    ['to,to\n1,2', 'line 1: two columns have the same name'],
    ['to,a\n1', 'line 2: expected 2 fields, found 1'],
    ['to\n"1', 'line 2: a quote is never closed'],
    ['to\n1"2"', 'line 2: a quote inside a field'],
    ['to\n"1"2', 'line 2: text behind a closed quote'],
    [`to\n"${'x'.repeat(70_000)}"`, 'line 2: a field without an end'],
  ])('refuses %j', async (list, message) => {
    await expect(read([list])).rejects.toMatchObject({ code: 'bulk/csv', message });
  });

  it('refuses another charset', async () => {
    await expect(read([Uint8Array.of(0x74, 0x6f, 0x0a, 0xe9)])).rejects.toMatchObject({ code: 'bulk/csv' });
  });
});

describeWithOracle(['python3'], 'a list that Python wrote', () => {
  it('is read as it was meant', async () => {
    const field = fc.string({ unit: fc.constantFrom('a', '"', ',', ';', '\n', ' ', 'é', '😀', '.') });
    const rows = fc.sample(fc.array(fc.tuple(field, field), { minLength: 1 }), 40);
    const script = `
import sys, json, csv, io
out = []
for rows in json.load(sys.stdin):
    file = io.StringIO()
    csv.writer(file).writerows([["to", "note"]] + [["+" + a, b] for a, b in rows])
    out.append(file.getvalue())
json.dump(out, sys.stdout)`;
    const lists = runPython(script, rows) as string[];
    for (const [index, list] of lists.entries()) {
      const expected = rows[index]?.map(([to, note]) => ({ to: `+${to}`, variables: { note } }));
      expect(await read([list])).toEqual(expected);
    }
  });
});

describe('variables', () => {
  it('stand in every text of a message and nowhere else', () => {
    const message = { text: 'Dear {{name}}, {{ town }}', info: [{ text: '{{name}}' }], n: 1, x: null };
    expect(variablesOf(message)).toEqual(['name', 'town']);
    expect(fill(message, { name: '{{town}}', town: '$&' })).toEqual({
      text: 'Dear {{town}}, $&',
      info: [{ text: '{{town}}' }],
      n: 1,
      x: null,
    });
  });

  it('are asked of every recipient', async () => {
    const batches = new Batches(10, ['name', 'constructor']);
    const list = [{ to: '447700900000', variables: { name: 'Ada' } }];
    await expect(batches.of(list).next()).rejects.toMatchObject({
      code: 'bulk/variable',
      path: 'recipients[0].variables',
    });
  });
});

it('batches leave out what is no number, and say so', async () => {
  const batches = new Batches(2, []);
  const found: unknown[] = [];
  for await (const batch of batches.of([
    '+44 7700 900000',
    '0770',
    { to: '447700900000' },
    '447700900001',
    '447700900002',
  ]))
    found.push(batch);
  expect(found).toEqual([{ to: ['447700900000', '447700900001'] }, { to: ['447700900002'] }]);
  expect(batches.report).toMatchObject({
    listed: 3,
    issues: [{ code: 'submit/recipient', path: 'recipients[1]' }],
  });
});

describe('hours', () => {
  const MINUTE_MS = 60_000;
  const hours: Hours = { from: '08:30', to: '20:00', days: [1, 2, 3, 4, 5], timeZone: 'Europe/London' };

  it.each([
    ['2026-07-01T07:30:00Z', 0], // Wednesday, 08:30 of summer time
    ['2026-07-01T18:59:59Z', 0],
    ['2026-07-01T07:29:30Z', MINUTE_MS / 2],
    ['2026-07-01T19:00:00Z', 12.5 * 60 * MINUTE_MS],
    ['2026-07-03T19:00:00Z', (2 * 24 + 12.5) * 60 * MINUTE_MS], // Friday evening
    ['2026-01-02T08:00:00Z', 30 * MINUTE_MS],
  ])('at %s begin in %d ms', (now, ms) => {
    expect(closedForMs(hours, new Date(now))).toBe(ms);
  });

  it('begin at a moment within them', () => {
    const moments = fc.date({
      min: new Date('2026-06-01'),
      max: new Date('2026-09-01'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(moments, now => {
        expect(closedForMs(hours, new Date(now.getTime() + closedForMs(hours, now)))).toBe(0);
      }),
    );
  });

  it.each([
    [{ from: '8:00', to: '20:00' }, 'hours.from'],
    [{ from: '08:00', to: '24:01' }, 'hours.to'],
    [{ from: '20:00', to: '08:00' }, 'hours.to'],
    [{ from: '08:00', to: '20:00', days: [0] }, 'hours.days'],
    [{ from: '08:00', to: '20:00', timeZone: 'Utopia' }, 'hours.timeZone'],
  ])('refuses %j', (wrong, path) => {
    expect(() => closedForMs(wrong, new Date(0))).toThrow(
      expect.objectContaining({ code: 'bulk/hours', path }),
    );
  });
});
