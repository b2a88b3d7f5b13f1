import { COLOURS } from '../../ems/index.ts';

/** What the names of EMS look like. */
const SHADES: Readonly<Record<(typeof COLOURS)[number]['name'], string>> = {
  black: '#111',
  darkGrey: '#555',
  darkRed: '#8b1a12',
  darkYellow: '#7a6a00',
  darkGreen: '#1f6b2a',
  darkCyan: '#0b6670',
  darkBlue: '#1f2f8f',
  darkMagenta: '#7b1f7b',
  grey: '#9a9a9a',
  white: '#fff',
  brightRed: '#e53a2e',
  brightYellow: '#f2d200',
  brightGreen: '#3fbf4f',
  brightCyan: '#30c6d6',
  brightBlue: '#4a6cff',
  brightMagenta: '#d64bd6',
};

/** Rules for text in the colours of EMS, and for what is behind it. */
export const COLOUR_RULES: string = COLOURS.map(
  ({ name }) => `.ink-${name} { color: ${SHADES[name]} } .on-${name} { background: ${SHADES[name]} }`,
).join('\n');
