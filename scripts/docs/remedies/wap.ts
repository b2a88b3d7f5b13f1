import type { Remedies } from './remedy.ts';

/** What to do about WBXML, pushes, settings and XML. */
export const WAP_REMEDIES = {
  'wbxml/version': 'Check that the octets are WBXML from the first one on: it is 01, 02 or 03.',
  'wbxml/number': 'Look for a wrong offset before it: no real document has a number above 32 bits.',
  'wbxml/syntax':
    'Look at the octets with `mms inspect --as wbxml`: an element or an attribute is missing there.',
  'wbxml/string-index': 'Correct the index, or put the text into the string table.',
  'wbxml/entity': 'Use the number of a character; surrogates and 0 are none.',
  'wbxml/charset': 'Leave `charset` out for UTF-8 (106), or choose 3 (US-ASCII) or 4 (ISO-8859-1).',
  'wbxml/nul-character': 'Remove U+0000: in WBXML it ends the text.',
  'wbxml/too-deep': 'Nest fewer elements; documents for phones have a handful of levels.',
  'wbxml/too-large': 'Look at the sender: no document for a phone is that large.',
  'wbxml/unknown-language':
    'Pass the language of the document to `decodeWbxml`, if you have its token tables.',
  'wbxml/unknown-token':
    'Check the document type: the tokens may belong to another one, or to a newer version.',
  'wbxml/repeated-attribute': 'Write the attribute once; of those that were read, the last one counts.',
  'wbxml/instruction-dropped': 'Nothing: no phone is known to use processing instructions.',
  'wbxml/charset-guessed':
    'Compare the text with what was sent; whoever writes it should state its real charset.',
  'wbxml/trailing-octets': 'Cut the octets off: the document ends with its root element.',
  'push/missing': 'Give the indication an `href` or an `si-id`, and what else the message names.',
  'push/value': 'Choose one of the values that the message names.',
  'push/date': 'Write the date in UTC and without fractions, such as `2026-10-20T10:15:30Z`.',
  'push/document-type':
    'Pass a service indication (`<si>`) or a service loading (`<sl>`); settings go with `--provisioning`.',
  'push/pdu-type': 'Pass the Push PDU from its transaction id on: the second octet is 06 or 07.',
  'push/not-in-dtd': 'Remove what the DTD of the document does not have; it was left out.',
  'push/value-dropped': 'Write a value that the DTD allows; the attribute was left out.',
  'provisioning/document-type':
    'Pass a document whose root is `<wap-provisioningdoc>`; indications go with `--xml`.',
  'provisioning/value': 'Correct the setting that `path` names.',
  'provisioning/imsi':
    'Give the whole IMSI of the SIM card, digits only; it begins with the code of country and network.',
  'provisioning/pin': 'Choose a PIN of 1 to 20 digits, which the user can type on any phone.',
  'provisioning/pin-in-document':
    'Take the PIN out of the settings and their name, and tell it to the user by another way.',
  'provisioning/not-in-dtd':
    'Use `<characteristic>` and `<parm>` alone, spelt in lower case; the rest was left out.',
  'provisioning/dangling-reference': 'Add the access point or proxy of that name, or correct the reference.',
  'xml/not-well-formed':
    'Correct the XML at the line and column that are named; most often a tag is not closed.',
  'xml/doctype-internal-subset':
    'Remove the `[ … ]` of the DOCTYPE, and write out what its entities stand for.',
  'xml/too-large': 'Shorten the document to at most 64 KiB; documents for phones have a few hundred octets.',
  'xml/too-deep': 'Nest at most 32 elements.',
  'xml/too-many-attributes': 'Shorten the document: 2000 attributes are allowed.',
  'xml/encoding': 'Save the document as UTF-8, and declare that, or nothing.',
  'xml/illegal-character': 'Remove the control character: XML 1.0 has no way to write it.',
} satisfies Remedies;
