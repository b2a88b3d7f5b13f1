import type { Issue } from '../../issues/index.ts';

/** Findings as one JSON document: `{ errors, warnings, infos, fixed, findings: [Issue] }`. */
export function formatFindingsJson(issues: readonly Issue[]): string {
  const count = (severity: Issue['severity']): number =>
    issues.filter(found => found.severity === severity).length;
  const report = {
    errors: count('error'),
    warnings: count('warning'),
    infos: count('info'),
    fixed: issues.filter(found => found.fixed === true).length,
    findings: issues,
  };
  return `${JSON.stringify(report, undefined, 2)}\n`;
}
