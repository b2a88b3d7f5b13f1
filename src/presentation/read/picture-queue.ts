import { type Limits, resolveLimits } from '../../limits.ts';
import type { AdaptedImage, ImageConstraints } from '../../media/index.ts';
import { DEFAULT_CONCURRENCY, WeightedSemaphore } from '../side-by-side.ts';

/** How a {@link PictureQueue} converts. */
export interface PictureQueueOptions {
  readonly limits?: Partial<Limits> | undefined;
  /** Pictures at once. */
  readonly concurrency?: number | undefined;
}

/** Converts a few pictures at once, fewer where they would take more memory together than is allowed. */
export class PictureQueue {
  readonly #limits: Partial<Limits> | undefined;
  readonly #places: WeightedSemaphore;
  readonly #memory: WeightedSemaphore;

  constructor({ limits, concurrency = DEFAULT_CONCURRENCY }: PictureQueueOptions) {
    this.#limits = limits;
    this.#places = new WeightedSemaphore(concurrency);
    this.#memory = new WeightedSemaphore(resolveLimits(limits).maxImageMemoryBytes);
  }

  /** @throws MmsError as `adaptImage` */
  adapt(bytes: Uint8Array, constraints: ImageConstraints): Promise<AdaptedImage> {
    return this.#places.run(1, async () => {
      const { adaptImage } = await import('../../media/index.ts');
      const weight = await this.#weigh(bytes, constraints);
      return this.#memory.run(weight, () => adaptImage(bytes, constraints, { limits: this.#limits }));
    });
  }

  /** Octets that fitting a picture takes; one that is too large takes none, as it is refused. */
  async #weigh(bytes: Uint8Array, constraints: ImageConstraints): Promise<number> {
    const { fittingBytes, fittingNeed, probeImage } = await import('../../media/index.ts');
    const info = probeImage(bytes);
    const need = info && fittingNeed(bytes, info, constraints, { limits: this.#limits });
    return need === undefined ? 0 : Math.ceil(fittingBytes(need));
  }
}
