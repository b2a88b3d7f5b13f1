/**
 * Compares names as people count: numbers by value, letters without regard to case; what is still equal, by code points.
 * @example ['10.jpg', '2.jpg', '1.jpg'].sort(compareNaturally) // ['1.jpg', '2.jpg', '10.jpg']
 */
export function compareNaturally(a: string, b: string): number {
  const [left, right] = [pieces(a), pieces(b)];
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    const order = comparePieces(left[i] ?? '', right[i] ?? '');
    if (order !== 0) return order;
  }
  return left.length - right.length || compareCodePoints(a, b);
}

/** UTF-16 sorts surrogates before the last characters of the first plane; code points do not. */
export function compareCodePoints(a: string, b: string): number {
  const [left, right] = [[...a], [...b]];
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    const order = (left[i]?.codePointAt(0) ?? 0) - (right[i]?.codePointAt(0) ?? 0);
    if (order !== 0) return order;
  }
  return left.length - right.length;
}

/** Runs of digits, single separators of folders, and what stands between. */
function pieces(name: string): string[] {
  return (
    name
      .normalize('NFC')
      .toLowerCase()
      .match(/\d+|\/|[^\d/]+/gu) ?? []
  );
}

/** A folder's own files stand before those of a longer name: the separator sorts before all else. */
function comparePieces(a: string, b: string): number {
  if (a === b) return 0;
  if (a === '/' || b === '/') return a === '/' ? -1 : 1;
  if (!/^\d/.test(a) || !/^\d/.test(b)) return compareCodePoints(a, b);
  const [left, right] = [a.replace(/^0+(?=\d)/, ''), b.replace(/^0+(?=\d)/, '')];
  return left.length - right.length || compareCodePoints(left, right);
}
