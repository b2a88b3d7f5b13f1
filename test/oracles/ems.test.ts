import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { toHex } from '../../src/bytes/index.ts';
import { type EmsItem, type EmsText, encodeEms } from '../../src/ems/index.ts';
import { decodeUdh } from '../../src/sms/index.ts';
import { messages, picture, userAnimation } from '../ems/messages.ts';
import { gammuSms, type TsharkFields, tsharkSms } from '../sms/tools.ts';
import { describeWithOracle } from '../support/oracle.ts';
import { runs, SEED } from '../support/property.ts';
import { tally } from '../support/tally.ts';

const to = '+447700900123';

const rowsHex = (rows: readonly string[]): string =>
  rows
    .flatMap(row => row.match(/.{8}/g) ?? [])
    .map(pixels =>
      Number.parseInt(pixels.replaceAll('.', '0').replaceAll('#', '1'), 2).toString(16).padStart(2, '0'),
    )
    .join('');

const MODES: Readonly<Record<string, number>> = {
  ...{ left: 0, center: 1, right: 2, large: 4, small: 8 },
  ...{ bold: 0x10, italic: 0x20, underline: 0x40, strikethrough: 0x80 },
};

/** The mode octet of a format, by hand. */
function modeOf({ format }: EmsText): number | undefined {
  if (format === undefined) return undefined;
  const words = [format.size, ...Object.keys(format).filter(key => key in MODES)];
  const bits = words.reduce((sum, word) => sum + (MODES[word ?? ''] ?? 0), 0);
  return bits + (format.alignment === undefined ? 3 : (MODES[format.alignment] ?? 0));
}

/** A message as a row of characters, each with its mode, and objects between them. */
function inReadingOrder(items: readonly EmsItem[]): string[] {
  return items.flatMap(item => {
    if (item.type === 'text')
      return Array.from(item.text, character => `${character} ${modeOf(item) ?? '-'}`);
    if (item.type === 'picture') return [`picture ${rowsHex(item.rows)}`];
    if (item.type === 'userAnimation') return [`frames ${rowsHex(item.frames.flat())}`];
    if (item.type === 'melody')
      return ['imelody' in item ? `melody ${toHex(new TextEncoder().encode(item.imelody))}` : '?'];
    if (item.type === 'sound' || item.type === 'animation') return [`${item.type} ${item.number}`];
    return [];
  });
}

/** Fields of tshark for each element: where its position and its content are, and what we call it. */
const ELEMENTS: Readonly<Record<string, readonly [position: string, content: string, name: string]>> = {
  '0x0b': ['dis_iei_ps.position', 'dis_iei_ps.sound_number', 'sound'],
  '0x0c': ['dis_iei_uds.position', 'dis_iei_uds.user_defined_sound', 'melody'],
  '0x0d': ['dis_iei_pa.position', 'dis_iei_pa.animation_number', 'animation'],
  '0x0e': ['dis_iei_la.position', 'dis_iei_la.large_animation', 'frames'],
  '0x0f': ['dis_iei_sa.position', 'dis_iei_sa.small_animation', 'frames'],
  '0x10': ['dis_iei_lp.position', 'dis_iei_lp.large_picture', 'picture'],
  '0x11': ['dis_iei_sp.position', 'dis_iei_sp.small_picture', 'picture'],
  '0x12': ['dis_iei_vp.position', 'dis_iei_vp.variable_picture', 'picture'],
};
const RUN = ['dis_iei_tf.start_position', 'dis_iei_tf.length', 'formatting_mode'] as const;
const FIELDS = [
  'sms_text',
  'ie_identifier',
  ...RUN,
  ...Object.values(ELEMENTS).flatMap(row => row.slice(0, 2)),
];

/** What tshark read of one part, in reading order. */
function asTsharkReads(fields: TsharkFields): string[] {
  const left = Object.fromEntries(FIELDS.map(name => [name, [...(fields[`gsm_sms.${name}`] ?? [])]]));
  const take = (name: string): string => left[name]?.shift() ?? '?';
  const objects: { at: number; what: string }[] = [];
  const runsOfText: { start: number; length: number; mode: number }[] = [];
  for (const id of left['ie_identifier'] ?? []) {
    if (id === '0x0a') {
      const [start, length, mode] = RUN.map(take);
      runsOfText.push({ start: Number(start), length: Number(length), mode: Number(mode) });
    }
    const row = ELEMENTS[id];
    if (row === undefined) continue;
    const [position, content, name] = row;
    objects.push({ at: Number(take(position)), what: `${name} ${take(content).replaceAll(':', '')}` });
  }
  const units = fields['gsm_sms.sms_text']?.[0] ?? '';
  const order: string[] = [];
  for (let at = 0; at <= units.length; at++) {
    order.push(...objects.filter(object => object.at === at).map(({ what }) => what));
    const unit = units.charCodeAt(at);
    if (at === units.length || (unit & 0xfc00) === 0xdc00) continue;
    const run = runsOfText.findLast(({ start, length }) => start <= at && at < start + length);
    order.push(`${String.fromCodePoint(units.codePointAt(at) ?? 0)} ${run?.mode ?? '-'}`);
  }
  return order;
}

describeWithOracle(['tshark', 'text2pcap'], 'EMS and tshark', () => {
  it('reads generated messages as they were meant', context => {
    const samples = fc.sample(messages, { numRuns: runs(300), seed: SEED });
    const made = samples.map(items => encodeEms(items, { to }));
    const read = tsharkSms(
      made.flat().map(({ tpdu }) => tpdu),
      FIELDS.map(name => `gsm_sms.${name}`),
    );
    let next = 0;
    samples.forEach((items, index) => {
      const parts = made[index] ?? [];
      const order = read.slice(next, next + parts.length).flatMap(asTsharkReads);
      next += parts.length;
      expect(order).toEqual(inReadingOrder(items));
    });
    tally(context, { subject: 'EMS', oracle: 'tshark', cases: samples.length });
  });
});

/** What gammu can make without a fault of its own: no formats, no text behind a header that it fills wrongly. */
const forGammu: fc.Arbitrary<readonly EmsItem[]> = fc
  .array(
    fc.oneof(
      fc
        .string({ unit: fc.constantFrom('a', 'b', 'Z', '7'), minLength: 1, maxLength: 8 })
        .map(text => ({ type: 'text', text }) as const),
      fc.nat(9).map(number => ({ type: 'sound', number }) as const),
      fc.nat(14).map(number => ({ type: 'animation', number }) as const),
    ),
    { minLength: 1, maxLength: 8 },
  )
  .filter(items => items.every((item, index) => item.type !== 'text' || items[index - 1]?.type !== 'text'));

const ARGUMENTS: Readonly<Record<string, string>> = { sound: '-defsound', animation: '-defanimation' };

describeWithOracle(['gammu'], 'EMS and gammu', () => {
  it('writes the same headers', () => {
    const samples = fc.sample(forGammu, { numRuns: runs(60), seed: SEED });
    const made = gammuSms(
      samples.map(items => [
        ...['EMS', to],
        ...items.flatMap(item => {
          if (item.type === 'text') return ['-text', item.text];
          return [ARGUMENTS[item.type] ?? '', String('number' in item ? item.number : '')];
        }),
      ]),
    );
    samples.forEach((items, index) => {
      const headers = encodeEms(items, { to }).map(({ userDataHeader }) => toHex(userDataHeader));
      expect(
        made[index]?.map(({ udh }) => udh.toLowerCase()),
        JSON.stringify(items),
      ).toEqual(headers);
    });
  });
});

/** Octets that ImageMagick packs of rows of one width, eight pixels to the octet, 1 for black. */
function packedByImageMagick(rows: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'ems-'));
  try {
    const file = join(folder, 'in.pbm');
    const pixels = rows.map(row => row.replaceAll('.', '0').replaceAll('#', '1')).join('\n');
    writeFileSync(file, `P1\n${rows[0]?.length} ${rows.length}\n${pixels}\n`);
    const { status, stdout, stderr } = spawnSync(
      'convert-im6.q16',
      [file, '-negate', '-depth', '1', 'gray:-'],
      {
        maxBuffer: 2 ** 24,
      },
    );
    if (status !== 0) throw new Error(String(stderr));
    return toHex(stdout);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describeWithOracle(['convert-im6.q16'], 'EMS and ImageMagick', () => {
  it('has the pixels of pictures and of frames in the same octets', () => {
    const samples = fc.sample(fc.oneof(picture, userAnimation), { numRuns: runs(100), seed: SEED });
    const byWidth = new Map<number, { rows: string[]; ours: string }>();
    for (const item of samples) {
      const rows =
        item.type === 'picture' ? item.rows : item.type === 'userAnimation' ? item.frames.flat() : [];
      const [segment] = encodeEms([item], { to });
      const [element] = decodeUdh(segment?.userDataHeader ?? new Uint8Array()).elements;
      const bitmap = element?.value?.['bitmap'];
      const group = byWidth.get(rows[0]?.length ?? 0) ?? { rows: [], ours: '' };
      group.rows.push(...rows);
      group.ours += bitmap instanceof Uint8Array ? toHex(bitmap) : '?';
      byWidth.set(rows[0]?.length ?? 0, group);
    }
    expect([...byWidth.keys()].toSorted((a, b) => a - b)).toEqual([8, 16, 24, 32, 64]);
    for (const { rows, ours } of byWidth.values()) expect(ours).toBe(packedByImageMagick(rows));
  });
});
