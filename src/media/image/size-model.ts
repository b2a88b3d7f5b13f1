/** One encode that was made: how strongly it was quantised, and what came out. */
export interface SizePoint {
  readonly quality: number;
  readonly bytes: number;
}

/** ln(bytes) falls by about this much for each unit of ln(quantisation); photos show 0.5 (grainy) to 1 (smooth). */
const TYPICAL_SLOPE = -0.65;

/** The factor by which libjpeg scales its quantisation tables, in percent. */
function quantisation(quality: number): number {
  return quality < 50 ? 5000 / quality : Math.max(200 - 2 * quality, 1);
}

function qualityOf(percent: number): number {
  return percent > 100 ? 5000 / percent : (200 - percent) / 2;
}

/**
 * The quality at which a JPEG should have `bytes` octets: the size is nearly a power of the quantisation, so one encode
 * gives a guess and two give a line through both (a secant step on the logarithms).
 */
export function predictQuality(points: readonly SizePoint[], bytes: number): number {
  const nearest = [...points].sort((a, b) => distance(a, bytes) - distance(b, bytes));
  const [first, second] = nearest;
  if (first === undefined) throw new TypeError('a prediction needs an encode');
  const slope = second === undefined ? TYPICAL_SLOPE : slopeBetween(first, second);
  const logarithm = Math.log(quantisation(first.quality)) + Math.log(bytes / first.bytes) / slope;
  return qualityOf(Math.exp(logarithm));
}

/** The size to expect at another quality. */
export function predictBytes(point: SizePoint, quality: number): number {
  return point.bytes * (quantisation(quality) / quantisation(point.quality)) ** TYPICAL_SLOPE;
}

function distance(point: SizePoint, bytes: number): number {
  return Math.abs(Math.log(point.bytes / bytes));
}

function slopeBetween(a: SizePoint, b: SizePoint): number {
  const run = Math.log(quantisation(a.quality)) - Math.log(quantisation(b.quality));
  const slope = run === 0 ? TYPICAL_SLOPE : (Math.log(a.bytes) - Math.log(b.bytes)) / run;
  return Math.min(Math.max(slope, -2), -0.2);
}
