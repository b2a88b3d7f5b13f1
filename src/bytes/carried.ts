import { DEPARTURES, type Issue, type IssueCode } from '../issues/index.ts';
import { LIMITS } from '../limits.ts';
import { wrongType } from './wrong-type.ts';

/**
 * The departures from the specification that a decoded value carries, known by its warnings: what was read can be
 * written again. See {@link DEPARTURES}.
 */
export class Carried {
  readonly #warnings: readonly Issue[];
  readonly #fieldOf: (path: string) => string;

  /**
   * @param fieldOf - the field that a path is in, the same for reading and writing
   * @throws MmsError `bytes/value-type`
   */
  constructor(warnings: readonly Issue[], fieldOf: (path: string) => string = firstName) {
    if (!Array.isArray(warnings)) throw wrongType('an array of warnings', warnings, 'warnings');
    this.#warnings = warnings;
    this.#fieldOf = fieldOf;
  }

  /** The code to warn with where a refusal is lifted; `undefined` where it stands. */
  lifts(refusal: IssueCode, path: string): IssueCode | undefined {
    const warning = DEPARTURES[refusal];
    if (warning === undefined) return undefined;
    if (warning === true) return refusal;
    // Decoding stops counting there, so the warning may be among those that it left out.
    if (this.#warnings.length >= LIMITS.maxWarnings) return warning;
    const field = this.#fieldOf(path);
    const isCarried = this.#warnings.some(
      found => found?.code === warning && this.#fieldOf(found.path ?? '') === field,
    );
    return isCarried ? warning : undefined;
  }
}

function firstName(path: string): string {
  const end = path.search(/[.[]/);
  return end < 0 ? path : path.slice(0, end);
}
