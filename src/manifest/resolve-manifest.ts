import { requireObject } from '../bytes/index.ts';
import type { Issue } from '../issues/index.ts';
import {
  checkShape,
  type Finding,
  fits,
  isObject,
  isPresent,
  type Shape,
  Spot,
  type Values,
} from '../schema/index.ts';
import { toIssue } from './finding-issue.ts';
import { type Manifest, manifestShape, smilFile, varsShape } from './manifest-shape.ts';
import {
  attachmentShape,
  type ManifestAttachment,
  type ManifestSlide,
  slideKeys,
  slideShape,
} from './media-shapes.ts';
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
  /** Of a manifest with a problem: its media in which nothing is wrong. */
  readonly sound?: SoundMedia;
  readonly issues: readonly Issue[];
  /** Where a path of the manifest stands, if it was read from a text and holds it. */
  readonly placeOf?: (path: string) => ManifestPlace | undefined;
}

/** Slides and attachments by their position, and the files that other keys name. */
export interface SoundMedia {
  readonly slides: readonly (ManifestSlide | undefined)[];
  readonly attachments: readonly (ManifestAttachment | undefined)[];
  /** The SMIL file. */
  readonly document?: string | undefined;
  readonly profiles: readonly { readonly target: string; readonly profile: string }[];
}

/** A place in the text of a manifest. */
export type ManifestPlace = Pick<Issue, 'file' | 'line' | 'column'>;

/** A manifest, its problems with their paths as data. */
export interface ResolvedManifest {
  readonly manifest?: Manifest;
  readonly sound?: SoundMedia;
  readonly findings: readonly Finding[];
}

/**
 * Every problem of a manifest at once, each with its path, such as `slides[1].image`; none: it is a {@link Manifest}.
 * What only a script can give (`Uint8Array` under `data`, `Date` under `date`) is allowed.
 * @example checkManifest({ slide: [] })[0].hint // 'did you mean slides?'
 */
export function checkManifest(value: unknown, options: ManifestCheckOptions = {}): readonly Issue[] {
  requireObject(options, 'options such as { vars }', 'options');
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
  return findings.length === 0
    ? { manifest: resolved as Manifest, findings }
    : { sound: soundMedia(resolved), findings };
}

/** That a key is misspelt is no reason to keep quiet about a file that is missing elsewhere. */
function soundMedia(value: unknown): SoundMedia {
  const at = (holder: unknown, key: string): unknown =>
    isObject(holder) && isPresent(holder, key) ? holder[key] : undefined;
  const listOf = (key: string): readonly unknown[] => {
    const list = at(value, key);
    return Array.isArray(list) ? list : [];
  };
  const targets = at(value, 'targets');
  const smil = at(value, 'smil');
  return {
    slides: listOf('slides').map(soundSlide),
    attachments: listOf('attachments').map(item => (fits(attachmentShape, item) ? item : undefined)),
    document: fits(smilFile, smil) ? smil : undefined,
    profiles: Object.entries(isObject(targets) ? targets : {}).flatMap(([target, stated]) => {
      const profile = at(stated, 'profile');
      return typeof profile === 'string' ? [{ target, profile }] : [];
    }),
  };
}

/** The slide without what is wrong in it. */
function soundSlide(slide: unknown): ManifestSlide | undefined {
  if (!isObject(slide)) return undefined;
  const keys: Readonly<Record<string, Shape>> = slideKeys;
  const sound = Object.fromEntries(
    Object.entries(slide).filter(([key, value]) => {
      const shape = Object.hasOwn(keys, key) ? keys[key] : undefined;
      return shape !== undefined && fits(shape, value);
    }),
  );
  return fits(slideShape, sound) ? sound : undefined;
}

/** The texts of a message that was unpacked stand as they were received, whatever is in them. */
function withVariables(value: Values, options: ManifestCheckOptions, spot: Spot): unknown {
  if (isPresent(value, 'parts')) return value;
  const own = isPresent(value, 'vars') && fits(varsShape, value['vars']) ? value['vars'] : {};
  return expandVariables(manifestShape, value, { ...own, ...options.vars }, spot);
}
