/**
 * Shares a number of octets among needs: who needs less than an equal share gets what it needs, and the rest is shared
 * among the others. The shares are whole and add up to at most `available`.
 * @example shareOut(100, [10, 80, 80]) // [10, 45, 45]
 */
export function shareOut(available: number, needs: readonly number[]): number[] {
  const shares: number[] = [];
  const byNeed = needs.map((need, index) => ({ need, index })).sort((a, b) => a.need - b.need);
  let left = Math.max(0, Math.floor(available));
  let waiting = byNeed.length;
  for (const { need, index } of byNeed) {
    const share = Math.min(need, Math.floor(left / waiting));
    shares[index] = share;
    left -= share;
    waiting--;
  }
  return shares;
}
