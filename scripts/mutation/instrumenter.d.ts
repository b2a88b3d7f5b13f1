/*
 * The types of @stryker-mutator/instrumenter, as far as they are used: its own do not pass with
 * `exactOptionalPropertyTypes` and without those of Babel. `tsconfig.check.json` names this file for it.
 */

/** A literal, as Babel gives it. */
export interface LiteralPath {
  isStringLiteral(): boolean;
  isTemplateLiteral(): boolean;
  readonly node: {
    readonly value: string;
    readonly quasis: readonly { readonly value: { readonly cooked: string } }[];
  };
}

export interface Ignorer {
  /** @returns why the node is left as it is; `undefined` for one that is changed */
  shouldIgnore(path: LiteralPath): string | undefined;
}

interface File {
  readonly name: string;
  readonly content: string;
  readonly mutate: boolean;
}

export class Instrumenter {
  constructor(logger: {
    isDebugEnabled(): boolean;
    debug(...words: unknown[]): void;
    info(...words: unknown[]): void;
    warn(...words: unknown[]): void;
  });
  /** Puts all changes of the files into them, each behind its switch. */
  instrument(
    files: readonly File[],
    options: {
      readonly plugins: null;
      readonly excludedMutations: readonly string[];
      readonly ignorers: readonly Ignorer[];
    },
  ): Promise<{ readonly files: readonly File[]; readonly mutants: readonly unknown[] }>;
}
