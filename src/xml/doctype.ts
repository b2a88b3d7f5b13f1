/**
 * The offset behind an external DOCTYPE that begins at `at`; `undefined` when it is never closed. Brackets and `>` in its
 * quoted identifiers mean nothing.
 */
export function endOfDoctype(text: string, at: number): number | 'internal subset' | undefined {
  const delimiter = /[[<>"']/g;
  delimiter.lastIndex = at + 1;
  for (let match = delimiter.exec(text); match !== null; match = delimiter.exec(text)) {
    const [found] = match;
    if (found === '[') return 'internal subset';
    if (found === '<') return undefined;
    if (found === '>') return match.index + 1;
    const close = text.indexOf(found, match.index + 1);
    if (close < 0) return undefined;
    delimiter.lastIndex = close + 1;
  }
  return undefined;
}
