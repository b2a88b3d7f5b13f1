const UNRELEASED = '## [Unreleased]\n';

/**
 * A changelog in which the changes under Unreleased are those of a version; as it was when that version has its place
 * already.
 * @param day - of the release, such as `2026-05-31`
 */
export function nameRelease(changelog: string, version: string, day: string): string {
  if (changelog.includes(`## [${version}]`)) return changelog;
  if (!changelog.includes(UNRELEASED)) throw new Error(`the changelog has no ${UNRELEASED.trim()}`);
  return changelog.replace(UNRELEASED, () => `${UNRELEASED}\n## [${version}] - ${day}\n`);
}
