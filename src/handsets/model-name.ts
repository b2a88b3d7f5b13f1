import { MAKER_BY_KEY } from './makers.ts';

/** `LG/P970/V1.0` and `T610R101` without the version of their software. */
export function withoutVersion(model: string): string {
  return model.replace(/\/v?\d+(?:\.\d+)?[a-z]?$/i, '').replace(/(?<=\w)R\d{3}$/, '');
}

/** Short names that stand right before a model: LGD100, HTCONE. */
const GLUED: ReadonlySet<string> = new Set(['lg', 'htc']);

/** A model without the names of its maker in front, as often as they stand there: `HTC_Desire` is a Desire. */
export function withoutMaker(model: string, maker: string): string {
  const names = MAKER_BY_KEY.filter(([, name]) => name === maker).map(([key]) => key);
  for (const name of [...names, maker]) {
    // other short names need a separator behind them: SEC2 is not a Samsung C2
    const glue = name.length > 3 || GLUED.has(name) ? '[-_/ ]?' : '[-_/ ]';
    const front = new RegExp(`^${name.split('').join('[-_ ]?')}${glue}(?=[\\p{L}\\p{N}])`, 'iu').exec(model);
    if (front !== null) return withoutMaker(model.slice(front[0].length), maker);
  }
  return model;
}

/** Nokia's documents of 2009 write N2730c-1 for the 2730 classic, and its addresses NN95-1 for the N95-1. */
export function withoutNokiaPrefix(model: string, maker: string): string {
  return maker === 'Nokia' ? model.replace(/^N(?=\d{4}|[CENX]\d|N-?Gage)/i, '') : model;
}
