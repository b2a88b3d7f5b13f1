import type { EquivalentMutants } from '../mutants.ts';

const NO_OTHER_ERROR = 'no other error is thrown';
const NO_SUCH_TEXT = 'no text to be shown has it';
const HAS_A_PATH = 'an address of HTTP has a path, of / at least';

/** Changes of `src/submit/ways` that make no difference. */
export const SUBMIT_WAYS: EquivalentMutants = {
  'src/submit/ways/kannel/query.ts': [
    {
      line: "const { dataCodingScheme, protocolIdentifier, replyPath, text = '' } = decodeSubmit(segment.tpdu);",
      from: `''`,
      to: '"Stryker was here!"',
      reason: 'only octets have no text, and they are sent as octets',
    },
  ],
  'src/submit/ways/mm1/answer.ts': [
    {
      line: 'if (!isMmsError(error)) throw error;',
      from: '!isMmsError(error)',
      to: 'false',
      reason: NO_OTHER_ERROR,
    },
  ],
  'src/submit/ways/mm1/mm1.ts': [
    {
      line: '...carrierHeaders(options.carrierHeaders ?? [], subscriber),',
      from: '[]',
      to: '["Stryker was here"]',
      reason: 'a field without a colon is left out',
    },
    {
      line: "...(proxy !== undefined && { proxy: serverUrl(proxy, { allowInsecureHttp: true, defaultPath: '/' }) }),",
      from: "'/'",
      to: '""',
      reason: HAS_A_PATH,
    },
    {
      line: 'return new Secrets(nai === undefined ? [] : [nai]);',
      from: '[]',
      to: '["Stryker was here"]',
      reason: NO_SUCH_TEXT,
    },
    {
      line: "serverUrl(written, { allowInsecureHttp, allowQuery: true, defaultPath: '/' });",
      from: "'/'",
      to: '""',
      reason: HAS_A_PATH,
    },
  ],
  'src/submit/ways/mm7/answer.ts': [
    {
      line: '} catch (error) {',
      from: '{ …',
      to: '{}',
      reason: NO_OTHER_ERROR,
    },
    {
      line: 'if (!isMmsError(error)) throw error;',
      from: '!isMmsError(error)',
      to: 'false',
      reason: NO_OTHER_ERROR,
    },
  ],
  'src/submit/ways/mm7/envelope.ts': [
    {
      line: "const code = textIn(status, 'StatusCode') ?? '';",
      from: "''",
      to: '"Stryker was here!"',
      reason: 'neither is a code',
    },
  ],
  'src/submit/ways/mm7/mm7.ts': [
    {
      line: 'if (username === undefined && password === undefined) return { headers: action, secrets: new Secrets([]) };',
      from: '[]',
      to: '["Stryker was here"]',
      reason: NO_SUCH_TEXT,
    },
    {
      line: "serverUrl(server, { allowInsecureHttp, allowQuery: true, defaultPath: '/' }),",
      from: "'/'",
      to: '""',
      reason: HAS_A_PATH,
    },
    {
      line: "const transactionId = transactionOf(envelopeOf(''), content);",
      from: "''",
      to: '"Stryker was here!"',
      reason: 'the hash is of the message all the same, and a hash like any other',
    },
  ],
  'src/submit/ways/mm7/versions.ts': [
    {
      line: "return MM7_SCHEMAS.find(({ name }) => name === schema)?.version ?? '';",
      from: 'MM7_SCHEMAS.find(({ name }) => name === schema)?.version',
      reason: 'every schema is among them',
    },
    {
      line: "return MM7_SCHEMAS.find(({ name }) => name === schema)?.version ?? '';",
      from: "''",
      reason: 'every schema is among them',
    },
  ],
  'src/submit/ways/sms-segments.ts': [
    {
      line: "case 'text':",
      from: "case 'text': …",
      to: "case 'text':",
      reason: 'a PDU that has a text and nothing else is the same SMS',
    },
  ],
  'src/submit/ways/way.ts': [
    {
      line: 'known: readonly (typeof GATEWAY_KEYS)[number][] = [],',
      from: '[]',
      to: '["Stryker was here"]',
      reason: 'no key is called so',
    },
  ],
  'src/submit/ways/smpp/smpp.ts': [
    {
      line: `let last: Progress = { verdict: unknown({ code: 'submit/aborted', message: '' }), requestSent: 'no' };`,
      reason: 'there is at least one server, and what came of it stands in this place',
    },
  ],
  'src/submit/ways/smpp/session.ts': [
    {
      line: 'const aborted = (): void => fail(signal?.reason);',
      from: 'signal?.reason',
      to: 'signal.reason',
      reason: 'only a signal that there is aborts',
    },
    {
      line: "session.on('error', () => undefined);",
      from: "'error'",
      to: '""',
      reason: 'the listeners of the steps stay as well, the first from here on',
    },
  ],
};
