import type { SmsContent } from '../../src/sms/index.ts';

/**
 * The fewest parts by dynamic search over every allowed place to cut, with sizes worked out from scratch: `costs` are
 * the units of each character, `header` the octets of the header without concatenation.
 */
export function fewestParts(
  costs: readonly number[],
  bitsPerUnit: 7 | 8 | 16,
  header: number,
  referenceBits: 8 | 16,
): number {
  const room = (headerOctets: number): number => Math.floor(((140 - headerOctets) * 8) / bitsPerUnit);
  const all = costs.reduce((sum, cost) => sum + cost, 0);
  if (all <= room(header)) return 1;
  const capacity = room(Math.max(header, 1) + (referenceBits === 8 ? 5 : 6));
  const fewest: number[] = [0];
  for (let end = 1; end <= costs.length; end++) {
    let best = Number.POSITIVE_INFINITY;
    let units = 0;
    for (let start = end - 1; start >= 0; start--) {
      units += costs[start] ?? 0;
      if (units > capacity) break;
      best = Math.min(best, (fewest[start] ?? 0) + 1);
    }
    fewest.push(best);
  }
  return fewest[costs.length] ?? 0;
}

/** Octets of the header that the options ask for, concatenation apart. */
export function headerOctets(content: SmsContent, languages: number): number {
  const elements = [
    ...(content.informationElements ?? []).map(({ data }) => 2 + data.length),
    ...(content.ports === undefined ? [] : [content.portBits === 8 ? 4 : 6]),
    ...Array<number>(languages).fill(3),
  ];
  return elements.length === 0 ? 0 : 1 + elements.reduce((sum, octets) => sum + octets, 0);
}
