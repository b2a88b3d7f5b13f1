import { requireObject } from '../../../bytes/index.ts';
import { MmsError } from '../../../errors.ts';
import { checkImage, type ImageLimitOptions } from '../read/check.ts';
import { type ImageInfo, imageContentType } from '../read/image-info.ts';
import { repack } from '../write/repack.ts';
import { describeChanges, type ImageChanges } from './changes.ts';
import {
  type ImageConstraints,
  type Misfit,
  misfitsOf,
  type ResolvedImageConstraints,
  resolveConstraints,
} from './constraints.ts';
import { EncodedImages } from './encoded-images.ts';
import type { FittedImage } from './fitter.ts';
import type { FitImageOptions } from './working-size.ts';

/** A picture that the receiver can show, and what was done to it. */
export interface AdaptedImage extends ImageChanges {
  readonly data: Uint8Array;
  readonly contentType: string;
  readonly width: number;
  readonly height: number;
  readonly frames: number;
  /** False when `data` are the octets that came in. */
  readonly changed: boolean;
  /** True when a larger number of octets would not make it better. */
  readonly best: boolean;
  /** Of a JPEG that was encoded. */
  readonly quality?: number;
  /** Of a GIF or PNG that was encoded with a palette. */
  readonly colours?: number;
}

/** A picture that can be asked for several sizes; it is decoded once, and only if it must be. */
export interface PreparedImage {
  /** The facts of the picture that came in. */
  readonly info: ImageInfo;
  /** The picture at its best within the constraints. */
  best(): Promise<AdaptedImage>;
  /** How many octets the picture takes at its best, were `maxBytes` no bound: what it needs of a shared budget. */
  bestBytes(): Promise<number>;
  /**
   * The best picture of at most `maxBytes` octets, within the constraints.
   * @throws MmsError `media/cannot-fit`
   */
  within(maxBytes: number): Promise<AdaptedImage>;
  /**
   * How like the picture at its best one of its adapted forms looks on a screen: the structural similarity of their
   * luma, 1 for no difference; `undefined` for a WBMP.
   */
  similarity(image: AdaptedImage): Promise<number | undefined>;
}

/**
 * Makes a picture fit a receiver: inside its pixels and octets, in a format it reads, upright, in sRGB, without
 * metadata; JPEGs are baseline with a JFIF header. A picture that fits is returned as it is, so adapting twice equals
 * adapting once, and one that only carries too much beside its pixels is not re-encoded.
 * @throws MmsError `media/not-a-picture`, `media/too-many-pixels`, `media/too-many-frames`, `media/not-accepted` when
 * no accepted format can be written, `media/cannot-fit` when the octets cannot be reached, `media/no-image-library`
 * @example const { data, changes } = await adaptImage(photo, { maxWidth: 640, maxHeight: 480, maxBytes: 30_000 });
 */
export async function adaptImage(
  bytes: Uint8Array,
  constraints: ImageConstraints = {},
  options: ImageLimitOptions = {},
): Promise<AdaptedImage> {
  return (await prepareImage(bytes, constraints, options)).best();
}

/**
 * Reads a picture's headers and prepares it for {@link PreparedImage.best} and {@link PreparedImage.within}: for
 * messages whose pictures share a number of octets. `maxBytes` of the constraints is the most that will be asked for.
 * @throws MmsError as {@link adaptImage}
 */
export async function prepareImage(
  bytes: Uint8Array,
  constraints: ImageConstraints = {},
  options: FitImageOptions = {},
): Promise<PreparedImage> {
  requireObject(options, 'options such as { limits }', 'options');
  const info = await checkImage(bytes, options);
  const resolved = resolveConstraints(constraints);
  const images = new EncodedImages(bytes, info, resolved, options);
  const untouched = withoutEncoding(bytes, info, resolved);
  const within = async (maxBytes: number): Promise<AdaptedImage> => {
    const most = Math.min(maxBytes, resolved.maxBytes);
    if (untouched !== undefined && untouched.data.length <= most) return untouched;
    const fitted = await images.within(most);
    if (fitted === undefined) throw cannotFit(info, most);
    return adapted(info, misfitsOf(info, bytes.length, resolved), fitted, images.flattened(fitted));
  };
  const bestBytes = async (): Promise<number> => untouched?.data.length ?? images.bestBytes();
  const similarity = async (image: AdaptedImage): Promise<number | undefined> =>
    image.data === untouched?.data ? 1 : images.similarity(image);
  return { info, within, bestBytes, best: () => within(resolved.maxBytes), similarity };
}

/** The picture as it came, or without what can be taken off it; `undefined` when it must be encoded. */
function withoutEncoding(
  bytes: Uint8Array,
  info: ImageInfo,
  constraints: ResolvedImageConstraints,
): AdaptedImage | undefined {
  const misfits = misfitsOf(info, 0, constraints);
  const { format, width, height, frames } = info;
  const facts = { contentType: imageContentType(format), width, height, frames, best: true };
  if (misfits.length === 0) return { ...facts, data: bytes, changed: false, changes: [], issues: [] };
  const data = repack(bytes, info, misfits);
  if (data === undefined || format === 'bmp' || format === 'webp' || format === 'avif') return undefined;
  const result = { format, width, height, frames };
  return {
    ...facts,
    data,
    changed: true,
    ...describeChanges({ info, misfits, result, flattened: false, encoded: false }),
  };
}

function adapted(
  info: ImageInfo,
  misfits: readonly Misfit[],
  { format, ...fitted }: FittedImage,
  flattened: boolean,
): AdaptedImage {
  const changes = describeChanges({ info, misfits, result: { format, ...fitted }, flattened, encoded: true });
  return { ...fitted, contentType: imageContentType(format), changed: true, ...changes };
}

function cannotFit(info: ImageInfo, maxBytes: number): MmsError {
  const size = `${info.width}×${info.height} ${info.format.toUpperCase()}`;
  return new MmsError('media/cannot-fit', `no way to show a ${size} in ${maxBytes} octets`, {
    hint: 'allow more octets, or leave the picture out',
  });
}
