/** A number with what it counts, in words: `1 note`, `2 notes`. */
export function countOf(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
