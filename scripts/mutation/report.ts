import { join } from 'node:path';

const OUT = join(import.meta.dirname, '..', '..', 'out', 'mutation');

/** Where the changes of a room or file are listed. */
export function mutantsFile(sources: string): string {
  return join(OUT, `${sources.replaceAll('/', '-')}.mutants.json`);
}

/** Where it stands what became of them. */
export function reportFile(sources: string): string {
  return join(OUT, `${sources.replaceAll('/', '-')}.report.json`);
}

/** A change of the source, as Stryker's instrumenter lists it. */
export interface Mutant {
  readonly id: string;
  readonly fileName: string;
  readonly replacement: string;
  readonly location: { readonly start: Position; readonly end: Position };
  /** `Ignored` for what is not tried. */
  readonly status?: string | undefined;
}

/** From 0, the end excluded. */
interface Position {
  readonly line: number;
  readonly column: number;
}

/** What became of the changes, by their numbers. */
export interface Report {
  /** Noticed by a test. */
  readonly killed: readonly string[];
  /** Their place was reached by a test. */
  readonly covered: readonly string[];
  /** Their place was reached while modules were loaded. */
  readonly atLoad: readonly string[];
  /** Tests that did not pass twice, or not after other changes had been tried: they say nothing. */
  readonly lost: readonly string[];
}
