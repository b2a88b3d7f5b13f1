import type { IssueCode } from '../../../src/issues/index.ts';

/** Codes that no input raises by itself, and why; their pages say so in place of an input. */
export const UNRAISED: Readonly<Partial<Record<IssueCode, string>>> = {
  'media/no-image-library':
    'It is raised where the package `sharp` is not installed, by whatever reads a picture.',
  'submit/package-missing':
    'It is raised where the package `smpp` is not installed, by what sends with `--via smpp`.',
  'submit/journal-unwritable':
    'It is raised where the disk that holds the journal is full, fails, or may not be written to.',
  'bulk/package-missing': 'It is raised where `bullmq` or `pg` is not installed, by `openBulk`.',
  'bulk/fit': 'It is raised where the process that fits messages is killed, or runs out of memory.',
};
