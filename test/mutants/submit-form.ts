import type { EquivalentMutants } from '../mutants.ts';

const SHORT_CUT = 'a short cut: the long way gives the same';
const BOUND = 'a bound of the time: a form of more pairs is refused all the same';
const NO_OTHER_ERROR = 'no other error is thrown';
const NO_ORDER = 'a moment that is not told is neither before nor after another';
const NEXT_PAUSE = 'any pause will do';

/** Changes of `src/submit` around the form of a request that make no difference. */
export const SUBMIT_FORM: EquivalentMutants = {
  'src/submit/chunks.ts': [
    {
      line: 'return { index, to: part.map(({ recipient }) => recipient), next: part.at(-1)?.next ?? total, total };',
      from: 'part.at(-1)?.next',
      to: 'part.at(-1).next',
      reason: 'a chunk has a last number',
    },
  ],
  'src/submit/client.ts': [
    {
      line: 'chunksOf(request, options, []);',
      from: '[]',
      to: '["Stryker was here"]',
      reason: 'the list has no such number',
    },
    {
      line: 'const options = { ...(ca !== undefined && { ca }), timeouts: { ...TIMEOUT_DEFAULTS, ...timeouts } };',
      from: 'ca !== undefined',
      to: 'true',
      reason: 'a key that is undefined is as good as none',
    },
  ],
  'src/submit/gateway-request.ts': [
    {
      line: "return { name: field.name, octets: Buffer.from(joinFields([field]), 'latin1') };",
      from: "'latin1'",
      to: '""',
      reason: 'a form is ASCII',
    },
    {
      line: "const others = this.warnings.filter(({ path = '' }) => path !== 'to' && !path.startsWith('to['));",
      from: "''",
      to: '"Stryker was here!"',
      reason: 'any other path will do',
    },
  ],
  'src/submit/submission.ts': [
    {
      line: "return { kind: 'failure', requestSent: 'maybe', mayTryNext: false, error };",
      from: 'false',
      to: 'true',
      reason: 'what may be sent is not sent again, whatever a transport promises',
    },
    {
      line: "if (this.last.kind === 'answer') break;",
      from: "this.last.kind === 'answer'",
      to: 'false',
      reason: 'an answer does not say that the next server may be tried',
    },
    {
      line: "if (this.last.kind === 'answer') break;",
      from: "'answer'",
      to: '""',
      reason: 'an answer does not say that the next server may be tried',
    },
    {
      line: "...(last.kind === 'failure' && { error: last.error }),",
      from: "last.kind === 'failure'",
      to: 'true',
      reason: 'an answer has no error',
    },
  ],
  'src/submit/library/cache.ts': [
    {
      line: "return typeof value === 'object' && value !== null && Object.values(value).every(Number.isSafeInteger);",
      from: 'value !== null',
      to: 'true',
      reason: 'the values of nothing cannot be read, which is caught',
    },
    {
      line: '} catch {',
      from: '{ …',
      to: '{}',
      reason: 'it gives nothing either way',
    },
    {
      line: 'await rm(beside, { force: true });',
      reason: 'what could not be written or renamed is there',
    },
  ],
  'src/submit/library/while-held.ts': [
    {
      line: 'function pauseMs(tries: number): number {',
      reason: NEXT_PAUSE,
    },
    {
      line: 'return 5 + ((process.pid * 7 + tries * 13) % 41);',
      reason: NEXT_PAUSE,
    },
    {
      line: 'for (let tries = 0; tries < mostTries; tries++) {',
      from: 'tries < mostTries',
      to: 'tries <= mostTries',
      reason: 'one more of four hundred',
    },
  ],
  'src/submit/form/content.ts': [
    {
      line: "if (type === 'event' || type === 'todo') return formatVCalendar({ ...others, type });",
      from: "type === 'event' || type === 'todo'",
      to: 'true',
      reason: 'who writes it refuses another type in the same way',
    },
    {
      line: 'return segment === undefined ? undefined : pduFields(segment);',
      from: 'segment === undefined',
      to: 'false',
      reason: 'an EMS message has a first segment',
    },
  ],
  'src/submit/form/decode-form.ts': [
    {
      line: '.flatMap(row => row.kinds ?? []);',
      from: '[]',
      to: '["Stryker was here"]',
      reason: 'a row that tells the kind has one',
    },
  ],
  'src/submit/form/fields.ts': [
    {
      line: "text ??= codec.encode(value, report) ?? '';",
      from: "''",
      to: '"Stryker was here!"',
      reason: 'what is accepted can be written',
    },
  ],
  'src/submit/form/form-octets.ts': [
    {
      line: 'if (!isAscii(octets)) return new TextDecoder().decode(octets);',
      from: '!isAscii(octets)',
      to: 'true',
      reason: SHORT_CUT,
    },
    {
      line: 'const files: PlacedFile[] = [];',
      from: '[]',
      to: '["Stryker was here"]',
      reason: 'a text has no place in the form and so no length',
    },
    {
      line: 'for (let pairs = 0; pairs < MAX_PAIRS && at < form.length; pairs++) {',
      from: 'pairs < MAX_PAIRS',
      reason: BOUND,
    },
    {
      line: 'for (let pairs = 0; pairs < MAX_PAIRS && at < form.length; pairs++) {',
      from: 'pairs++',
      reason: BOUND,
    },
    {
      line: 'for (let pairs = 0; pairs < MAX_PAIRS && at < form.length; pairs++) {',
      from: 'at < form.length',
      reason: 'behind the end of a form is no file',
    },
  ],
  'src/submit/form/form-text.ts': [
    {
      line: "const hasLines = trimmed.includes('\\n') || trimmed.includes('\\r');",
      reason: SHORT_CUT,
    },
  ],
  'src/submit/form/form.ts': [
    {
      line: 'const encoded = row?.codec.encode(value, findings.at(row.key));',
      from: 'row?.codec',
      to: 'row.codec',
      reason: 'every name of a parameter has its row',
    },
    {
      line: 'const value = unreserved === true ? text : percentEncode(text);',
      reason: SHORT_CUT,
    },
  ],
  'src/submit/form/legacy-pictures.ts': [
    {
      line: 'if (!isMmsError(error)) throw error;',
      from: '!isMmsError(error)',
      to: 'false',
      reason: NO_OTHER_ERROR,
    },
  ],
  'src/submit/form/parameters.ts': [
    {
      line: 'return ROWS_BY_KIND.get(kind) ?? [];',
      from: '[]',
      to: '["Stryker was here"]',
      reason: 'every kind of message has rows',
    },
  ],
  'src/submit/form/percent.ts': [
    {
      line: "if (!spaced.includes('%')) return { text: spaced, wellFormed: true };",
      reason: SHORT_CUT,
    },
  ],
  'src/submit/form/rules.ts': [
    {
      line: 'return created !== undefined && expires !== undefined && expires <= created',
      from: 'created !== undefined',
      to: 'true',
      reason: NO_ORDER,
    },
    {
      line: 'return created !== undefined && expires !== undefined && expires <= created',
      from: 'expires !== undefined',
      to: 'true',
      reason: NO_ORDER,
    },
    {
      line: 'return created !== undefined && expires !== undefined && expires <= created',
      from: 'created !== undefined && expires !== undefined',
      reason: NO_ORDER,
    },
    {
      line: 'if (!isMmsError(error)) throw error;',
      from: '!isMmsError(error)',
      to: 'false',
      reason: NO_OTHER_ERROR,
    },
  ],
  'src/submit/verdict/outcome.ts': [
    {
      line: 'return reports.some(({ accepted, report }) => !accepted && reportCode(report)?.wholeRequest !== true);',
      from: 'reports.some(({ accepted, report }) => !accepted && reportCode(report)?.wholeRequest !== true)',
      to: 'reports.every(({ …',
      reason: 'there is one report',
    },
    {
      line: 'if (!isMmsError(error)) throw error;',
      from: '!isMmsError(error)',
      to: 'false',
      reason: NO_OTHER_ERROR,
    },
  ],
  'src/submit/verdict/report-codes.ts': [
    {
      line: 'return BY_CODE.get(code)?.accepted ?? code <= 0;',
      from: 'code <= 0',
      to: 'code < 0',
      reason: 'the code 0 has a row',
    },
  ],
  'src/submit/verdict/response.ts': [
    {
      line: "const [, report = '', text = ''] = match;",
      from: "''",
      to: '"Stryker was here!"',
      reason: 'a sentence has a report',
    },
    {
      line: "messageIdentifier: identifiers[index] ?? '',",
      from: "''",
      to: '"Stryker was here!"',
      reason: 'there are as many identifiers as reports',
    },
  ],
  'src/submit/form/values/date-time.ts': [
    {
      line: 'if (match === undefined) return undefined;',
      from: 'match === undefined',
      to: 'false',
      reason: 'what does not match makes no date',
    },
  ],
};
