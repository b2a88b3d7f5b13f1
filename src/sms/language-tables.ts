import { type ShiftKind, unitsOf } from './language-units.ts';
import type { LanguageRow } from './tables/language-row.ts';
import { LANGUAGES } from './tables/languages.ts';

const NONE = '----';

/** A row of {@link LANGUAGE_TABLES}: characters by septet as hexadecimal code points. */
export interface LanguageTable {
  /** National language identifier of information elements 24 and 25; 0 is the default alphabet. */
  readonly id: number;
  readonly name: string;
  /** 128 code points in septet order, `----` where there is none; Spanish has no locking shift table. */
  readonly locking?: string;
  /** `septet:code point` of every character that follows an escape (1B). */
  readonly singleShift: string;
  readonly clause: string;
}

/**
 * The GSM 7-bit alphabet and all national language tables (3GPP TS 23.038 6.2.1, annexes A.2 and A.3). Where published
 * transcriptions differ the entries are those of the Android sources; Kannada locking 24 mends a misprint of the
 * specification, which shows the letter of 3D there again.
 */
export const LANGUAGE_TABLES: readonly LanguageTable[] = /* @__PURE__ */ LANGUAGES.map(tableOf);

/** The texts are made when somebody asks for them: hardly any program does. */
function tableOf({ id, name, locking, clause }: LanguageRow): LanguageTable {
  if (locking === undefined) {
    return {
      id,
      name,
      get singleShift() {
        return singleShiftText(id);
      },
      clause,
    };
  }
  return {
    id,
    name,
    get locking() {
      return codePoints('locking', id).join(' ');
    },
    get singleShift() {
      return singleShiftText(id);
    },
    clause,
  };
}

function singleShiftText(id: number): string {
  return codePoints('singleShift', id)
    .map((code, septet) => `${hex(septet, 2)}:${code}`)
    .filter(entry => !entry.endsWith(NONE))
    .join(' ');
}

function codePoints(kind: ShiftKind, id: number): string[] {
  return Array.from(unitsOf(kind, id) ?? [], unit => (unit === 0 ? NONE : hex(unit, 4)));
}

function hex(value: number, digits: number): string {
  return value.toString(16).padStart(digits, '0');
}
