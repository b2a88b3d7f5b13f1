/** Global tokens of every WBXML language (WAP-192 7.1). */
export const GLOBAL_TOKENS = {
  SWITCH_PAGE: 0x00,
  END: 0x01,
  ENTITY: 0x02,
  STR_I: 0x03,
  LITERAL: 0x04,
  EXT_I_0: 0x40,
  EXT_I_2: 0x42,
  PI: 0x43,
  LITERAL_C: 0x44,
  EXT_T_0: 0x80,
  EXT_T_2: 0x82,
  STR_T: 0x83,
  LITERAL_A: 0x84,
  EXT_0: 0xc0,
  EXT_2: 0xc2,
  OPAQUE: 0xc3,
  LITERAL_AC: 0xc4,
} as const;

/** Bits of a tag octet (WAP-192 5.8.2). */
export const TAG_BITS = { attributes: 0x80, content: 0x40, code: 0x3f } as const;

/** Below are global tokens, also with the two high bits. */
const FIRST_CODE = 0x05;
const FIRST_VALUE_TOKEN = 0x80;

/** True for the token of an element, also a literal one. */
export function isElementToken(token: number): boolean {
  return (token & TAG_BITS.code) >= GLOBAL_TOKENS.LITERAL;
}

/** True for the token that begins an attribute, also a literal one (WAP-192 5.8.3). */
export function isStartToken(token: number): boolean {
  return (
    token === GLOBAL_TOKENS.LITERAL || (token < FIRST_VALUE_TOKEN && (token & TAG_BITS.code) >= FIRST_CODE)
  );
}

/** True for the token of a language that stands for a text in a value (WAP-192 5.8.3). */
export function isValueToken(token: number): boolean {
  return token >= FIRST_VALUE_TOKEN && token <= 0xff && (token & TAG_BITS.code) >= FIRST_CODE;
}

/** What follows an extension token: a text, a number, or nothing (WAP-192 5.8.4.2). */
export function extensionKind(token: number): 'text' | 'number' | 'none' | undefined {
  if (token >= GLOBAL_TOKENS.EXT_I_0 && token <= GLOBAL_TOKENS.EXT_I_2) return 'text';
  if (token >= GLOBAL_TOKENS.EXT_T_0 && token <= GLOBAL_TOKENS.EXT_T_2) return 'number';
  return token >= GLOBAL_TOKENS.EXT_0 && token <= GLOBAL_TOKENS.EXT_2 ? 'none' : undefined;
}
