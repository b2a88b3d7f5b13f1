import type { EquivalentMutants } from '../mutants.ts';

const SHORT_CUT = 'a short cut: any other address is read below, with the same result';
const UNWATCHED = 'where nobody watches nobody is told either: a short cut';
const KEPT = 'made once for a message type and kept, before a change is tried';
const WORD = 'a short cut: the codec of a word writes its octet too';
const NO_OTHER_ERROR = 'no other error is thrown';
const NO_FIELD_ZERO = 'no field has the number 0';
const BOUND = 'a bound of the time, far from what messages have';

/** Changes of `src/mms` that make no difference. */
export const MMS: EquivalentMutants = {
  'src/mms/addresses.ts': [
    {
      line: 'if (TYPED_PHONE.test(address)) return address;',
      from: 'TYPED_PHONE.test(address)',
      to: 'false',
      reason: 'a short cut: what is a typed phone stays as it is below too',
    },
    {
      line: `function isTyped([, value = '', type = '']: RegExpExecArray): boolean {`,
      from: `''`,
      to: '"Stryker was here!"',
      reason: 'a match has both groups',
    },
    {
      line: 'function endOfTypedPhone(bytes: Uint8Array, start: number, end: number): number {',
      from: '{ …',
      to: '{}',
      reason: SHORT_CUT,
    },
    {
      line: 'let at = bytes[start] === PLUS ? start + 1 : start;',
      reason: SHORT_CUT,
    },
    {
      line: 'while (isDigit(bytes[at])) at++;',
      reason: SHORT_CUT,
    },
    {
      line: 'if (at === first || at - first > MAX_PHONE_DIGITS || at + PHONE_END.length > end) return start;',
      reason: SHORT_CUT,
    },
    {
      line: 'for (let i = 0; i < PHONE_END.length; i++) if (bytes[at++] !== PHONE_END[i]) return start;',
      reason: SHORT_CUT,
    },
    {
      line: 'function isDigit(octet = 0): boolean {',
      from: '{ …',
      to: '{}',
      reason: SHORT_CUT,
    },
    {
      line: 'return octet >= DIGIT_0 && octet <= DIGIT_9;',
      reason: SHORT_CUT,
    },
    {
      line: 'if (end > start) {',
      reason: SHORT_CUT,
    },
    {
      line: 'if (inner.isTraced) inner.piece(TOKEN, start, token);',
      from: 'inner.isTraced',
      to: 'true',
      reason: UNWATCHED,
    },
  ],
  'src/mms/decode-pdu.ts': [
    {
      line: 'if (trace !== undefined || mended !== undefined) return readCarefully(bytes, options, mended).decoded;',
      from: 'trace !== undefined || mended !== undefined',
      to: 'true',
      reason: 'read once more, it is the same',
    },
    {
      line: 'if (error instanceof MmsError) return error;',
      from: 'error instanceof MmsError',
      to: 'true',
      reason: NO_OTHER_ERROR,
    },
  ],
  'src/mms/encode-pdu.ts': [
    {
      line: `const isNamed = typeof pdu.messageType === 'string';`,
      reason: 'a short cut: the careful writer gives the same octets',
    },
    {
      line: 'const order = writer.carried === undefined ? fields.inOrder : fields.withForeign;',
      from: 'writer.carried === undefined',
      to: 'false',
      reason: 'a short cut: a PDU of the caller has no values for the fields of others',
    },
    {
      line: 'return given === undefined || needed === undefined || given >= needed;',
      from: 'needed === undefined',
      to: 'false',
      reason: 'each row of the table has a version',
    },
  ],
  'src/mms/fitting-length.ts': [
    {
      line: 'const copy = bytes.slice();',
      from: 'bytes.slice()',
      to: 'bytes',
      reason: 'the octets are put back before anybody looks',
    },
    {
      line: 'return found.slice(0, MAX_CONTENTS).find(({ content }) => isReadable(bytes, content, limits));',
      from: 'found.slice(0, MAX_CONTENTS)',
      to: 'found',
      reason: BOUND,
    },
    {
      line: 'const starts = fieldStarts(new SilentReader(copy, { limits }, HARMLESS), fields).slice(-1 - FIELDS_BACK);',
      reason: BOUND,
    },
    {
      line: 'octets += reader.offset - start.offset;',
      reason: BOUND,
    },
    {
      line: 'if (octets > MAX_OCTETS) return found;',
      reason: BOUND,
    },
    {
      line: 'for (let offset = start + 1; offset <= last; offset++) {',
      reason: 'no length stands before the value or at its end',
    },
    {
      line: 'if (fitting !== stated) yield { offset, stated, fitting };',
      from: 'fitting !== stated',
      to: 'true',
      reason: 'as it was it did not fit',
    },
    {
      line: 'const starts: FieldStart[] = [];',
      from: '[]',
      to: '["Stryker was here"]',
      reason: 'a text has no offset: nothing is tried in it',
    },
    {
      line: 'if (field.code === CONTENT_TYPE_FIELD) break;',
      from: 'field.code === CONTENT_TYPE_FIELD',
      to: 'false',
      reason: 'fields in the content are none that lie',
    },
    {
      line: 'return octet < 0x80 ? undefined : byCode[octet & 0x7f];',
      from: 'octet < 0x80',
      to: 'octet <= 0x80',
      reason: NO_FIELD_ZERO,
    },
    {
      line: '} catch (error) {',
      from: '{ …',
      to: '{}',
      reason: NO_OTHER_ERROR,
    },
    {
      line: 'if (isDeparture(error)) return false;',
      from: 'isDeparture(error)',
      to: 'true',
      reason: NO_OTHER_ERROR,
    },
  ],
  'src/mms/pdu-fields.ts': [
    {
      line: 'const row = MESSAGE_TYPES.find(({ name }) => name === messageType);',
      reason: KEPT,
    },
    {
      line: 'if (row === undefined) return undefined;',
      from: 'row === undefined',
      to: 'true',
      reason: KEPT,
    },
  ],
  'src/mms/read-carefully.ts': [
    {
      line: 'const isWhole = octet >= 0x80 && fields.byCode[octet & 0x7f] !== undefined;',
      from: 'octet >= 0x80',
      to: 'octet > 0x80',
      reason: NO_FIELD_ZERO,
    },
    {
      line: `return MISPLACED.has(code) && (offset < lastWhole || path === 'contentType');`,
      from: 'offset < lastWhole',
      to: 'offset <= lastWhole',
      reason: 'the last field that is whole has no such warning',
    },
    {
      line: `if (reader.isTraced) reader.piece(fieldName, 0, 'X-Mms-Message-Type');`,
      from: 'reader.isTraced',
      to: 'true',
      reason: UNWATCHED,
    },
    {
      line: 'if (reader.isTraced) reader.piece(MESSAGE_TYPE, 1, messageType);',
      from: 'reader.isTraced',
      to: 'true',
      reason: UNWATCHED,
    },
    {
      line: 'if (octet < 0x80) {',
      from: 'octet < 0x80',
      to: 'octet <= 0x80',
      reason: NO_FIELD_ZERO,
    },
    {
      line: 'if (isOdd && field.code !== CONTENT_TYPE_FIELD) {',
      reason: 'without a warning no other place is looked for, and no rest of a media type is a field',
    },
    {
      line: `if (reader.isTraced) reader.piece(BODY, start, decoded['body']);`,
      from: 'reader.isTraced',
      to: 'true',
      reason: UNWATCHED,
    },
  ],
  'src/mms/read-quickly.ts': [
    {
      line: 'function quickFields(octet: number): QuickFields | undefined {',
      from: '{ …',
      to: '{}',
      reason: KEPT,
    },
    {
      line: 'if (messageType === undefined) return undefined;',
      reason: KEPT,
    },
    {
      line: '} catch (error) {',
      from: '{ …',
      to: '{}',
      reason: NO_OTHER_ERROR,
    },
    {
      line: 'if (isDeparture(error)) return undefined;',
      from: 'isDeparture(error)',
      to: 'true',
      reason: NO_OTHER_ERROR,
    },
    {
      line: 'reader.bytes[0] === MESSAGE_TYPE_OCTET ? (QUICK_FIELDS[type] ?? quickFields(type)) : undefined;',
      from: 'QUICK_FIELDS[type] ?? quickFields(type)',
      to: 'QUICK_FIELDS[type] && quickFields(type)',
      reason: 'a short cut: made once more, they are the same',
    },
    {
      line: 'const word = byOctet[reader.bytes[reader.offset] ?? 0];',
      from: 'reader.bytes[reader.offset] ?? 0',
      to: 'reader.bytes[reader.offset] && 0',
      reason: 'a short cut: its codec reads the octet too',
    },
    {
      line: 'if (word === undefined) return decodeValue(reader, decode);',
      from: 'word === undefined',
      to: 'true',
      reason: 'a short cut: its codec reads the octet too',
    },
    {
      line: 'if (decode === readText) return readText(reader);',
      from: 'decode === readText',
      to: 'false',
      reason: 'a short cut: below it is called by its other name',
    },
    {
      line: 'if (decode === readAddress) return readAddress(reader);',
      from: 'decode === readAddress',
      to: 'false',
      reason: 'a short cut: below it is called by its other name',
    },
    {
      line: 'if (decode === readFreeText) return readFreeText(reader);',
      from: 'decode === readFreeText',
      to: 'false',
      reason: 'a short cut: below it is called by its other name',
    },
    {
      line: 'if (decode === readFrom) return readFrom(reader);',
      from: 'decode === readFrom',
      to: 'false',
      reason: 'a short cut: below it is called by its other name',
    },
    {
      line: 'if (decode === readLongInteger) return readLongInteger(reader);',
      from: 'decode === readLongInteger',
      to: 'false',
      reason: 'a short cut: below it is called by its other name',
    },
    {
      line: 'if (decode === readTime) return readTime(reader);',
      from: 'decode === readTime',
      to: 'false',
      reason: 'a short cut: below it is called by its other name',
    },
    {
      line: 'if (decode === readDate) return readDate(reader);',
      from: 'decode === readDate',
      to: 'false',
      reason: 'a short cut: below it is called by its other name',
    },
    {
      line: 'if (!isRepeatable || !Array.isArray(values)) return false;',
      from: '!isRepeatable || !Array.isArray(values)',
      to: '!isRepeatable && !Array.isArray(values)',
      reason: 'no value of a field that does not repeat is an array',
    },
  ],
  'src/mms/resume.ts': [
    {
      line: 'if (first < 0x80) readApplicationHeader(reader);',
      from: 'first < 0x80',
      to: 'first <= 0x80',
      reason: NO_FIELD_ZERO,
    },
    {
      line: 'if (isDeparture(error)) return false;',
      from: 'isDeparture(error)',
      to: 'true',
      reason: NO_OTHER_ERROR,
    },
  ],
  'src/mms/set-field.ts': [
    {
      line: 'case 0x18:',
      from: 'case 0x18: …',
      to: 'case 0x18:',
      reason: 'the default does the same',
    },
  ],
  'src/mms/values.ts': [
    {
      line: `action: FLAG_ACTIONS[readToken(inner, FLAG_ACTIONS.length)] ?? 'filter',`,
      from: `'filter'`,
      to: '""',
      reason: 'no token is beyond the list',
    },
  ],
  'src/mms/write-quickly.ts': [
    {
      line: 'return known === undefined ? quickFields(messageType) : known;',
      from: 'known === undefined',
      to: 'true',
      reason: KEPT,
    },
    {
      line: 'if (fields === undefined) return null;',
      from: 'fields === undefined',
      to: 'true',
      reason: KEPT,
    },
    {
      line: 'recipients: recipients.flatMap(key => byKey.get(key)?.position ?? []),',
      from: '[]',
      to: '["Stryker was here"]',
      reason: 'submissions have all three',
    },
    {
      line: 'const fields = messageType === last?.messageType ? last : knownFields(messageType);',
      from: 'messageType === last?.messageType',
      to: 'false',
      reason: 'a short cut: they are kept by their message type too',
    },
    {
      line: '} catch (error) {',
      from: '{ …',
      to: '{}',
      reason: NO_OTHER_ERROR,
    },
    {
      line: 'if (!isDeparture(error)) throw error;',
      from: '!isDeparture(error)',
      to: 'false',
      reason: NO_OTHER_ERROR,
    },
    {
      line: 'const values = fields.idle ?? new Array<unknown>(fields.count).fill(undefined);',
      from: 'new Array<unknown>(fields.count)',
      to: 'new Array()',
      reason: 'the room grows as it is filled',
    },
    {
      line: 'const place = keys[index] === key ? (places[index] ?? REFUSED) : placeOf(fields, key, index);',
      from: 'keys[index] === key',
      to: 'false',
      reason: 'a short cut: the place is looked up as well',
    },
    {
      line: 'index++;',
      from: 'index++',
      to: 'index--',
      reason: 'a short cut: where keys are not remembered, their places are looked up',
    },
    {
      line: 'if (index < MAX_LAST_KEYS) {',
      reason: 'a short cut: where keys are not remembered, their places are looked up',
    },
    {
      line: 'for (let i = 0; i < value.length; i++) if (!writeOne(writer, field, value[i])) return false;',
      from: 'false',
      to: 'true',
      reason: 'no field that repeats and that MMS 1.0 had has an odd value',
    },
    {
      line: 'if (octetOf !== undefined) writeWord(writer, field, value);',
      reason: WORD,
    },
    {
      line: 'else if (encode === writeText) writeText(writer, value);',
      from: 'encode === writeText',
      to: 'false',
      reason: 'a short cut: below it is called by its other name',
    },
    {
      line: 'if (value !== lastWord.value) {',
      from: 'value !== lastWord.value',
      to: 'true',
      reason: WORD,
    },
    {
      line: 'const octet = octetOf?.get(value);',
      from: 'octetOf?.get',
      to: 'octetOf.get',
      reason: WORD,
    },
    {
      line: 'if (octet === undefined) {',
      reason: WORD,
    },
  ],
};
