import type { Issue } from '../issues/index.ts';
import { checkShape, type Finding, fits, isObject, isPresent, Spot, type Values } from '../schema/index.ts';
import { toIssue } from './finding-issue.ts';
import { type Manifest, manifestShape, varsShape } from './manifest-shape.ts';
import { expandVariables, type Variables } from './variables.ts';

/** How a manifest is checked. */
export interface ManifestCheckOptions {
  /** Values for `{{name}}`; they win over `vars` of the manifest. */
  readonly vars?: Variables | undefined;
}

/** A manifest with its variables put in, and its problems. */
export interface CheckedManifest {
  /** Absent when there is a problem. */
  readonly manifest?: Manifest;
  readonly issues: readonly Issue[];
}

/** A manifest, its problems with their paths as data. */
export interface ResolvedManifest {
  readonly manifest?: Manifest;
  readonly findings: readonly Finding[];
}

/**
 * Every problem of a manifest at once, each with its path, such as `slides[1].image`; none: it is a {@link Manifest}.
 * What only a script can give (`Uint8Array` under `data`, `Date` under `date`) is allowed.
 * @example checkManifest({ slide: [] })[0].hint // 'did you mean slides?'
 */
export function checkManifest(value: unknown, options: ManifestCheckOptions = {}): readonly Issue[] {
  return acceptManifest(value, options).issues;
}

/** Checks a manifest that a script passes, and puts its variables in. */
export function acceptManifest(value: unknown, options: ManifestCheckOptions = {}): CheckedManifest {
  const { findings, ...accepted } = resolveManifest(value, options);
  return { ...accepted, issues: findings.map(toIssue) };
}

/** As {@link acceptManifest}, for problems that are still to be found in a text. */
export function resolveManifest(value: unknown, options: ManifestCheckOptions): ResolvedManifest {
  const spot = new Spot();
  checkShape(manifestShape, value, spot);
  const resolved = isObject(value) ? withVariables(value, options, spot) : value;
  const { findings } = spot;
  // A value in which nothing is wrong is of the type that belongs to the shape.
  return findings.length === 0 ? { manifest: resolved as Manifest, findings } : { findings };
}

/** The texts of a message that was unpacked stand as they were received, whatever is in them. */
function withVariables(value: Values, options: ManifestCheckOptions, spot: Spot): unknown {
  if (isPresent(value, 'parts')) return value;
  const own = isPresent(value, 'vars') && fits(varsShape, value['vars']) ? value['vars'] : {};
  return expandVariables(manifestShape, value, { ...own, ...options.vars }, spot);
}
