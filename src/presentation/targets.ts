import { resolve } from 'node:path';
import { type Manifest, type ManifestTarget, parseSize } from '../manifest/index.ts';
import { checkProfile, narrow, type Profile } from '../media/index.ts';
import type { PartChange } from './adapt/change.ts';
import type { AdaptOptions, AdaptTarget } from './adapt/options.ts';
import { Presentation } from './presentation.ts';
import { composeManifest, type ManifestOptions, type OpenedManifest, openManifest } from './read/manifest.ts';
import { openProfile } from './read/profile.ts';

/** One output of a manifest. */
export interface TargetMessage {
  /** Name of the target; `default` where the manifest names none. */
  readonly target: string;
  readonly presentation: Presentation;
  /** What adapting did; empty where the target is not adapted. */
  readonly changes: readonly PartChange[];
  readonly profile?: Profile | undefined;
  readonly maxBytes?: number | undefined;
  /** Files that the manifest asks for, with their whole paths. */
  readonly files: {
    readonly mms?: string;
    readonly zip?: string;
    readonly report?: string;
    readonly preview?: string;
  };
}

/** How the outputs of a manifest are made. */
export interface TargetOptions
  extends ManifestOptions,
    Pick<AdaptOptions, 'headers' | 'onProgress' | 'unsupported'> {
  /** Bounds of all outputs: of these and those of a target the smaller counts. A target without profile takes this one. */
  readonly receiver?: AdaptTarget | undefined;
}

/**
 * Makes every output of a manifest: one message, adapted to each target.
 * @throws MmsError as `Presentation.fromManifest` and `presentation.adapt`, the path beginning with the target
 */
export async function composeTargets(
  source: string | Manifest,
  options: TargetOptions = {},
): Promise<TargetMessage[]> {
  const opened = await openManifest(source, options);
  const targets = Object.entries(opened.manifest.targets ?? { default: {} });
  const messages: TargetMessage[] = [];
  for (const [name, target = {}] of targets)
    messages.push(await composeTarget(name, target, opened, options));
  return messages;
}

async function composeTarget(
  name: string,
  target: ManifestTarget,
  opened: OpenedManifest,
  options: TargetOptions,
): Promise<TargetMessage> {
  const { manifest, baseDir } = opened;
  const content = await composeManifest(opened, { ...options, smil: options.smil ?? target.smil });
  const presentation = new Presentation(content);
  const files = outputFiles(manifest, name, baseDir);
  const profile = await profileOf(target, baseDir);
  const budget = target.budget ?? manifest.budget;
  const receiver = narrow<AdaptTarget>(
    narrow<AdaptTarget>(profile ?? options.receiver ?? {}, options.receiver ?? {}),
    budget?.bytes === undefined ? {} : { maxBytes: parseSize(budget.bytes) },
  );
  const { maxBytes } = receiver;
  const isAdapted =
    (target.adapt ?? manifest.adapt ?? true) &&
    (profile !== undefined || options.receiver !== undefined || maxBytes !== undefined);
  if (!isAdapted) return { target: name, presentation, changes: [], profile, maxBytes, files };
  const adapted = await presentation.adapt(receiver, {
    ...options,
    reserveBytes: budget?.reserve === undefined ? undefined : parseSize(budget.reserve),
    background: manifest.defaults?.background,
  });
  return { target: name, ...adapted, profile, maxBytes, files };
}

async function profileOf({ profile }: ManifestTarget, baseDir: string): Promise<Profile | undefined> {
  if (profile === undefined) return undefined;
  return typeof profile === 'string' ? openProfile(profile, baseDir) : checkProfile(profile, 'own');
}

function outputFiles({ out = {} }: Manifest, target: string, baseDir: string): TargetMessage['files'] {
  const entries = Object.entries(out).flatMap(([key, file]) =>
    file === undefined ? [] : [[key, resolve(baseDir, file.replaceAll('[target]', target))]],
  );
  return Object.fromEntries(entries);
}
