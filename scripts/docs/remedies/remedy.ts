import type { IssueCode } from '../../../src/issues/index.ts';

/** What to do about errors and findings of one kind, by their codes: a sentence or two for whoever meets one. */
export type Remedies = Readonly<Partial<Record<IssueCode, string>>>;
