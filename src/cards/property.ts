/** A property of a card that has no key of its own: it is kept and written back. */
export interface CardProperty {
  /** `[A-Za-z0-9-]+`, such as `X-CLASS`. */
  readonly name: string;
  /** Bare types such as `WORK`, or `NAME=value`; `ENCODING=BASE64` for binary values. */
  readonly parameters?: readonly string[] | undefined;
  /** Text, or the base64 digits of a binary value. */
  readonly value: string;
}

/** A property as it was read: decoded to text, escapes and structure still in it. */
export interface ReadProperty extends CardProperty {
  readonly name: string;
  /** In upper case but for values; without ENCODING and CHARSET, which are undone, save ENCODING=BASE64. */
  readonly parameters: readonly string[];
  readonly line: number;
  /** In a text of 2.1 or vCalendar 1.0: the line has escapes that only newer versions know, `\,` or `\n`. */
  readonly hasModernEscapes?: true | undefined;
}

/** The parameter of a binary value. */
export const BASE64 = 'ENCODING=BASE64';

/** Bare parameters that name an encoding and not a type (vCard 2.1, 2.4.1). */
export const BARE_ENCODINGS: readonly string[] = ['7BIT', '8BIT', 'QUOTED-PRINTABLE', 'BASE64'];
