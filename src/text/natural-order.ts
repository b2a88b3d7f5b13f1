/**
 * Compares names as people count: numbers by value, letters without regard to case; what is still equal, by code points.
 * @example ['10.jpg', '2.jpg', '1.jpg'].sort(compareNaturally) // ['1.jpg', '2.jpg', '10.jpg']
 */
export function compareNaturally(a: string, b: string): number {
  return compareLists(pieces(a), pieces(b), comparePieces) || compareCodePoints(a, b);
}

/** UTF-16 sorts surrogates before the last characters of the first plane; code points do not. */
export function compareCodePoints(a: string, b: string): number {
  return compareLists(
    [...a],
    [...b],
    (left, right) => Number(left.codePointAt(0)) - Number(right.codePointAt(0)),
  );
}

/** By the first elements that differ; what the other begins with stands before it. */
function compareLists(
  left: readonly string[],
  right: readonly string[],
  compare: (left: string, right: string) => number,
): number {
  let i = 0;
  for (const element of left) {
    const other = right[i++];
    if (other === undefined) return 1;
    const order = compare(element, other);
    if (order !== 0) return order;
  }
  return left.length - right.length;
}

/** Runs of digits, single separators of folders, and what stands between. */
function pieces(name: string): string[] {
  return name
    .normalize('NFC')
    .toLowerCase()
    .split(/(\d+|\/)/)
    .filter(piece => piece !== '');
}

/** A folder's own files stand before those of a longer name: the separator sorts before all else. */
function comparePieces(a: string, b: string): number {
  if (a === b) return 0;
  if (a === '/') return -1;
  if (b === '/') return 1;
  if (!/^\d/.test(a) || !/^\d/.test(b)) return compareCodePoints(a, b);
  const [left, right] = [a.replace(/^0+(?=\d)/, ''), b.replace(/^0+(?=\d)/, '')];
  return left.length - right.length || compareCodePoints(left, right);
}
