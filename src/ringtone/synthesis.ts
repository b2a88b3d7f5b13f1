/** Strength of the fundamental and of the overtones: somewhere between a flute and a music box. */
const PARTIALS = [1, 0.35, 0.15] as const;

/** Entries of one period, a power of two. */
const TABLE_BITS = 11;
const TABLE_SIZE = 1 << TABLE_BITS;
const PEAK = 32_000;

const ATTACK_SECONDS = 0.005;
const RELEASE_SECONDS = 0.02;
/** Loudness that a note has faded to at its end. */
const SUSTAIN = 0.55;

/** One period with so many partials, as 16-bit numbers: rounded so, it is the same on every machine. */
function period(partials: number): Int16Array {
  const used = PARTIALS.slice(0, partials);
  const strength = used.reduce((sum, partial) => sum + partial, 0);
  return Int16Array.from({ length: TABLE_SIZE }, (_, i) => {
    const angle = (2 * Math.PI * i) / TABLE_SIZE;
    return Math.round(
      (PEAK * used.reduce((sum, partial, k) => sum + partial * Math.sin((k + 1) * angle), 0)) / strength,
    );
  });
}

/** A tone generator: a phase of 32 bits that walks through a table of one period. */
export class Oscillator {
  readonly #sampleRate: number;
  readonly #tables = PARTIALS.map((_, i) => period(i + 1));
  #table: Int16Array = new Int16Array(TABLE_SIZE);
  #phase = 0;
  #step = 0;

  constructor(sampleRate: number) {
    this.#sampleRate = sampleRate;
  }

  /** Begins a tone, with those overtones only that the sample rate can carry. */
  start(frequencyHz: number): void {
    const partials = Math.max(1, Math.min(PARTIALS.length, Math.floor(this.#sampleRate / 2 / frequencyHz)));
    this.#table = this.#tables[partials - 1] ?? this.#table;
    this.#phase = 0;
    this.#step = Math.round((frequencyHz * 2 ** 32) / this.#sampleRate);
  }

  /** The next sample, -32768 to 32767. */
  next(): number {
    const sample = this.#table[this.#phase >>> (32 - TABLE_BITS)] ?? 0;
    this.#phase = (this.#phase + this.#step) >>> 0;
    return sample;
  }
}

/** Loudness, 0 to 1, of a sample of a note: a quick rise, a slow fade, a release to silence at the end. */
export function envelope(sample: number, samples: number, sampleRate: number): number {
  const attack = Math.min(1, sample / (ATTACK_SECONDS * sampleRate));
  const release = Math.min(1, (samples - 1 - sample) / (RELEASE_SECONDS * sampleRate));
  return attack * release * (1 - (1 - SUSTAIN) * (sample / samples));
}
