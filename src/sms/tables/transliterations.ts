/** A row of {@link TRANSLITERATIONS}: each character of `from` may be written as `to`. */
export interface Transliteration {
  readonly family: string;
  readonly from: string;
  readonly to: string;
}

/** Characters outside GSM 7-bit and what may stand for them; accents are removed without a row. */
export const TRANSLITERATIONS = [
  { family: 'quotation marks', from: '«»“”„‟″‶〝〞＂', to: '"' },
  { family: 'apostrophes', from: '‘’‛ʹʼʻˈ`´′‵＇', to: "'" },
  { family: 'low commas', from: '‚、，', to: ',' },
  { family: 'full stops', from: '。．·', to: '.' },
  { family: 'dashes and bullets', from: '‐‑‒–—―−⁃•‣﹣－', to: '-' },
  { family: 'ellipsis', from: '…', to: '...' },
  { family: 'exclamations', from: '‼', to: '!!' },
  { family: 'angle quotation marks', from: '‹', to: '<' },
  { family: 'angle quotation marks', from: '›', to: '>' },
  { family: 'fractions', from: '¼', to: '1/4' },
  { family: 'fractions', from: '½', to: '1/2' },
  { family: 'fractions', from: '¾', to: '3/4' },
  { family: 'slashes', from: '÷⁄∕', to: '/' },
  { family: 'multiplication', from: '×', to: 'x' },
  { family: 'asterisks', from: '✱✲✳✶✻∗⁎', to: '*' },
  { family: 'signs', from: '©', to: '(C)' },
  { family: 'signs', from: '®', to: '(R)' },
  { family: 'signs', from: '™', to: 'TM' },
  {
    family: 'spaces',
    from: '\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\t',
    to: ' ',
  },
  { family: 'invisible characters', from: '\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff', to: '' },
  { family: 'letters', from: 'ı', to: 'i' },
  { family: 'letters', from: 'ł', to: 'l' },
  { family: 'letters', from: 'Ł', to: 'L' },
  { family: 'letters', from: 'đð', to: 'd' },
  { family: 'letters', from: 'ĐÐ', to: 'D' },
  { family: 'letters', from: 'œ', to: 'oe' },
  { family: 'letters', from: 'Œ', to: 'OE' },
  { family: 'letters', from: 'þ', to: 'th' },
  { family: 'letters', from: 'Þ', to: 'Th' },
  { family: 'Greek capitals with a Latin shape', from: 'Α', to: 'A' },
  { family: 'Greek capitals with a Latin shape', from: 'Β', to: 'B' },
  { family: 'Greek capitals with a Latin shape', from: 'Ε', to: 'E' },
  { family: 'Greek capitals with a Latin shape', from: 'Ζ', to: 'Z' },
  { family: 'Greek capitals with a Latin shape', from: 'Η', to: 'H' },
  { family: 'Greek capitals with a Latin shape', from: 'Ι', to: 'I' },
  { family: 'Greek capitals with a Latin shape', from: 'Κ', to: 'K' },
  { family: 'Greek capitals with a Latin shape', from: 'Μ', to: 'M' },
  { family: 'Greek capitals with a Latin shape', from: 'Ν', to: 'N' },
  { family: 'Greek capitals with a Latin shape', from: 'Ο', to: 'O' },
  { family: 'Greek capitals with a Latin shape', from: 'Ρ', to: 'P' },
  { family: 'Greek capitals with a Latin shape', from: 'Τ', to: 'T' },
  { family: 'Greek capitals with a Latin shape', from: 'Υ', to: 'Y' },
  { family: 'Greek capitals with a Latin shape', from: 'Χ', to: 'X' },
] as const satisfies readonly Transliteration[];
