import type { PixelSize } from '../media/index.ts';

/** What a carrier lets through; what it does not say is absent. */
export interface NetworkLimits {
  /** Most octets of the encoded message. */
  readonly maxBytes?: number;
  /** Largest picture that phones of the carrier make. */
  readonly maxImage?: PixelSize;
  /** Most recipients of one message. */
  readonly maxRecipients?: number;
  /** Most characters of a subject. */
  readonly maxSubjectLength?: number;
  /** `false`: the carrier has switched MMS off. */
  readonly mms?: boolean;
  /** Whether a message to several people shows each of them the others. */
  readonly groupMms?: boolean;
  /** Header field in which the phone names its user agent profile, where it is not `x-wap-profile`. */
  readonly userAgentProfileHeader?: string;
  /** Header fields that its MMSC wants, as AOSP writes them: `X-MDN: ##LINE1##` (a phone puts its number there). */
  readonly httpParameters?: readonly string[];
}

export type NetworkLimit = keyof NetworkLimits;

type LimitValue = NonNullable<NetworkLimits[NetworkLimit]>;

/** A value of a limit, with who states it. */
export interface LimitStatement {
  /** Name of a carrier, or of the source that speaks of the network as a whole. */
  readonly by: string;
  readonly limits: NetworkLimits;
}

/** The smaller counts of all statements, and a sentence for each limit on which they differ. */
export interface MergedLimits {
  readonly limits: NetworkLimits;
  readonly notes: readonly string[];
}

/** Gets at least one value. */
type Merge<Key extends NetworkLimit> = (
  values: readonly NonNullable<NetworkLimits[Key]>[],
) => NonNullable<NetworkLimits[Key]>;

const MERGES: { readonly [Key in NetworkLimit]: Merge<Key> } = {
  maxBytes: values => Math.min(...values),
  maxImage: values => ({
    width: Math.min(...values.map(({ width }) => width)),
    height: Math.min(...values.map(({ height }) => height)),
  }),
  maxRecipients: values => Math.min(...values),
  maxSubjectLength: values => Math.min(...values),
  mms: values => values.every(value => value),
  groupMms: values => values.every(value => value),
  userAgentProfileHeader: values => mostFrequent(values),
  httpParameters: values => mostFrequent(values),
};

/** Of several statements about one network the smaller counts; where nothing is smaller, what most say. */
export function mergeLimits(statements: readonly LimitStatement[]): MergedLimits {
  const keys = Object.keys(MERGES).filter(isLimit);
  const merged = keys.map(key => mergeLimit(key, statements));
  return {
    limits: Object.assign({}, ...merged.map(({ limits }) => limits)),
    notes: merged.flatMap(({ notes }) => notes),
  };
}

function isLimit(key: string): key is NetworkLimit {
  return Object.hasOwn(MERGES, key);
}

function mergeLimit<Key extends NetworkLimit>(key: Key, statements: readonly LimitStatement[]): MergedLimits {
  const said = statements.flatMap(({ by, limits }) => {
    const value = limits[key];
    return value === undefined ? [] : [{ by, value }];
  });
  if (said.length === 0) return { limits: {}, notes: [] };
  const merge: Merge<Key> = MERGES[key];
  const value = merge(said.map(entry => entry.value));
  return { limits: { [key]: value }, notes: noteOf(key, value, said) };
}

function noteOf(
  key: NetworkLimit,
  value: LimitValue,
  said: readonly { by: string; value: LimitValue }[],
): string[] {
  const byValue = new Map<string, string[]>();
  for (const { by, value: stated } of said) {
    byValue.set(shown(stated), [...(byValue.get(shown(stated)) ?? []), by]);
  }
  if (byValue.size < 2) return [];
  const others = [...byValue].map(([stated, by]) => `${stated} (${[...new Set(by)].join(', ')})`);
  return [`${key}: ${shown(value)} is taken of ${others.join(', ')}`];
}

function shown(value: LimitValue): string {
  if (typeof value !== 'object') return String(value);
  return 'width' in value ? `${value.width}x${value.height}` : value.join(' | ');
}

/** The first of those that are stated most often. */
function mostFrequent<T extends LimitValue>(values: readonly T[]): T {
  const count = (value: T): number => values.filter(other => shown(other) === shown(value)).length;
  return values.reduce((best, value) => (count(value) > count(best) ? value : best));
}
