import type { LintRule } from '../rule.ts';

/** What AOSP and the conformance document give a subject. */
const MAX_SUBJECT_CHARACTERS = 40;

export const HEADER_RULES: readonly LintRule[] = [
  {
    code: 'header/subject-too-long',
    check: ({ headers: { subject = '' } }) => {
      const length = [...subject].length;
      if (length <= MAX_SUBJECT_CHARACTERS) return [];
      return [
        {
          message: `the subject has ${length} characters; phones show ${MAX_SUBJECT_CHARACTERS}`,
          path: 'subject',
        },
      ];
    },
  },
];
