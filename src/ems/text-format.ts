import { MmsError } from '../errors.ts';
import { didYouMean } from '../schema/index.ts';
import { type InformationElement, informationElement } from '../sms/index.ts';
import type { EmsTextFormat } from './items.ts';
import { ALIGNMENT_MASK, ALIGNMENTS, COLOURS, SIZE_MASK, SIZES, STYLES } from './tables.ts';

const DEFAULT_ALIGNMENT = 'language';
const DEFAULT_SIZE = 'normal';
const DEFAULT_FOREGROUND = 'black';
const DEFAULT_BACKGROUND = 'white';

/** A text formatting element for `length` characters from `start`; 0 characters: for all that follow. */
export function formatElement(
  format: EmsTextFormat,
  start: number,
  length: number,
  path: string,
): InformationElement {
  const colour = colourOf(format, path);
  return informationElement('textFormatting', {
    start,
    length,
    mode: modeOf(format, path),
    ...(colour === undefined ? {} : { colour }),
  });
}

function modeOf(format: EmsTextFormat, path: string): number {
  const { alignment = DEFAULT_ALIGNMENT, size = DEFAULT_SIZE } = format;
  const styles = STYLES.filter(({ name }) => flag(format[name], `${path}.${name}`));
  return styles.reduce(
    (mode, { code }) => mode | code,
    codeOf(ALIGNMENTS, alignment, `${path}.alignment`) | codeOf(SIZES, size, `${path}.size`),
  );
}

function colourOf({ foreground, background }: EmsTextFormat, path: string): number | undefined {
  if (foreground === undefined && background === undefined) return undefined;
  const front = codeOf(COLOURS, foreground ?? DEFAULT_FOREGROUND, `${path}.foreground`);
  return front | (codeOf(COLOURS, background ?? DEFAULT_BACKGROUND, `${path}.background`) << 4);
}

function flag(value: boolean | undefined, path: string): boolean {
  if (value === undefined || typeof value === 'boolean') return value === true;
  throw new MmsError('ems/value', 'expected true or false', { path });
}

function codeOf(
  rows: readonly { readonly code: number; readonly name: string }[],
  name: string,
  path: string,
): number {
  const row = rows.find(other => other.name === name);
  if (row !== undefined) return row.code;
  const names = rows.map(other => other.name);
  const hint = didYouMean(String(name), names);
  throw new MmsError('ems/value', `expected one of ${names.join(', ')}`, { path, hint });
}

/** The format of a mode and perhaps a colour; `undefined` for a size that is not assigned. */
export function formatOf(mode: number, colour: number | undefined): EmsTextFormat | undefined {
  const size = SIZES.find(({ code }) => code === (mode & SIZE_MASK))?.name;
  const alignment = ALIGNMENTS.find(({ code }) => code === (mode & ALIGNMENT_MASK))?.name;
  if (size === undefined) return undefined;
  const styles = STYLES.filter(({ code }) => (mode & code) !== 0).map(({ name }) => [name, true] as const);
  const colours =
    colour === undefined
      ? {}
      : { foreground: colourName(colour & 0x0f), background: colourName(colour >> 4) };
  return {
    ...(alignment === DEFAULT_ALIGNMENT ? {} : { alignment }),
    ...(size === DEFAULT_SIZE ? {} : { size }),
    ...Object.fromEntries(styles),
    ...colours,
  };
}

function colourName(code: number) {
  return COLOURS.find(row => row.code === code)?.name;
}

/** True for formats that are written alike. */
export function isSameFormat(a: EmsTextFormat | undefined, b: EmsTextFormat | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return modeOf(a, '') === modeOf(b, '') && colourOf(a, '') === colourOf(b, '');
}
