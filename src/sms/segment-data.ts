import { requireObject, requireOctets } from '../bytes/index.ts';
import { type HeaderOptions, headerElements } from './header-elements.ts';
import { type Concatenation, layOut, type SmsPart, writeUserData } from './segment.ts';

/** Octets, sent 8-bit, and how they are cut. */
export interface DataContent extends HeaderOptions, Concatenation {
  readonly data: Uint8Array;
}

/**
 * What `segmentSms` gives for data: a page that sends no text does not load its alphabets.
 * @throws MmsError as `segmentSms`
 */
export function segmentData(content: DataContent): SmsPart[] {
  const data = requireOctets(requireObject(content, 'a message', 'message').data, 'data');
  const elements = headerElements(content, undefined);
  return writeUserData(layOut({ alphabet: '8bit', data }, elements, content));
}
