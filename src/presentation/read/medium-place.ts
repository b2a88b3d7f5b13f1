/** Where a medium stands in a manifest. */
export interface MediumPlace {
  /** Such as `slides[1].image`. */
  readonly path: string;
  /** Stem of the name of a medium that has no file. */
  readonly stem: string;
}
