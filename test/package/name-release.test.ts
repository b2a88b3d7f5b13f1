import { describe, expect, it } from 'vitest';
import { nameRelease } from '../../scripts/release/name-release.ts';

const CHANGELOG = `# Changelog

## [Unreleased]

### Added

- More for $1.

## [1.0.0] - 2026-11-29
`;

describe('a release in the changelog', () => {
  it('has what stood under Unreleased, which stays for what comes', () => {
    expect(nameRelease(CHANGELOG, '1.1.0', '2026-12-24')).toBe(`# Changelog

## [Unreleased]

## [1.1.0] - 2026-12-24

### Added

- More for $1.

## [1.0.0] - 2026-11-29
`);
  });

  it('is named once', () => {
    const named = nameRelease(CHANGELOG, '1.1.0', '2026-12-24');
    expect(nameRelease(named, '1.1.0', '2026-12-25')).toBe(named);
  });

  it('needs a heading for what comes', () => {
    expect(() => nameRelease('# Changelog\n', '1.1.0', '2026-12-24')).toThrow('## [Unreleased]');
  });
});
