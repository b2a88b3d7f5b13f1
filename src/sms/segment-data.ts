import { requireObject, requireOctets } from '../bytes/index.ts';
import { type SubmitHeaders, submitHead } from './encode-submit.ts';
import { type HeaderOptions, headerElements } from './header-elements.ts';
import type { InformationElement } from './information-element.ts';
import { type SchemeOptions, schemeOf } from './scheme.ts';
import {
  type Concatenation,
  layOut,
  type SmsPart,
  type SmsSegment,
  writeTpdus,
  writeUserData,
} from './segment.ts';

/** Octets, sent 8-bit, and how they are cut. */
export interface DataContent extends HeaderOptions, Concatenation, SchemeOptions {
  readonly data: Uint8Array;
}

/**
 * What `segmentSms` gives for data: a page that sends no text does not load its alphabets.
 * @throws MmsError as `segmentSms`
 */
export function segmentData(content: DataContent): SmsPart[] {
  const elements = elementsOf(content);
  schemeOf(content, '8bit');
  return writeUserData(layOut({ alphabet: '8bit', data: content.data }, elements, content));
}

/**
 * What `encodeSms` gives for data.
 * @throws MmsError as `encodeSms`
 */
export function encodeData(message: DataContent & SubmitHeaders): SmsSegment[] {
  const elements = elementsOf(message);
  const scheme = schemeOf(message, '8bit');
  const layout = layOut({ alphabet: '8bit', data: message.data }, elements, message);
  return writeTpdus(layout, submitHead(message, scheme, layout.header.length > 0));
}

function elementsOf(content: DataContent): readonly InformationElement[] {
  requireOctets(requireObject(content, 'a message', 'message').data, 'data');
  return headerElements(content, undefined);
}
