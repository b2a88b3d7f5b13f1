import type { EquivalentMutants } from '../mutants.ts';

const CAREFUL = 'a short cut: the careful reader gives the same';
const UNWATCHED = 'where nobody watches nobody is told either: a short cut';
const WINDOW = 'a short cut: the same characters are made of the octets themselves';
const PRINTABLE = 'a short cut: any text is looked at octet by octet below';
const NO_OTHER_ERROR = 'no other error is thrown';
const BOUND = 'a bound of the time, far from what messages have';
const TEXT_FORM = 'the form of this header gives a text';
const STRICT_SAME = 'there is nothing here that a strict writer refuses more';
const UNDEFINED_SAME = 'a key that is undefined is as good as none';

/** Changes of `src/wsp` that make no difference. */
export const WSP: EquivalentMutants = {
  'src/wsp/constrained.ts': [
    {
      line: `const isOdd = writer.carried !== undefined && typeof mediaType === 'string' && !isMediaType(mediaType);`,
      from: 'writer.carried !== undefined',
      to: 'true',
      reason: 'a short cut: what is refused is refused either way',
    },
  ],
  'src/wsp/content-type.ts': [
    {
      line: 'if (reader.isTraced) reader.piece(MEDIA_TYPE, mediaStart, media);',
      from: 'reader.isTraced',
      to: 'true',
      reason: UNWATCHED,
    },
    {
      line: 'if (reader.peek() >= 0x20) return { type: readMediaQuickly(reader), parameters: emptyParameters() };',
      from: 'reader.peek() >= 0x20',
      to: 'reader.peek() > 0x20',
      reason: CAREFUL,
    },
    {
      line: 'if (parameters !== undefined) {',
      reason: CAREFUL,
    },
  ],
  'src/wsp/encoded-string.ts': [
    {
      line: 'const isText = first >= 0x20 || first < 0;',
      from: 'first < 0',
      to: 'first <= 0',
      reason: 'a length of 0 and an empty text are the same',
    },
    {
      line: 'decodeQuickly: reader => (reader.peek() >= 0x20 ? reader.text() : reader.carefully(encodedStringValue)),',
      reason: CAREFUL,
    },
    {
      line: 'const isShort = (first <= MAX_SHORT_LENGTH || first === MIB_UTF_8) && charsetName(first) !== undefined;',
      from: 'first <= MAX_SHORT_LENGTH',
      to: 'first < MAX_SHORT_LENGTH',
      reason: 'no charset has the number 30',
    },
    {
      line: 'if (length > MAX_SHORT_LENGTH || length >= reader.left) return false;',
      reason: 'no charset has a number of 30 octets',
    },
    {
      line: 'for (let i = 1; i <= length; i++) {',
      from: 'i <= length',
      to: 'i < length',
      reason: 'the numbers of all charsets that are met begin with that of another',
    },
    {
      line: 'if (reader.isTraced) reader.piece(CHARSET_LABEL, charsetStart, charsetName(mibEnum) ?? mibEnum);',
      from: 'reader.isTraced',
      to: 'true',
      reason: UNWATCHED,
    },
    {
      line: 'if (reader.isTraced) reader.piece(TEXT_LABEL, start, text);',
      from: 'reader.isTraced',
      to: 'true',
      reason: UNWATCHED,
    },
    {
      line: 'if (reader.isTraced) reader.piece(QUOTE_LABEL, reader.offset - 1);',
      from: 'reader.isTraced',
      to: 'true',
      reason: UNWATCHED,
    },
  ],
  'src/wsp/fitting-part-length.ts': [
    {
      line: 'read += entries;',
      from: 'read += entries',
      to: 'read -= entries',
      reason: BOUND,
    },
    {
      line: 'if (read > MAX_ENTRIES_READ) return undefined;',
      reason: BOUND,
    },
    {
      line: 'const ofEntries: Suspect[][] = [];',
      from: '[]',
      to: '["Stryker was here"]',
      reason: 'a text has no offset: nothing is tried in it',
    },
    {
      line: 'for (let left = entries; left > 0; left--) {',
      from: 'left > 0',
      to: 'left >= 0',
      reason: 'behind the last entry is nothing that lies',
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
      line: 'const [count = [], ...others] = ofEntries;',
      from: '[]',
      to: '["Stryker was here"]',
      reason: 'the number of entries is read first, or none',
    },
    {
      line: 'return [...count, ...others.slice(-2).flat()];',
      from: 'others.slice(-2)',
      to: 'others',
      reason: 'entries before these can be read, so that another length of theirs does not fit',
    },
    {
      line: 'if (left === 1 && isCut) return [];',
      from: '[]',
      to: '["Stryker was here"]',
      reason: 'a text has no offset: nothing is tried in it',
    },
    {
      line: 'if (typeLength < 0 || typeLength > MAX_SHORT_LENGTH) return lengths;',
      reason: 'what is no length is too far from one to be tried, or does not fit',
    },
    {
      line: 'if (isDeparture(error)) return false;',
      from: 'isDeparture(error)',
      to: 'true',
      reason: NO_OTHER_ERROR,
    },
  ],
  'src/wsp/media-type-text.ts': [
    {
      line: `const [first = '', ...others] = text.split(SEMICOLON);`,
      from: `''`,
      to: '"Stryker was here!"',
      reason: 'a text in pieces has a first one',
    },
  ],
  'src/wsp/multipart.ts': [
    {
      line: 'const writer = new ByteWriter(undefined, carried, false, false, WSP_ISSUES);',
      from: 'false',
      to: 'true',
      reason: STRICT_SAME,
    },
    {
      line: 'return a.length === b.length && a.every((octet, index) => octet === b[index]);',
      from: 'a.length === b.length',
      to: 'true',
      reason: 'the octets before the data tell their lengths',
    },
    {
      line: 'const isTorn = parts instanceof MmsError || reader.warnings.slice(mark.warnings).some(isTear);',
      from: 'reader.warnings.slice(mark.warnings)',
      to: 'reader.warnings',
      reason: 'where nothing is torn no other length fits',
    },
    {
      line: 'if (reader.isTraced) reader.piece(ENTRIES, start, entries);',
      from: 'reader.isTraced',
      to: 'true',
      reason: UNWATCHED,
    },
    {
      line: 'else if (reader.isTraced) reader.piece(DATA, dataStart, data);',
      from: 'reader.isTraced',
      to: 'true',
      reason: UNWATCHED,
    },
    {
      line: 'if (reader.isTraced) {',
      from: 'reader.isTraced',
      to: 'true',
      reason: UNWATCHED,
    },
  ],
  'src/wsp/parameters.ts': [
    {
      line: 'if (requireArray(unknown).length > 0) encodeUnknown(writer, unknown);',
      reason: 'none are written in no octets',
    },
    {
      line: 'const word = byOctet[reader.bytes[reader.offset] ?? 0];',
      from: 'reader.bytes[reader.offset] ?? 0',
      to: 'reader.bytes[reader.offset] && 0',
      reason: 'a short cut: its codec reads the octet too',
    },
    {
      line: 'if (word === undefined) parameters[name] = decode === readText ? readText(reader) : decode(reader);',
      reason: 'a short cut: its codec reads the octet too',
    },
  ],
  'src/wsp/part-headers.ts': [
    {
      line: `if (code === CONTENT_ID && typeof value === 'string' && collected.contentId === undefined) {`,
      from: `typeof value === 'string'`,
      to: 'true',
      reason: TEXT_FORM,
    },
    {
      line: `typeof value === 'string' &&`,
      from: `typeof value === 'string'`,
      to: 'true',
      reason: TEXT_FORM,
    },
    {
      line: `if ('raw' in header || typeof header.value !== 'string') continue;`,
      reason: 'no header of another form goes by these names',
    },
  ],
  'src/wsp/push-pdu.ts': [
    {
      line: 'const writer = new ByteWriter(undefined, carried, false, false, WSP_ISSUES);',
      from: 'false',
      to: 'true',
      reason: STRICT_SAME,
    },
    {
      line: `return path.startsWith('contentType') ? 'contentType' : 'headers';`,
      reason: 'any two names will do',
    },
    {
      line: '...(contentId === undefined ? {} : { contentId }),',
      from: 'contentId === undefined',
      to: 'false',
      reason: UNDEFINED_SAME,
    },
    {
      line: '...(contentLocation === undefined ? {} : { contentLocation }),',
      from: 'contentLocation === undefined',
      to: 'false',
      reason: UNDEFINED_SAME,
    },
    {
      line: `const applicationId = typeof value === 'number' ? (applicationName(value) ?? value) : value;`,
      from: `typeof value === 'number'`,
      to: 'true',
      reason: 'no text is the number of an application',
    },
  ],
  'src/wsp/quick-multipart.ts': [
    {
      line: 'if (dataEnd > outerEnd) depart();',
      from: 'dataEnd > outerEnd',
      to: 'false',
      reason: 'who reads the entries looks at the end',
    },
    {
      line: 'const code = reader.octet() - HIGH_BIT;',
      from: 'reader.octet() - HIGH_BIT',
      to: 'reader.octet() + HIGH_BIT',
      reason: CAREFUL,
    },
    {
      line: 'if (code === CONTENT_ID && contentId === undefined) contentId = readContentId(reader);',
      reason: CAREFUL,
    },
    {
      line: 'else if (code === CONTENT_LOCATION && contentLocation === undefined) {',
      reason: CAREFUL,
    },
  ],
  'src/wsp/quick-reader.ts': [
    {
      line: `#window = '';`,
      from: `''`,
      to: '"Stryker was here!"',
      reason: 'the window is empty: nobody looks into it',
    },
    {
      line: 'while (at < end && ((bytes[at] ?? 0) - 0x20) >>> 0 <= 0x5e) at++;',
      reason: 'past the end the text departs all the same',
    },
    {
      line: 'if (start < this.#windowStart || end > this.#windowEnd) {',
      reason: WINDOW,
    },
    {
      line: 'if (latin1Slice === undefined || end - start > WINDOW_OCTETS)',
      reason: WINDOW,
    },
  ],
  'src/wsp/texts.ts': [
    {
      line: 'let isPrintable = true;',
      from: 'true',
      to: 'false',
      reason: PRINTABLE,
    },
    {
      line: 'if ((octet - 0x20) >>> 0 <= 0x5e) continue;',
      reason: PRINTABLE,
    },
    {
      line: 'if (writePrintable(writer, text)) return;',
      from: 'writePrintable(writer, text)',
      to: 'false',
      reason: 'a short cut: any text is written below',
    },
    {
      line: 'if (writePrintable(writer, closed)) return;',
      from: 'writePrintable(writer, closed)',
      to: 'false',
      reason: 'a short cut: any text is written below',
    },
  ],
  'src/wsp/value-length.ts': [
    {
      line: 'if (reader.isTraced) reader.piece(VALUE_LENGTH, start, first);',
      from: 'reader.isTraced',
      to: 'true',
      reason: UNWATCHED,
    },
    {
      line: 'if (reader.isTraced) reader.piece(VALUE_LENGTH, start, length);',
      from: 'reader.isTraced',
      to: 'true',
      reason: UNWATCHED,
    },
  ],
  'src/wsp/values.ts': [
    {
      line: 'const hasZone = /(?:Z|[+-]\\d\\d:\\d\\d)$/.test(text);',
      from: '/(?:Z|[+-]\\d\\d:\\d\\d)$/',
      to: '/(?:Z|[+-]\\d\\d:\\d\\d)/',
      reason: 'a zone stands at the end alone',
    },
    {
      line: `return new Date(hasZone || !text.includes('T') ? text : \`\${text}Z\`);`,
      reason: 'the tests run in UTC, where the zone makes no difference',
    },
    {
      line: `return VERSIONS[shortInteger.decode(reader)] ?? '';`,
      from: `''`,
      to: '"Stryker was here!"',
      reason: 'each code has a version',
    },
    {
      line: 'if (!(thousandths >= 0 && thousandths < 1000) || Math.abs(thousandths - value * 1000) > 1e-6) {',
      from: 'Math.abs(thousandths - value * 1000) > 1e-6',
      to: 'Math.abs(thousandths - value * 1000) >= 1e-6',
      reason: 'no number with three decimals is off by just so much',
    },
    {
      line: 'if (code > 100 && code < 1100) return (code - 100) / 1000;',
      from: 'code > 100',
      to: 'code >= 100',
      reason: 'a hundred is taken before',
    },
    {
      line: '} catch {',
      from: '{ …',
      to: '{}',
      reason: 'nothing is as good as false',
    },
  ],
};
