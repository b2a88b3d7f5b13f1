/** Something to look at for who has nothing to paste. */
export interface Example {
  readonly name: string;
  readonly input: string;
}

/** The build makes them of the samples of the project and puts them in. */
declare const SITE_EXAMPLES: readonly Example[];

export const EXAMPLES: readonly Example[] = SITE_EXAMPLES;
