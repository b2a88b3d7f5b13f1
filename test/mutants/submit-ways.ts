import type { EquivalentMutants } from '../mutants.ts';

const NO_OTHER_ERROR = 'no other error is thrown';

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
  'src/submit/ways/mm7/answer.ts': [
    {
      line: 'if (!isMmsError(error)) throw error;',
      from: '!isMmsError(error)',
      to: 'false',
      reason: NO_OTHER_ERROR,
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
