import type { EquivalentMutants } from '../mutants.ts';

/** Changes of `src/submit/journal` that make no difference. */
export const SUBMIT_JOURNAL: EquivalentMutants = {
  'src/submit/journal/line.ts': [
    {
      line: '} catch {',
      from: '{ …',
      to: '{}',
      reason: 'it gives nothing either way',
    },
  ],
  'src/submit/journal/lock.ts': [
    {
      line: "const [, place = '', pid, birth = ''] = match;",
      from: "''",
      to: '"Stryker was here!"',
      reason: 'the name of a lock has both',
    },
  ],
};
