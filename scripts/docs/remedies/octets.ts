import type { Remedies } from './remedy.ts';

/** What to do about octets, numbers and texts. */
export const OCTET_REMEDIES = {
  'bytes/no-room': 'Give `encodePduInto` a larger array, or let `encodePdu` make one of the right length.',
  'bytes/truncated': 'Get the whole input: it was most likely cut on its way, or copied without its end.',
  'bytes/value-range': 'Choose a value within the range that the message names; dates go from 1970 to 9999.',
  'bytes/value-type': 'Give the value the type that the message asks for; `path` says which value is meant.',
  'hex/bad-digit':
    'Write octets with the digits 0 to 9 and a to f alone; `0x`, commas and line numbers do not belong in there.',
  'hex/odd-length': 'Write two digits for every octet: 5 is `05`.',
  'inspect/unknown-form': 'Say what the octets are with `--as`, or `as` of `inspect`.',
  'text/unencodable':
    'Remove the character, or choose a charset that has it; UTF-8 has all but halves of characters.',
  'text/too-many-lines': 'Split the file: a card or an entry of this length is not meant for a phone.',
  'text/charset-missing':
    'State the charset of the text: `text/plain; charset=utf-8`. `compose` does so by itself.',
  'text/charset-guessed': 'Save the text as UTF-8, or state the charset that it really has.',
  'text/charset-mismatch':
    'State the charset in which the file was saved, or leave the charset out, so that it is found.',
  'text/converted': 'Nothing, unless a phone needs the old charset: then ask for it with `charset`.',
  'text/charset-not-accepted':
    'Send the text in a charset that the phone lists; `mms adapt` with its profile puts it into one.',
  'text/rare-charset': 'Send the text in UTF-8, which every phone with MMS reads.',
  'text/utf16-without-bom': 'Begin the text with a byte order mark (FE FF), or better, send it in UTF-8.',
  'text/not-a-text': 'Pass a string, or a `Uint8Array` with the octets of the file.',
  'text/wide': 'Save the file in UTF-8; what was read is right where it looks right.',
  'text/padding':
    'Cut the NUL octets or the end-of-file mark (1A) off; the text before them was read in full.',
  'text/indented':
    'Begin the lines in the first column: a blank at the beginning goes on with the line before.',
  'text/half-character': 'Look where the text was cut: do not cut between the two halves of an emoji.',
  'text/too-long': 'Shorten the text, or divide it among several slides.',
} satisfies Remedies;
