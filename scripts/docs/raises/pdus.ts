import { program, type Raise } from './raise.ts';

/** `+447700900123/TYPE=PLMN` with its NUL. */
const NUMBER = '2b3434373730303930303132332f545950453d504c4d4e00';

/** An m-send-req up to its Content-Type. */
const HEAD = `8c80985431008d9289018197${NUMBER}`;

/** Content-Type and body of a text. */
const HELLO = '840383 81ea 48656c6c6f';

/** A file: a GIF of one pixel. */
export const GIF = '47494638396101000100800000ffffff00000021f90400000000002c00000000010001000002024401003b';

export const decode = (hex: string): Raise => ({ run: `mms decode --hex ${hex.replaceAll(' ', '')}` });

/** An m-send-req with more fields, or another content. */
export const pdu = (fields: string, content = HELLO): Raise => decode(HEAD + fields + content);

/** An m-send-req without some of its fields. */
export const bare = (fields: string, content = HELLO): Raise => decode(fields + content);

/** The octets of an m-send-req of a text. */
export const SEND_REQ = (HEAD + HELLO).replaceAll(' ', '');

/** The recipient of an m-send-req. */
export const TO = `97${NUMBER}`;

/** An m-send-req of a text with another Content-Type. */
export const typed = (contentType: string): Raise => pdu('', `84${contentType}48656c6c6f`);

/** An m-send-req whose body is a multipart/mixed of these octets. */
export const parts = (hex: string): Raise => pdu('', `84a3${hex}`);

/** An m-notification-ind from its sender on. */
export const notification = (fields: string): Raise => decode(`8c82985431008d92${fields}`);

/** An m-retrieve-conf with these fields, read in strict mode. */
export const strictly = (fields: string): Raise =>
  program(`
import { fromHex } from 'mms-composer';
import { decodePdu } from 'mms-composer/mms';

const bytes = fromHex('8c848d92${fields.replaceAll(' ', '')}8400');
decodePdu(bytes, { strict: true });`);
