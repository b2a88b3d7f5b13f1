import { requireObject, wrongType } from '../bytes/index.ts';
import type { Presentation } from '../presentation/index.ts';

/**
 * The octets of a message that is to be shown.
 * @throws MmsError `bytes/value-type` for what is neither a presentation nor octets, and what `toMms` throws
 */
export function encodedMessage(message: Presentation | Uint8Array): Uint8Array {
  if (message instanceof Uint8Array) return message;
  const expected = 'a presentation, or the octets of a message';
  if (typeof requireObject(message, expected, 'message').toMms !== 'function')
    throw wrongType(expected, message, 'message');
  return message.toMms();
}
