/** What is known of a picture that was encoded. */
export interface MeasuredPicture {
  readonly image: { readonly data: Uint8Array };
  readonly ssim: number | undefined;
}

/** Below this nobody sees a difference, and the quotient of two such numbers says nothing. */
const LEAST_LOSS = 2e-3;
/** No picture falls below this part of what it had: the law holds for small steps. */
const LEAST_SHARE = 0.5;
const STEPS = 40;

/**
 * Shares octets so that all pictures lose the same: the worst of them is then as good as it can be. What a picture lacks
 * to look like its best falls about as its octets grow. `undefined` when one of them was not measured.
 */
export function levelOut(
  pictures: readonly MeasuredPicture[],
  { needs, free }: { readonly needs: readonly number[]; readonly free: number },
): number[] | undefined {
  const losses = pictures.map(({ ssim }) => Math.max(1 - (ssim ?? Number.NaN), LEAST_LOSS));
  const octetsAt = (loss: number): number[] =>
    pictures.map(({ image }, index) => {
      const had = image.data.length;
      const wanted = (had * (losses[index] ?? loss)) / loss;
      return Math.floor(Math.min(Math.max(wanted, had * LEAST_SHARE), needs[index] ?? wanted));
    });
  let [low, high] = [Math.log(LEAST_LOSS / 10), 0];
  for (let step = 0; step < STEPS; step++) {
    const middle = (low + high) / 2;
    if (sum(octetsAt(Math.exp(middle))) > free) low = middle;
    else high = middle;
  }
  // What was not measured has no number of octets, and no sum is within what is free.
  const shares = octetsAt(Math.exp(high));
  return sum(shares) <= free ? shares : undefined;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
