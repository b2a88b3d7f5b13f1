import type { Remedies } from './remedy.ts';

/** What to do about values of WSP. */
export const WSP_REMEDIES = {
  'wsp/length-overrun':
    'Correct the length, or get the rest of the message: it may have been cut on its way.',
  'wsp/uintvar-range': 'Look for a wrong offset before it: no real message has a length above 32 bits.',
  'wsp/value-form':
    'Correct the octets at the offset; without `strict` such a value is kept raw, and the rest is read.',
  'wsp/value-length':
    'Put the length (00 to 1E, or 1F and a uintvar) before the value; without `strict` the value is kept raw.',
  'wsp/text-control': 'Remove the control character; a line break becomes a blank.',
  'wsp/token': 'Use letters, digits and hyphens: tokens have no blanks, quotes or brackets.',
  'wsp/quoted-text': 'Leave the quotation marks out: the encoder writes those that the format needs.',
  'wsp/parameter-value': 'Give the parameter a value of the kind that the message names.',
  'wsp/raw-value': 'Give the octets of exactly one value, as `decodePdu` put them into `unknown`.',
  'wsp/non-minimal':
    'Nothing, where you only read; whoever writes the message should use as few octets as it takes.',
  'wsp/integer-form':
    'Nothing, where you only read; whoever writes the message should use the form of the specification.',
  'wsp/missing-terminator':
    'Check that the message is complete; whoever writes it should end each text with 00.',
  'wsp/stray-quote':
    'Nothing, where you only read; whoever writes the message should leave the quotation mark out.',
  'wsp/missing-quote':
    'Nothing, where you only read; whoever writes the message should put 7F before such a text.',
  'wsp/unquoted': 'Nothing, where you only read; whoever writes the message should begin the value with 22.',
  'wsp/wrong-length':
    'Mend what wrote the multipart: a length of it is wrong. The parts read are most likely right; look at the one that the length belongs to.',
  'wsp/section-rest': 'Check the length of the value: it counts octets that no field of it takes.',
  'wsp/charset-guessed':
    'Compare the text with what was sent; whoever writes the message should state its real charset.',
  'wsp/non-ascii-text': 'Use names of US-ASCII for parts; some phones garble others.',
  'wsp/media-type-parameters':
    'Nothing, where you only read; whoever writes the message should code parameters as WSP does.',
  'wsp/unknown-media-code': 'Look the number up at OMNA, or write the media type as text.',
  'wsp/value-kept-raw': 'Look at the octets with `mms inspect`; they are written back as they are.',
  'wsp/repeated-header': 'Give the header or parameter once; of those that were read the first one counts.',
  'wsp/transfer-encoding':
    'Send parts as plain octets: WSP has no transfer encodings, and phones do not undo them.',
  'wsp/part-truncated': 'Get the message again: its end was lost, and the last part is incomplete.',
  'wsp/parts-missing': 'Get the message again, or correct the number of parts at its beginning.',
  'wsp/trailing-octets': 'Cut the octets off, or correct the number of parts at the beginning of the body.',
  'wsp/empty-multipart': 'Get the message again: a multipart has at least the number of its parts.',
  'wsp/too-many-parts':
    'Raise `limits.maxParts` if you trust the sender; a message for phones has few parts.',
  'wsp/too-many-headers':
    'Remove headers; if you trust the sender, raise `limits.maxHeaders` or `limits.maxParameters`.',
  'wsp/too-deep':
    'Put the parts side by side; `limits.maxMultipartDepth` reads more levels, if you trust the sender.',
} satisfies Remedies;
