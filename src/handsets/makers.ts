import { isAscii } from '../text/index.ts';

/** Names of makers that say one thing: the usual name, then what documents and User-Agents call it. */
const MAKERS: readonly (readonly [name: string, ...others: string[]])[] = [
  ['Acer', 'Acer Incorporated'],
  ['Alcatel'],
  ['Asus', 'ASUSTeK COMPUTER INC.'],
  ['BenQ-Siemens'],
  ['BlackBerry', 'Research In Motion Ltd.', 'RIM'],
  ['BLU'],
  ['BQ'],
  ['Fly'],
  ['Hewlett-Packard', 'HP'],
  ['Honor'],
  ['HTC', 'HTC Corporation', 'High Tech Computer Corporation'],
  ['Huawei', 'HW'],
  ['Lava'],
  ['Lenovo'],
  ['LG', 'LG Electronics', 'LGE'],
  ['MediaTek', 'MediaTek Inc'],
  ['Motorola', 'Motorola Inc', 'Motorola Mobile Devices Ltd', 'MOT', 'MOTO'],
  ['Nokia'],
  ['Sagem'],
  ['Samsung', 'SEC'],
  ['Siemens', 'SIE'],
  ['Sony', 'Sony Mobile Communications'],
  ['Sony Ericsson', 'Sony Ericsson Mobile Communications', 'SE'],
  ['Vodafone'],
  ['ZTE', 'ZTE Corporation'],
];

/** Letters and digits in lower case: how names are compared. */
export function nameKey(name: string): string {
  const folded = name.toLowerCase();
  // nearly every name is ASCII, and its pattern takes a fraction of the time
  return isAscii(folded) ? folded.replace(/[^a-z0-9+]+/g, '') : folded.replace(/[^\p{L}\p{N}+]+/gu, '');
}

/** The keys of names without line breaks, made at once: one pass over their text takes a fraction of the time. */
export function nameKeys(names: readonly string[]): string[] {
  const folded = names.join('\n').toLowerCase();
  const marks = isAscii(folded) ? /[^a-z0-9+\n]+/g : /[^\p{L}\p{N}+\n]+/gu;
  return folded.replace(marks, '').split('\n');
}

/** Makers by the keys of all their names, the longest first, so that `sonyericsson` comes before `sony`. */
export const MAKER_BY_KEY: readonly (readonly [key: string, maker: string])[] = MAKERS.flatMap(names =>
  names.map(name => [nameKey(name), names[0]] as const),
).sort(([a], [b]) => b.length - a.length || (a < b ? -1 : 1));

/** Names of series that people leave out or put in before a number, as keys, the longest first. */
export const FAMILIES: ReadonlyMap<string, readonly string[]> = new Map([
  ['Alcatel', ['onetouch', 'ot']],
  ['Motorola', ['razr', 'rokr', 'slvr', 'krzr', 'rizr', 'pebl']],
  ['Samsung', ['sgh', 'sph', 'sch', 'gt', 'sm']],
]);
