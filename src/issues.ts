/** How much an {@link Issue} matters: an error stops the job, a warning names an effect, info is for the curious. */
export type Severity = 'error' | 'warning' | 'info';

interface IssueCodeRow {
  readonly severity: Severity;
  /** What the code means, one line, lower case. */
  readonly title: string;
  /** The document and clause, or the implementation, that the rule comes from. */
  readonly clause?: string;
}

/**
 * Every code that an error or a finding can carry. The part before the slash is the room or, for rules about a
 * presentation, the subject. Readers raise by it; lint adds checks; the documentation is made from it.
 */
export const ISSUE_CODES = {
  // hexadecimal and octets
  'bytes/truncated': { severity: 'error', title: 'the input ends inside a value' },
  'bytes/value-range': { severity: 'error', title: 'a number does not fit its field' },
  'hex/bad-digit': { severity: 'error', title: 'a character is no hexadecimal digit' },
  'hex/odd-length': { severity: 'error', title: 'an odd number of hexadecimal digits' },
  // text
  'text/unencodable': { severity: 'error', title: 'a character does not exist in the charset' },
  'text/too-many-lines': { severity: 'error', title: 'a text of more lines than allowed' },
  'text/charset-missing': {
    severity: 'warning',
    title: 'a text part without charset',
    clause: 'AOSP TextModel',
  },
  'text/charset-guessed': { severity: 'warning', title: 'the charset of a text was guessed' },
  'text/charset-not-accepted': { severity: 'warning', title: 'the profile does not accept the charset' },
  'text/utf16-without-bom': {
    severity: 'warning',
    title: 'UTF-16 without byte order mark',
    clause: 'P800 paper',
  },
  'text/too-long': { severity: 'warning', title: 'a text longer than the profile shows' },
  // WSP
  'wsp/length-overrun': {
    severity: 'error',
    title: 'a length reaches past the end',
    clause: 'WAP-230 8.4.2.2',
  },
  'wsp/uintvar-range': { severity: 'error', title: 'a uintvar above 32 bits', clause: 'WAP-230 8.1.2' },
  'wsp/value-form': {
    severity: 'error',
    title: 'the octets are not of the expected form',
    clause: 'WAP-230 8.4.2',
  },
  'wsp/value-length': {
    severity: 'error',
    title: 'no Value-length where one is due',
    clause: 'WAP-230 8.4.2.2',
  },
  'wsp/text-control': { severity: 'error', title: 'a control character in a text', clause: 'RFC 2616 TEXT' },
  'wsp/token': {
    severity: 'error',
    title: 'a character that a token may not have',
    clause: 'RFC 2616 token',
  },
  'wsp/quoted-text': {
    severity: 'error',
    title: 'a text that begins with a quotation mark',
    clause: 'WAP-230 8.4.2.1',
  },
  'wsp/parameter-value': {
    severity: 'error',
    title: 'a value that the parameter cannot hold',
    clause: 'WAP-230 table 38',
  },
  'wsp/non-minimal': {
    severity: 'warning',
    title: 'a number in more octets than it needs',
    clause: 'WAP-230 8.4.2.1',
  },
  'wsp/integer-form': {
    severity: 'warning',
    title: 'the other integer form was used',
    clause: 'WAP-230 8.4.2.1',
  },
  'wsp/missing-terminator': {
    severity: 'warning',
    title: 'a text without its final 00',
    clause: 'WAP-230 8.4.2.1',
  },
  'wsp/stray-quote': {
    severity: 'warning',
    title: 'a quotation mark where none belongs',
    clause: 'WAP-230 8.4.2.1',
  },
  'wsp/missing-quote': {
    severity: 'warning',
    title: 'a text that begins above 7F without its Quote',
    clause: 'WAP-230 8.4.2.1',
  },
  'wsp/unquoted': {
    severity: 'warning',
    title: 'a quoted-string without its quotation mark',
    clause: 'WAP-230 8.4.2.1',
  },
  'wsp/section-rest': {
    severity: 'warning',
    title: 'octets left inside a bounded value',
    clause: 'WAP-230 8.4.2.2',
  },
  'wsp/charset-guessed': {
    severity: 'warning',
    title: 'text outside its stated charset',
    clause: 'WAP-230 8.4.2.8',
  },
  'wsp/non-ascii-text': {
    severity: 'warning',
    title: 'octets above 7F in a text without charset',
    clause: 'RFC 2616',
  },
  'wsp/unknown-media-code': {
    severity: 'warning',
    title: 'an unassigned media type code',
    clause: 'OMNA WSP',
  },
  'wsp/value-kept-raw': {
    severity: 'warning',
    title: 'a value that does not parse, kept as octets',
    clause: 'WAP-230 8.4.1.2',
  },
  'wsp/repeated-header': {
    severity: 'warning',
    title: 'a header or parameter given twice',
    clause: 'WAP-230 8.4',
  },
  'wsp/transfer-encoding': {
    severity: 'warning',
    title: 'a part with Content-Transfer-Encoding',
    clause: 'RFC 2045',
  },
  'wsp/part-truncated': { severity: 'warning', title: 'the last part is cut', clause: 'WAP-230 8.5.2' },
  'wsp/parts-missing': { severity: 'warning', title: 'fewer parts than announced', clause: 'WAP-230 8.5.1' },
  'wsp/trailing-octets': { severity: 'warning', title: 'octets after the last part', clause: 'WAP-230 8.5' },
  'wsp/empty-multipart': { severity: 'warning', title: 'a multipart without a body', clause: 'WAP-230 8.5' },
  'wsp/too-many-parts': { severity: 'error', title: 'more parts than allowed' },
  'wsp/too-many-headers': { severity: 'error', title: 'more headers or parameters than allowed' },
  'wsp/too-deep': { severity: 'error', title: 'multiparts nested too deep' },
  // one-bit pictures
  'bitmap/rows': { severity: 'error', title: 'the rows are no rectangle of # and .' },
  'bitmap/size': { severity: 'error', title: 'a width or height that the picture format cannot hold' },
  'bitmap/too-large': { severity: 'error', title: 'more pixels than the limit' },
  'bitmap/threshold': { severity: 'error', title: 'a threshold outside 1 to 255' },
  'bitmap/unsupported': {
    severity: 'error',
    title: 'a picture feature that no phone is known to take (compression, palette, animation, extensions)',
    clause: 'Smart Messaging 3.0.0, WAP-237',
  },
  'bitmap/trailing-octets': { severity: 'warning', title: 'octets after the last row of a picture' },
  'bitmap/fill-bits': {
    severity: 'warning',
    title: 'bits that fill up the last octet of a row are not 0',
    clause: 'WAP-237',
  },
  'bitmap/depth': {
    severity: 'warning',
    title: 'a depth of 0 in an OTA bitmap',
    clause: 'Smart Messaging 3.0.0',
  },
  // Nokia Smart Messaging
  'smart/version': {
    severity: 'error',
    title: 'no version octet 30 before the items of a multipart message',
    clause: 'Smart Messaging 3.0.0',
  },
  'smart/item-length': {
    severity: 'error',
    title: 'the length of an item is wrong or does not fit',
    clause: 'Smart Messaging 3.0.0',
  },
  'smart/too-many-items': { severity: 'error', title: 'more items than the limit' },
  'smart/missing-item': { severity: 'error', title: 'a multipart message without the item it is made for' },
  'smart/other-item': {
    severity: 'warning',
    title: 'an item that is repeated, unknown or of another message',
  },
  'smart/text': { severity: 'warning', title: 'a text that is not plain UTF-16' },
  'smart/text-too-long': {
    severity: 'warning',
    title: 'a text longer than phones show beside a picture',
    clause: 'Netpbm pbmtonokia',
  },
  'smart/tone-too-long': {
    severity: 'warning',
    title: 'a tone longer than a profile may hold',
    clause: 'Smart Messaging 3.0.0',
  },
  'smart/network-code': {
    severity: 'error',
    title: 'no mobile country and network code',
    clause: '3GPP TS 24.008 10.5.1.3',
  },
  'smart/line-feed': {
    severity: 'warning',
    title: 'no line feed after the network code of a versioned operator logo',
    clause: 'Smart Messaging 3.0.0',
  },
  'smart/bare-bitmap': { severity: 'warning', title: 'an OTA bitmap where a multipart message is due' },
  'smart/operator-logo': { severity: 'warning', title: 'an operator logo where a picture message is due' },
  'smart/unusual-size': { severity: 'warning', title: 'a picture of a size that phones may not show' },
  'smart/too-many-parts': {
    severity: 'warning',
    title: 'more SMS than old phones put together',
    clause: 'Ringtone Tools, gammu',
  },
  'smart/unknown-port': { severity: 'error', title: 'a port that is not one of Smart Messaging' },
  'sckl/header': {
    severity: 'error',
    title: 'a text that does not begin as the script form',
    clause: 'Nokia SCKL',
  },
  'sckl/field': { severity: 'error', title: 'a port or reference that its digits cannot hold' },
  'sckl/parts': { severity: 'error', title: 'parts that are missing or do not belong together' },
  'sckl/too-many-parts': { severity: 'error', title: 'content for more than 255 SMS' },
  'sckl/lower-case': { severity: 'warning', title: 'a script header in lower case' },
  'sckl/binary-header': { severity: 'warning', title: 'a user data header inside the script form' },
  // MMS PDUs
  'mms/not-a-pdu': { severity: 'error', title: 'the octets are no MMS PDU', clause: 'MMS_ENC 7' },
  'mms/unknown-message-type': {
    severity: 'error',
    title: 'an unknown message type',
    clause: 'MMS_ENC 7.3',
  },
  'mms/missing-field': { severity: 'error', title: 'a mandatory field is missing', clause: 'MMS_ENC 6' },
  'mms/foreign-field': { severity: 'error', title: 'the PDU has no such field', clause: 'MMS_ENC 6' },
  'mms/unknown-field': { severity: 'error', title: 'no such header field', clause: 'MMS_ENC 7.4' },
  'mms/field-value': {
    severity: 'error',
    title: 'a value that the field cannot hold',
    clause: 'MMS_ENC 7.3',
  },
  'mms/bad-address': { severity: 'error', title: 'not an address', clause: 'MMS_ENC 8' },
  'mms/no-recipient': { severity: 'error', title: 'none of To, Cc and Bcc', clause: 'MMS_ENC 6' },
  'mms/version-too-low': {
    severity: 'error',
    title: 'a field newer than the stated version',
    clause: 'MMS_ENC 7.3',
  },
  'mms/too-many-headers': { severity: 'error', title: 'more header fields than allowed' },
  'mms/too-large': { severity: 'error', title: 'the message is larger than allowed' },
  'mms/missing-field-read': {
    severity: 'warning',
    title: 'a mandatory field is missing',
    clause: 'MMS_ENC 6',
  },
  'mms/foreign-field-read': {
    severity: 'warning',
    title: 'a field that the PDU does not have',
    clause: 'MMS_ENC 6',
  },
  'mms/repeated-field': { severity: 'warning', title: 'a single field given twice', clause: 'MMS_ENC 6' },
  'mms/value-kept-raw': {
    severity: 'warning',
    title: 'a value that does not parse, kept as octets',
    clause: 'MMS_ENC 7.3',
  },
  'mms/unknown-value': { severity: 'warning', title: 'an unassigned value', clause: 'MMS_ENC 7.3' },
  'mms/address-form': { severity: 'warning', title: 'an address of no known form', clause: 'MMS_ENC 8' },
  'mms/trailing-octets': { severity: 'warning', title: 'octets after the last field', clause: 'MMS_ENC 7' },
  'mms/no-recipient-composed': { severity: 'warning', title: 'the message names no recipient yet' },
  'mms/field-dropped': {
    severity: 'warning',
    title: 'a field that this kind of PDU may not carry was left out',
    clause: 'MMS_ENC 6',
  },
  'mms/default-date': { severity: 'info', title: 'no date given: 1970-01-01T00:00:00Z stands in' },
  // SMS TPDUs
  'sms/address': {
    severity: 'error',
    title: 'not a number or name for an address',
    clause: '23.040 9.1.2.5',
  },
  'sms/field-value': {
    severity: 'error',
    title: 'a value that the field cannot hold',
    clause: '23.040 9.2.3',
  },
  'sms/validity-period': {
    severity: 'error',
    title: 'a validity period that no format holds',
    clause: '23.040 9.2.3.12',
  },
  'sms/alphabet-mismatch': {
    severity: 'error',
    title: 'the data coding scheme names another alphabet',
    clause: '23.038 4',
  },
  'sms/unencodable': {
    severity: 'error',
    title: 'a character outside the chosen alphabet',
    clause: '23.038 6.2',
  },
  'sms/lone-surrogate': {
    severity: 'error',
    title: 'half of a UTF-16 surrogate pair',
    clause: '23.040 9.2.3.24.1',
  },
  'sms/language': { severity: 'error', title: 'no such national language table', clause: '23.038 6.2.1.2.4' },
  'sms/too-many-parts': {
    severity: 'error',
    title: 'more than 255 parts',
    clause: '23.040 9.2.3.24.1',
  },
  'sms/no-room': {
    severity: 'error',
    title: 'the user data header leaves no room for a character',
    clause: '23.040 9.2.3.24',
  },
  'sms/udh-too-long': {
    severity: 'error',
    title: 'a user data header above 140 octets',
    clause: '23.040 9.2.3.24',
  },
  'sms/element-length': {
    severity: 'error',
    title: 'an information element of the wrong length',
    clause: '23.040 9.2.3.24',
  },
  'sms/element-conflict': {
    severity: 'error',
    title: 'information elements that must not appear together or twice',
    clause: '23.040 9.2.3.24',
  },
  'sms/port-range': {
    severity: 'error',
    title: 'a port outside its range',
    clause: '23.040 9.2.3.24.3',
  },
  'sms/message-type': {
    severity: 'error',
    title: 'a TPDU of another type',
    clause: '23.040 9.2.3.1',
  },
  'sms/user-data-length': {
    severity: 'error',
    title: 'more user data than the TPDU holds or may hold',
    clause: '23.040 9.2.3.16',
  },
  'sms/mixed-parts': {
    severity: 'error',
    title: 'parts of different messages',
    clause: '23.040 9.2.3.24.1',
  },
  'sms/missing-parts': {
    severity: 'warning',
    title: 'parts of the message are missing',
    clause: '23.040 9.2.3.24.1',
  },
  'sms/element-overrun': {
    severity: 'warning',
    title: 'element lengths that do not fill the header: all elements ignored',
    clause: '23.040 9.2.3.24',
  },
  'sms/element-repeated': {
    severity: 'warning',
    title: 'an information element repeated: the last one counts',
    clause: '23.040 9.2.3.24',
  },
  'sms/element-ignored': {
    severity: 'warning',
    title: 'an information element with impossible content',
    clause: '23.040 9.2.3.24',
  },
  'sms/address-form': {
    severity: 'warning',
    title: 'an address that its type does not allow',
    clause: '23.040 9.1.2.5',
  },
  'sms/timestamp': { severity: 'warning', title: 'no date and time', clause: '23.040 9.2.3.11' },
  'sms/reserved-coding': {
    severity: 'warning',
    title: 'a reserved or compressed data coding scheme',
    clause: '23.038 4',
  },
  'sms/unassigned-septet': {
    severity: 'warning',
    title: 'septets without a character',
    clause: '23.038 6.2.1',
  },
  'sms/trailing-octets': {
    severity: 'warning',
    title: 'octets after the end',
    clause: '23.040 9.2.2',
  },
  // WBXML
  'wbxml/version': { severity: 'error', title: 'a version other than 1.1 to 1.3', clause: 'WAP-192 5.4' },
  'wbxml/number': { severity: 'error', title: 'a multi-octet number above 32 bits', clause: 'WAP-192 5.1' },
  'wbxml/syntax': { severity: 'error', title: 'a token where it cannot stand', clause: 'WAP-192 5.3' },
  'wbxml/string-index': {
    severity: 'error',
    title: 'a reference outside the string table',
    clause: 'WAP-192 5.8.4.1',
  },
  'wbxml/entity': { severity: 'error', title: 'an entity that is no character', clause: 'WAP-192 5.8.4.3' },
  'wbxml/charset': { severity: 'error', title: 'a charset that is not written', clause: 'WAP-192 5.6' },
  'wbxml/nul-character': { severity: 'error', title: 'U+0000 in a text', clause: 'WAP-192 5.8.4.1' },
  'wbxml/too-deep': { severity: 'error', title: 'elements nested deeper than allowed' },
  'wbxml/too-large': { severity: 'error', title: 'more text than allowed' },
  'wbxml/unknown-language': {
    severity: 'warning',
    title: 'no token tables for the document type',
    clause: 'WAP-192 7.2',
  },
  'wbxml/unknown-token': { severity: 'warning', title: 'an unassigned token', clause: 'WAP-192 7.1' },
  'wbxml/repeated-attribute': {
    severity: 'warning',
    title: 'an attribute given twice',
    clause: 'XML 1.0 3.1',
  },
  'wbxml/instruction-dropped': {
    severity: 'warning',
    title: 'a processing instruction was left out',
    clause: 'WAP-192 5.8.2',
  },
  'wbxml/charset-guessed': { severity: 'warning', title: 'text outside its charset', clause: 'WAP-192 5.6' },
  'wbxml/trailing-octets': { severity: 'warning', title: 'octets after the document', clause: 'WAP-192 5.3' },
  // WAP push
  'push/missing': {
    severity: 'error',
    title: 'something that must be there is missing',
    clause: 'WAP-167 8.1',
  },
  'push/value': { severity: 'error', title: 'a value that the field cannot hold', clause: 'WAP-167 8.1' },
  'push/date': { severity: 'error', title: 'not a date in UTC', clause: 'WAP-167 9.2.1' },
  'push/document-type': { severity: 'error', title: 'another document type', clause: 'WAP-167 8.1' },
  'push/pdu-type': { severity: 'error', title: 'the octets are no Push PDU', clause: 'WAP-230 8.2.4.1' },
  'push/not-in-dtd': {
    severity: 'warning',
    title: 'something that the document type does not allow',
    clause: 'WAP-167 8.1',
  },
  'push/value-dropped': {
    severity: 'warning',
    title: 'a value that does not parse was left out',
    clause: 'WAP-167 8.1',
  },
  // ringing tones
  'ringtone/syntax': { severity: 'error', title: 'the text is no RTTTL or RTX', clause: 'RTTTL grammar' },
  'ringtone/tune-value': { severity: 'error', title: 'a value that a tune cannot have' },
  'ringtone/empty': { severity: 'error', title: 'a tune without notes' },
  'ringtone/too-long': { severity: 'error', title: 'a tune longer than allowed' },
  'ringtone/title': { severity: 'error', title: 'a title that the format cannot hold' },
  'ringtone/not-expressible': { severity: 'error', title: 'the format cannot say what the tune does' },
  'ringtone/too-many-instructions': {
    severity: 'error',
    title: 'more than 4 patterns of 255 instructions',
    clause: 'SM3 ringing tone',
  },
  'ringtone/not-a-ringing-tone': {
    severity: 'error',
    title: 'the octets are no ringing tone',
    clause: 'SM3 ringing tone',
  },
  'ringtone/title-cut': { severity: 'warning', title: 'a title was cut to what the format holds' },
  'ringtone/title-changed': { severity: 'warning', title: 'control characters of a title were dropped' },
  'ringtone/title-too-long': {
    severity: 'warning',
    title: 'a name longer than 10 characters',
    clause: 'RTTTL',
  },
  'ringtone/tempo-rounded': { severity: 'warning', title: 'a tempo that the format does not have' },
  'ringtone/loop-left-out': { severity: 'warning', title: 'several patterns cannot repeat as one' },
  'ringtone/left-out': { severity: 'warning', title: 'a property that the format cannot hold was left out' },
  'ringtone/dialect': {
    severity: 'warning',
    title: 'a notation outside the grammar',
    clause: 'RTTTL grammar',
  },
  'ringtone/unknown-control': { severity: 'warning', title: 'an unknown control', clause: 'RTTTL grammar' },
  'ringtone/out-of-range': { severity: 'warning', title: 'a value moved into the range of a tune' },
  'ringtone/reserved-value': { severity: 'warning', title: 'a reserved value', clause: 'SM3 ringing tone' },
  'ringtone/command-length': {
    severity: 'warning',
    title: 'not the two or three command parts of a ringing tone',
    clause: 'SM3 ringing tone',
  },
  'ringtone/filler': {
    severity: 'warning',
    title: 'filler bits that are not zero',
    clause: 'SM3 ringing tone',
  },
  'ringtone/missing-end': { severity: 'warning', title: 'no command-end', clause: 'SM3 ringing tone' },
  'ringtone/trailing-octets': {
    severity: 'warning',
    title: 'octets after the command-end',
    clause: 'SM3 ringing tone',
  },
  'ringtone/cut-short': { severity: 'warning', title: 'the tune breaks off', clause: 'SM3 ringing tone' },
  'ringtone/loop-written-out': { severity: 'warning', title: 'the repeats of a pattern became notes' },
  // Standard MIDI Files
  'midi/not-a-midi-file': {
    severity: 'error',
    title: 'the octets are no Standard MIDI File',
    clause: 'SMF 1.0',
  },
  'midi/unsupported': { severity: 'error', title: 'a kind of MIDI file that is not read', clause: 'SMF 1.0' },
  'midi/no-notes': { severity: 'error', title: 'a MIDI file without melody' },
  'midi/cut-short': { severity: 'warning', title: 'a track breaks off', clause: 'SMF 1.0' },
  'midi/other-voices': { severity: 'warning', title: 'further voices were left out' },
  'midi/polyphony': { severity: 'warning', title: 'of notes that sound together the highest was taken' },
  'midi/length-rounded': { severity: 'warning', title: 'lengths of notes that RTTTL cannot say' },
  'midi/transposed': { severity: 'warning', title: 'notes were moved by octaves into the range of a tune' },
  'midi/tempo-rounded': { severity: 'warning', title: 'a tempo became a whole number of beats a minute' },
  // contact and calendar cards
  'card/not-a-card': { severity: 'error', title: 'the text is no vCard or vCalendar', clause: 'vCard 2.1' },
  'card/value': { severity: 'error', title: 'a value that a card cannot hold' },
  'card/unknown-key': { severity: 'error', title: 'a card has no such key' },
  'card/missing': { severity: 'error', title: 'a card lacks what it must have', clause: 'vCard 2.1' },
  'card/property': { severity: 'error', title: 'a property or parameter that may not be written' },
  'card/version': { severity: 'warning', title: 'no version, or an unknown one', clause: 'vCard 2.1' },
  'card/missing-name': { severity: 'warning', title: 'no N property', clause: 'vCard 2.1' },
  'card/commas-in-name': {
    severity: 'warning',
    title: 'a name with commas where semicolons belong',
    clause: 'vCard 2.1',
  },
  'card/missing-end': {
    severity: 'warning',
    title: 'an END that is missing or misplaced',
    clause: 'vCard 2.1',
  },
  'card/final-line-end': {
    severity: 'warning',
    title: 'no line end after the last line',
    clause: 'vCard 2.1',
  },
  'card/bad-line': {
    severity: 'warning',
    title: 'a line that is no property, left out',
    clause: 'vCard 2.1',
  },
  'card/encoding': { severity: 'warning', title: 'a value that is not in its stated encoding' },
  'card/unreadable-value': { severity: 'warning', title: 'a value that makes no sense, kept as it is' },
  'card/lost': { severity: 'warning', title: 'vCard 2.1 or vCalendar 1.0 cannot say this, left out' },
  'card/further-cards': { severity: 'warning', title: 'more than one card or entry, the first was read' },
  'card/time-zone': { severity: 'warning', title: 'a time zone was dropped: the time is local' },
  // XML
  'xml/not-well-formed': { severity: 'error', title: 'the XML is not well-formed', clause: 'XML 1.0 2.1' },
  'xml/doctype-internal-subset': { severity: 'error', title: 'an internal DTD subset', clause: 'security' },
  'xml/too-large': { severity: 'error', title: 'the XML document is larger than allowed' },
  'xml/too-deep': { severity: 'error', title: 'the XML is nested deeper than allowed' },
  'xml/too-many-attributes': { severity: 'error', title: 'more XML attributes than allowed' },
  'xml/encoding': {
    severity: 'error',
    title: 'the XML is in no charset that we read',
    clause: 'XML 1.0 4.3.3',
  },
  'xml/illegal-character': {
    severity: 'error',
    title: 'a character that XML 1.0 does not allow',
    clause: 'XML 1.0 2.2',
  },
  // SMIL documents
  'smil/not-well-formed': {
    severity: 'error',
    title: 'not well-formed, or more than one root',
    clause: 'XML 1.0 2.1',
  },
  'smil/root': { severity: 'error', title: 'the root element is not smil', clause: 'MMS Conformance' },
  'smil/case': { severity: 'error', title: 'a name is not in lower case', clause: 'MMS Conformance' },
  'smil/structure': { severity: 'error', title: 'not head, then body', clause: 'MMS Conformance' },
  'smil/no-body': { severity: 'error', title: 'no body', clause: 'MMS Conformance' },
  'smil/doctype-internal-subset': { severity: 'error', title: 'an internal DTD subset', clause: 'security' },
  'smil/doctype': { severity: 'info', title: 'a declaration or DOCTYPE is not needed' },
  'smil/unknown-element': {
    severity: 'error',
    title: 'an element outside MMS SMIL',
    clause: 'MMS Conformance',
  },
  'smil/unknown-attribute': {
    severity: 'warning',
    title: 'an attribute outside MMS SMIL',
    clause: 'MMS Conformance',
  },
  'smil/transition': {
    severity: 'warning',
    title: 'transitions belong to 3GPP SMIL',
    clause: '3GPP TS 26.246 7',
  },
  'smil/param-in-text': { severity: 'warning', title: 'param inside text', clause: 'OMA-MMS-CONF 8.1.2.2' },
  'layout/missing-head': {
    severity: 'warning',
    title: 'no head or layout: some phones then show nothing',
    clause: 'AOSP SmilDocumentImpl',
  },
  'layout/root-layout-count': {
    severity: 'error',
    title: 'not exactly one root-layout',
    clause: 'MMS Conformance',
  },
  'layout/root-size-missing': {
    severity: 'warning',
    title: 'the root-layout has no size',
    clause: 'MMS Conformance',
  },
  'layout/too-many-regions': { severity: 'error', title: 'more than two regions', clause: 'MMS Conformance' },
  'layout/duplicate-region': {
    severity: 'error',
    title: 'a region declared twice',
    clause: 'MMS Conformance',
  },
  'layout/region-name': {
    severity: 'error',
    title: 'a region that is neither Image nor Text',
    clause: 'MMS Conformance',
  },
  'layout/mixed-units': {
    severity: 'error',
    title: 'pixels and per cent in one element',
    clause: 'MMS Conformance',
  },
  'layout/region-outside-root': { severity: 'warning', title: 'a region reaches outside the root-layout' },
  'layout/length-syntax': {
    severity: 'warning',
    title: 'a length that is no whole number, px or %',
    clause: 'AOSP SmilHelper',
  },
  'layout/unknown-fit': { severity: 'warning', title: 'a value of fit that SMIL 2.0 does not have' },
  'layout/background-attribute': { severity: 'warning', title: 'a background colour is outside MMS SMIL' },
  'layout/unused-region': { severity: 'info', title: 'a region that no slide uses' },
  'slide/none': { severity: 'error', title: 'no slide', clause: 'MMS Conformance' },
  'slide/not-par': {
    severity: 'error',
    title: 'the body holds something other than par',
    clause: 'AOSP SlideshowModel',
  },
  'slide/nested-container': {
    severity: 'error',
    title: 'a time container inside par',
    clause: 'MMS Conformance',
  },
  'slide/empty': { severity: 'warning', title: 'a slide without media' },
  'slide/too-many': {
    severity: 'warning',
    title: 'more slides than phones edit',
    clause: 'AOSP SlideshowEditor',
  },
  'slide/duplicate-media': {
    severity: 'error',
    title: 'two media of one kind on a slide',
    clause: 'MMS Conformance',
  },
  'slide/image-and-video': {
    severity: 'error',
    title: 'picture and video on one slide',
    clause: 'MMS Conformance',
  },
  'slide/region-reused': {
    severity: 'error',
    title: 'a region used twice on a slide',
    clause: 'MMS Conformance',
  },
  'slide/video-and-audio': {
    severity: 'error',
    title: 'sound beside a video',
    clause: 'Tizen MmsPluginSMILValidate',
  },
  'slide/missing-region': {
    severity: 'warning',
    title: 'a visible medium without region',
    clause: 'Tizen MmsPluginSMILValidate',
  },
  'slide/unknown-region': {
    severity: 'error',
    title: 'a region that the layout does not declare',
    clause: 'AOSP MediaModelFactory',
  },
  'slide/audio-region': { severity: 'warning', title: 'a region on a sound' },
  'timing/missing-dur': { severity: 'warning', title: 'a slide without duration', clause: 'MMS Conformance' },
  'timing/not-milliseconds': {
    severity: 'warning',
    title: 'a time not in whole milliseconds',
    clause: 'MMS Conformance',
  },
  'timing/syntax': { severity: 'error', title: 'not a time', clause: 'SMIL 2.0 clock values' },
  'timing/indefinite': { severity: 'error', title: 'an indefinite duration', clause: 'MMS Conformance' },
  'timing/clock-value': {
    severity: 'error',
    title: 'a clock value, which AOSP computes wrongly',
    clause: 'AOSP SmilHelper',
  },
  'timing/zero-dur': { severity: 'error', title: 'a slide of no length' },
  'timing/end-before-begin': { severity: 'error', title: 'a medium ends before it begins' },
  'timing/beyond-slide': { severity: 'warning', title: 'a medium outlives its slide' },
  'timing/shorter-than-media': { severity: 'warning', title: 'the slide ends before its sound or video' },
  'timing/too-short': { severity: 'info', title: 'a slide of less than a second' },
  'timing/too-long': { severity: 'info', title: 'a slide of more than a minute' },
  // references and names
  'ref/missing-src': { severity: 'error', title: 'a medium without src', clause: 'MMS Conformance' },
  'ref/unresolved': { severity: 'error', title: 'no part for a reference', clause: 'Gaia smil.js' },
  'ref/external': {
    severity: 'error',
    title: 'a reference that leaves the message',
    clause: 'MMS Conformance',
  },
  'ref/non-ascii': { severity: 'error', title: 'a reference outside US-ASCII', clause: 'MMS Conformance' },
  'ref/unsafe-chars': { severity: 'warning', title: 'characters that some receivers change', clause: 'AOSP' },
  'ref/case-mismatch': { severity: 'warning', title: 'a reference differs from the name in case' },
  'ref/unreferenced': { severity: 'warning', title: 'a part that no slide shows' },
  'name/too-long': {
    severity: 'warning',
    title: 'a part name longer than 40 characters',
    clause: 'Gaia smil.js',
  },
  'name/collision': { severity: 'warning', title: 'two parts of one name, renamed' },
  'name/flattened': { severity: 'warning', title: 'a folder was dropped from a part name' },
  'name/changed': { severity: 'info', title: 'a part name was made safe' },
  // media
  'media/type-mismatch': { severity: 'warning', title: 'the content is not what the name or type says' },
  'media/unknown-type': { severity: 'warning', title: 'the media type is not known' },
  'media/element-mismatch': { severity: 'error', title: 'the element does not fit the medium' },
  'media/not-a-picture': { severity: 'error', title: 'a picture that cannot be read' },
  'media/too-many-pixels': { severity: 'error', title: 'a picture of more pixels than allowed' },
  'media/too-many-frames': { severity: 'error', title: 'an animation of more frames than allowed' },
  'media/cannot-fit': { severity: 'error', title: 'a picture that cannot be made small enough' },
  'media/no-image-library': { severity: 'error', title: 'sharp, which decodes pictures, is not installed' },
  'media/unknown-profile': { severity: 'error', title: 'no such profile or content class' },
  'media/invalid-profile': { severity: 'error', title: 'a profile that does not say what it must' },
  'media/not-in-class': {
    severity: 'warning',
    title: 'a media type outside the content class',
    clause: 'OMA-MMS-CONF 7',
  },
  'media/not-accepted': { severity: 'error', title: 'the profile does not accept the media type' },
  'media/progressive-jpeg': {
    severity: 'warning',
    title: 'a JPEG that is not baseline',
    clause: '3GPP TS 26.140 4',
  },
  'media/no-jfif': { severity: 'warning', title: 'a JPEG without JFIF header', clause: '3GPP TS 26.140 4' },
  'media/cmyk-jpeg': { severity: 'warning', title: 'a CMYK JPEG', clause: '3GPP TS 26.140 4' },
  'media/animated-gif': { severity: 'info', title: 'the profile shows the first frame only' },
  'media/alpha-flattened': { severity: 'info', title: 'transparency was flattened' },
  'media/orientation': { severity: 'info', title: 'the picture was turned upright' },
  'media/image-too-large': {
    severity: 'warning',
    title: 'more pixels than the class or profile allows',
    clause: 'OMA-MMS-CONF 7',
  },
  'media/video-dimensions': {
    severity: 'warning',
    title: 'a video that is not QCIF or sub-QCIF',
    clause: 'OMA-MMS-CONF 7',
  },
  'media/drm-untouched': { severity: 'info', title: 'protected content was left as it is' },
  // settings of lint
  'lint/unknown-rule': { severity: 'error', title: 'a setting of a rule that does not exist' },
  'lint/unknown-class': { severity: 'error', title: 'a content class that does not exist' },
  'lint/unknown-level': { severity: 'error', title: 'a level of a rule that is none' },
  // sizes and headers
  'size/over-class': {
    severity: 'warning',
    title: 'larger than the content class allows',
    clause: 'OMA-MMS-CONF 7',
  },
  'size/over-profile': { severity: 'error', title: 'larger than the profile allows' },
  'size/near-limit': { severity: 'warning', title: 'within a tenth of the limit' },
  'header/subject-too-long': {
    severity: 'warning',
    title: 'a subject of more than 40 characters',
    clause: 'OMA-MMS-CONF',
  },
  'header/subject-line-break': { severity: 'info', title: 'line breaks of the subject became blanks' },
  'header/content-class-mismatch': { severity: 'error', title: 'a declared class below the real one' },
  // ZIP bundles and folders
  'zip/not-a-zip': { severity: 'error', title: 'not a ZIP archive', clause: 'APPNOTE 4.3' },
  'zip/empty': { severity: 'error', title: 'an archive without files' },
  'zip/several-smil': { severity: 'error', title: 'more than one SMIL document' },
  'zip/unsafe-path': { severity: 'error', title: 'an entry name that is no safe path' },
  'zip/encrypted': { severity: 'error', title: 'an encrypted entry' },
  'zip/unsupported': {
    severity: 'error',
    title: 'a ZIP feature that is not read (zip64, several disks, other methods)',
  },
  'zip/too-large': { severity: 'error', title: 'an archive beyond the limits' },
  'zip/duplicate': { severity: 'error', title: 'two entries of one name' },
  'zip/corrupt': { severity: 'error', title: 'an archive that contradicts itself' },
  'zip/no-smil': { severity: 'info', title: 'no SMIL document: slides are made in archive order' },
  'zip/junk-ignored': { severity: 'info', title: 'files of an operating system were ignored' },
  'folder/empty': { severity: 'error', title: 'a folder without files' },
  'folder/too-large': { severity: 'error', title: 'a folder beyond the limits' },
  'folder/unsafe-name': { severity: 'error', title: 'a name that no file should have' },
  'folder/duplicate': { severity: 'error', title: 'two files of one name' },
  'folder/junk-ignored': { severity: 'info', title: 'hidden files of a folder were ignored' },
  'folder/symlink': { severity: 'error', title: 'a symbolic link in a folder' },
  // manifests and builders
  'manifest/syntax': { severity: 'error', title: 'the manifest is no YAML or JSON' },
  'manifest/invalid': { severity: 'error', title: 'the manifest has problems' },
  'manifest/unknown-key': { severity: 'error', title: 'an unknown key' },
  'manifest/type': { severity: 'error', title: 'a value of the wrong kind' },
  'manifest/value': { severity: 'error', title: 'a value out of range' },
  'manifest/missing': { severity: 'error', title: 'a required key is missing' },
  'manifest/conflict': { severity: 'error', title: 'keys that exclude each other' },
  'manifest/too-deep': { severity: 'error', title: 'a manifest nested too deep' },
  'manifest/too-large': { severity: 'error', title: 'a manifest larger than allowed' },
  'manifest/unknown-variable': { severity: 'error', title: 'a {{name}} without a value in vars' },
  'presentation/empty': { severity: 'error', title: 'nothing to send' },
  'presentation/unsupported-pdu': { severity: 'error', title: 'a PDU that carries no message' },
  // submission to a gateway
  'submit/invalid-message': { severity: 'error', title: 'the message has problems' },
  'submit/missing': {
    severity: 'error',
    title: 'something required is missing',
    clause: 'HTTP to MMS manual',
  },
  'submit/type': { severity: 'error', title: 'a value of the wrong kind' },
  'submit/value': { severity: 'error', title: 'a value out of range', clause: 'HTTP to MMS manual' },
  'submit/too-long': { severity: 'error', title: 'a text longer than allowed', clause: 'HTTP to MMS manual' },
  'submit/too-large': { severity: 'error', title: 'content larger than allowed' },
  'submit/character': { severity: 'error', title: 'a character that a form must not carry' },
  'submit/conflict': {
    severity: 'error',
    title: 'values that exclude each other',
    clause: 'HTTP to MMS manual',
  },
  'submit/unknown-key': { severity: 'error', title: 'a key that no message has' },
  'submit/recipient': {
    severity: 'error',
    title: 'not a full international number',
    clause: 'HTTP to MMS manual, SendTo',
  },
  'submit/no-recipient': {
    severity: 'error',
    title: 'neither SendTo nor SendToAddressBook',
    clause: 'HTTP to MMS manual, SendTo',
  },
  'submit/duplicate-recipient': { severity: 'warning', title: 'a number given twice' },
  'submit/many-recipients': {
    severity: 'warning',
    title: 'more numbers than the gateway suggests for one request',
    clause: 'HTTP to MMS manual, SendTo',
  },
  'submit/library-range': {
    severity: 'warning',
    title: 'a library number outside the documented range',
    clause: 'HTTP to MMS manual',
  },
  'submit/long-unicode-text': {
    severity: 'warning',
    title: 'a text outside the GSM alphabet that may be too long',
    clause: 'HTTP to MMS manual, Message',
  },
  'submit/si-id-missing': {
    severity: 'warning',
    title: 'a service indication without si-id may be dropped as a repetition',
    clause: 'HTTP to MMS manual, si-id',
  },
  'submit/bitmap-form': { severity: 'warning', title: 'not the OTA bitmap that telephones expect' },
  'submit/card-slips': { severity: 'warning', title: 'a card or entry that is not as telephones expect' },
  'submit/logo-network': {
    severity: 'warning',
    title: 'a logo whose network code is not the one of MCC and MNC',
    clause: '3GPP TS 24.008 10.5.1.3',
  },
  'submit/unreadable-form': { severity: 'error', title: 'the form cannot be read' },
  'submit/form-value': { severity: 'error', title: 'a form value of the wrong kind' },
  'submit/form-hex': { severity: 'error', title: 'a form value that is no hexadecimal' },
  'submit/form-escape': { severity: 'error', title: 'a percent sign without two digits, or no UTF-8' },
  'submit/form-number': { severity: 'warning', title: 'a number with other characters than digits' },
  'submit/form-repeated': { severity: 'warning', title: 'a parameter given twice' },
  'submit/form-separator': {
    severity: 'warning',
    title: 'a missing, doubled or garbled & between parameters',
  },
  'submit/form-blank': { severity: 'warning', title: 'a blank or line end that is not percent-encoded' },
  'submit/form-plus': { severity: 'warning', title: 'a + for a blank, where %20 is surer' },
  'submit/form-reserved': { severity: 'warning', title: 'a reserved character that is not percent-encoded' },
  'submit/form-character': { severity: 'warning', title: 'a character that should be percent-encoded' },
  'submit/form-name': { severity: 'warning', title: 'a parameter name in other letters than the manual has' },
  'submit/form-empty': { severity: 'warning', title: 'a parameter without value' },
  'submit/form-unknown': { severity: 'warning', title: 'a parameter that the manual does not know' },
  'submit/form-foreign': {
    severity: 'warning',
    title: 'a parameter that this kind of message does not have',
  },
  'submit/credentials': { severity: 'error', title: 'no user name or PIN' },
  'submit/server-url': { severity: 'error', title: 'a server address that is not allowed' },
  'submit/not-connected': { severity: 'error', title: 'no server could be reached; nothing was sent' },
  'submit/connection-lost': { severity: 'error', title: 'the connection failed after sending began' },
  'submit/aborted': { severity: 'error', title: 'the caller broke off' },
  'submit/http-status': { severity: 'error', title: 'the server answered with an HTTP error or redirect' },
  'submit/unreadable-response': { severity: 'error', title: 'an answer that cannot be understood' },
  'submit/rejected': { severity: 'error', title: 'the gateway refused the message' },
  'submit/response-count': { severity: 'warning', title: 'not one result for each number' },
  'submit/hook-failed': { severity: 'warning', title: 'a hook of the caller threw' },
  'submit/library-cache': { severity: 'warning', title: 'the library cache cannot be read or written' },
  'submit/from-library': { severity: 'info', title: 'sent by its library number: uploaded before' },
  // sandbox
  'sandbox/cannot-listen': { severity: 'error', title: 'the sandbox cannot listen on its port' },
  'sandbox/not-adapted': {
    severity: 'warning',
    title: 'pictures that cannot be adapted are delivered as they are',
  },
  'sandbox/get': { severity: 'warning', title: 'a form sent by GET: user name and PIN stand in the address' },
  // files
  'file/not-found': { severity: 'error', title: 'no such file' },
  'file/unreadable': { severity: 'error', title: 'a file that cannot be read' },
  'file/unwritable': { severity: 'error', title: 'a file that cannot be written' },
  'file/too-large': { severity: 'error', title: 'a file beyond the limit' },
  'file/syntax': { severity: 'error', title: 'a file that is no JSON' },
  'file/unknown-format': { severity: 'error', title: 'a file of no known format' },
} as const satisfies Readonly<Record<string, IssueCodeRow>>;

/** A stable code: a key of {@link ISSUE_CODES}. */
export type IssueCode = keyof typeof ISSUE_CODES;

/** A finding about an input, as data. Only the caller decides whether to stop. */
export interface Issue {
  readonly code: IssueCode;
  readonly severity: Severity;
  readonly message: string;
  /** Place inside the value, such as `slides[1].image` or `parts[2].contentType`. */
  readonly path?: string;
  /** Octets from the start of the input. */
  readonly offset?: number;
  readonly file?: string;
  /** Counted from 1. */
  readonly line?: number;
  /** Counted from 1. */
  readonly column?: number;
  /** What to do about it. */
  readonly hint?: string;
  readonly clause?: string;
  /** True when the composer mended it. */
  readonly fixed?: boolean;
}

/** Where a finding is and what to do: the parts of an {@link Issue} that the table does not hold. */
export type IssueDetails = Partial<Omit<Issue, 'code' | 'message' | 'clause'>>;

/** Makes an {@link Issue} whose severity and clause come from {@link ISSUE_CODES} unless `details` says otherwise. */
export function issue(code: IssueCode, message: string, details: IssueDetails = {}): Issue {
  const row: IssueCodeRow = ISSUE_CODES[code];
  return {
    code,
    severity: row.severity,
    message,
    ...(row.clause === undefined ? {} : { clause: row.clause }),
    ...details,
  };
}
