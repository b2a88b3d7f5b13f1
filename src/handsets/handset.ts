import type { Profile } from '../media/index.ts';

/** What the profiles of one model may say differently. */
export type HandsetFact = 'maxBytes' | 'maxImage' | 'screen' | 'accept' | 'charsets';

/** One model of phone, as the user agent profiles of its maker describe it. It is a {@link Profile} too. */
export interface Handset extends Profile {
  /** Maker and model in lower case with hyphens: `nokia-6230`. */
  readonly id: string;
  /** Empty for the few whose profile does not say. */
  readonly maker: string;
  readonly model: string;
  /**
   * There when several profiles stand behind the model (firmwares, operators) and differ: how many, and in what. The
   * size limit is then the smallest, the picture the one that fits all, and types and charsets are those of all.
   */
  readonly variants?: { readonly profiles: number; readonly differIn: readonly HandsetFact[] };
}
