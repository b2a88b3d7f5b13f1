import type { Limits } from '../../limits.ts';
import type { AdaptedImage, ImageConstraints } from '../../media/index.ts';

/** Converts pictures one after the other, since each may take all the memory that is allowed. */
export class PictureQueue {
  readonly #limits: Partial<Limits> | undefined;
  #last: Promise<unknown> = Promise.resolve();

  constructor(limits: Partial<Limits> | undefined) {
    this.#limits = limits;
  }

  /** @throws MmsError as `adaptImage` */
  adapt(bytes: Uint8Array, constraints: ImageConstraints): Promise<AdaptedImage> {
    const job = async (): Promise<AdaptedImage> => {
      const { adaptImage } = await import('../../media/index.ts');
      return adaptImage(bytes, constraints, { limits: this.#limits });
    };
    const adapted = this.#last.then(job, job);
    this.#last = adapted;
    return adapted;
  }
}
