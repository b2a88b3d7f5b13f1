/** One encode that was made: at what quality, and what came out. */
export interface SizePoint {
  readonly quality: number;
  readonly bytes: number;
}

/** ln(bytes) falls by so much for each unit of ln(quantisation): photos show 0.5 (grainy) to 1.2 (smooth). */
const TYPICAL_SLOPE = -0.75;
/** No photo falls faster: what is out of reach by this slope is out of reach. */
const STEEPEST_SLOPE = -1.3;

/** The factor by which libjpeg scales its quantisation tables, in percent. */
function quantisation(quality: number): number {
  return quality < 50 ? 5000 / quality : Math.max(200 - 2 * quality, 1);
}

function qualityAt(percent: number): number {
  return percent > 100 ? 5000 / percent : (200 - percent) / 2;
}

/**
 * The quality at which a JPEG should have `bytes` octets: the size is nearly a power of the quantisation, so one encode
 * gives a guess and two give a line through both (a secant step on the logarithms).
 * @param points at least one encode
 */
export function predictQuality(points: readonly SizePoint[], bytes: number): number {
  const near = byNearness(points, point => Math.log(point.bytes / bytes));
  return qualityBy(slopeOf(near), near[0], bytes);
}

/** The highest quality that could have so few octets, to know what need not be tried. */
export function reachableQuality(points: readonly SizePoint[], bytes: number): number {
  const smallest = points.toSorted((a, b) => a.bytes - b.bytes)[0];
  return qualityBy(STEEPEST_SLOPE, smallest, bytes);
}

function qualityBy(slope: number, point: SizePoint | undefined, bytes: number): number {
  if (point === undefined) throw new TypeError('a prediction needs an encode');
  return qualityAt(Math.exp(Math.log(quantisation(point.quality)) + Math.log(bytes / point.bytes) / slope));
}

/** The size to expect at a quality. */
export function predictBytes(points: readonly SizePoint[], quality: number): number {
  const near = byNearness(points, point => Math.log(quantisation(point.quality) / quantisation(quality)));
  const [nearest] = near;
  if (nearest === undefined) throw new TypeError('a prediction needs an encode');
  return nearest.bytes * (quantisation(quality) / quantisation(nearest.quality)) ** slopeOf(near);
}

function byNearness(points: readonly SizePoint[], distance: (point: SizePoint) => number): SizePoint[] {
  return points.toSorted((a, b) => Math.abs(distance(a)) - Math.abs(distance(b)));
}

/** Slope between the two nearest points, within what photos show. */
function slopeOf([a, b]: readonly SizePoint[]): number {
  if (a === undefined || b === undefined || a.quality === b.quality) return TYPICAL_SLOPE;
  const run = Math.log(quantisation(a.quality) / quantisation(b.quality));
  return Math.min(Math.max(Math.log(a.bytes / b.bytes) / run, -2), -0.2);
}
