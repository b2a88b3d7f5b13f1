import type { LintRule } from '../rule.ts';

/** Raised while a ZIP bundle is read. */
export const ARCHIVE_RULES: readonly LintRule[] = [
  { code: 'zip/empty' },
  { code: 'zip/several-smil' },
  { code: 'zip/unsafe-path' },
  { code: 'zip/encrypted' },
  { code: 'zip/too-large' },
  { code: 'zip/no-smil', fix: 'compose makes slides in archive order' },
  { code: 'zip/junk-ignored' },
];
