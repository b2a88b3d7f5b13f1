import type { Issue } from '../../issues/index.ts';
import { formatFindingsGithub } from './github.ts';
import { formatFindingsJson } from './json.ts';
import { formatFindingsSarif } from './sarif.ts';
import { formatFindingsText } from './text.ts';

/** Every form that findings are printed in. */
export const FINDING_FORMATS = {
  text: formatFindingsText,
  json: formatFindingsJson,
  sarif: formatFindingsSarif,
  github: formatFindingsGithub,
} as const satisfies Readonly<Record<string, (issues: readonly Issue[]) => string>>;

/** A key of {@link FINDING_FORMATS}. */
export type FindingFormat = keyof typeof FINDING_FORMATS;
