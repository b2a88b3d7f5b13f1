import type { EmsItem } from '../ems/index.ts';
import { MmsError } from '../errors.ts';
import { type Issue, issue } from '../issues/index.ts';
import type { LintMessage, LintOptions } from '../lint/index.ts';
import { type Manifest, type ManifestTarget, parseSize } from '../manifest/index.ts';
import { checkProfile, narrow, type Profile } from '../media/index.ts';
import type { Network } from '../networks/index.ts';
import { allRead, didYouMean } from '../schema/index.ts';
import type { PartChange } from './adapt/change.ts';
import type { AdaptOptions, AdaptTarget } from './adapt/options.ts';
import { composeManifest } from './compose.ts';
import { Presentation } from './presentation.ts';
import type { FileSource } from './read/file-source.ts';
import { allOf, at, inPlace } from './read/in-place.ts';
import { type ManifestOptions, type OpenedManifest, openManifest } from './read/manifest.ts';
import { findReceiver } from './read/profile.ts';
import { statedBounds } from './read/stated-bounds.ts';
import { checkManifestSource, checkOptions } from './shapes.ts';

/** One output of a manifest. */
export interface TargetMessage {
  /** Name of the target; `default` where the manifest names none. */
  readonly target: string;
  readonly presentation: Presentation;
  /** What adapting did; empty where the target is not adapted. */
  readonly changes: readonly PartChange[];
  readonly profile?: Profile | undefined;
  readonly maxBytes?: number | undefined;
  /**
   * What lint finds in the output, where the manifest or the caller says a content class, a mode or rules; where it says
   * a network alone, what that has against it. What was found while composing is among it.
   */
  readonly findings?: readonly Issue[];
  /** The message for telephones of 2002, where the manifest asks for a file of it (`out.ems`). */
  readonly ems?: readonly EmsItem[];
  /** Files that the manifest asks for, with their whole paths. */
  readonly files: { readonly [K in keyof NonNullable<Manifest['out']>]?: string };
  /** The folder that these files must stay in when they are written, links followed; absent: they may go anywhere. */
  readonly outputRoot?: string | undefined;
}

/** How the outputs of a manifest are made. */
export interface TargetOptions
  extends ManifestOptions,
    Pick<AdaptOptions, 'headers' | 'onProgress' | 'unsupported'> {
  /** Bounds of all outputs: of these and those of a target the smaller counts. A target without profile takes this one. */
  readonly receiver?: AdaptTarget | undefined;
  /** What the outputs are judged by, in place of what the manifest says. */
  readonly judge?: LintOptions | undefined;
}

/**
 * Makes every output of a manifest: one message, adapted to each target.
 * @throws MmsError as `Presentation.fromManifest` and `presentation.adapt`, the path beginning with the target
 */
export async function composeTargets(
  source: string | Manifest,
  options: TargetOptions = {},
): Promise<TargetMessage[]> {
  checkManifestSource(source);
  checkOptions(options);
  return composeOpened(await openManifest(source, options), options);
}

/** Makes every output of a manifest that is open, or the one that is asked for. */
export async function composeOpened(
  opened: OpenedManifest,
  options: TargetOptions & { readonly target?: string | undefined },
): Promise<TargetMessage[]> {
  const all = targetsOf(opened.manifest);
  const { target: wanted } = options;
  if (wanted !== undefined && !all.some(([name]) => name === wanted)) {
    throw unknownTarget(
      wanted,
      all.map(([name]) => name),
    );
  }
  const targets = all.filter(([name]) => wanted === undefined || name === wanted);
  return inPlace(opened.placeOf, async () => {
    const profiles = await profilesOf(targets, opened, options);
    const messages: TargetMessage[] = [];
    for (const [index, [name, target = {}]] of targets.entries())
      messages.push(await composeTarget(name, target, opened, options, profiles[index]));
    return messages;
  });
}

type NamedTarget = readonly [name: string, target: ManifestTarget | undefined];

/** The targets of a manifest: one called `default` where it names none. */
function targetsOf({ targets = {} }: Manifest): readonly NamedTarget[] {
  const named = Object.entries(targets);
  return named.length > 0 ? named : [['default', {}]];
}

/**
 * The profiles that targets name.
 * @throws MmsError with the problems of the media too, so that all are told at once
 */
async function profilesOf(
  targets: readonly NamedTarget[],
  opened: OpenedManifest,
  options: TargetOptions,
): Promise<readonly (Profile | undefined)[]> {
  const jobs = targets.map(([name, target]) =>
    at(`targets.${name}.profile`, profileOf(target?.profile, opened.source)),
  );
  const isRefused = (await Promise.allSettled(jobs)).some(({ status }) => status === 'rejected');
  if (isRefused) await allOf<unknown>([...jobs, composeManifest(opened, options)]);
  return Promise.all(jobs);
}

function unknownTarget(name: string, known: readonly string[]): MmsError {
  return new MmsError('manifest/value', `the manifest has no target ${name}`, {
    path: 'targets',
    hint: didYouMean(name, known, `its targets are ${known.join(', ')}`),
  });
}

/**
 * The message of an opened manifest as its only target takes it; of several, the one called `default`, else as none in
 * particular does, with `manifest/several-targets`.
 */
export async function composeOnly(opened: OpenedManifest, options: TargetOptions): Promise<TargetMessage> {
  const targets = targetsOf(opened.manifest);
  const [name, target] = targets.find(([one]) => targets.length === 1 || one === 'default') ?? [];
  if (name !== undefined) {
    return inPlace(opened.placeOf, async () => {
      const [profile] = await profilesOf([[name, target]], opened, options);
      return composeTarget(name, target ?? {}, opened, options, profile);
    });
  }
  const names = targets.map(([one]) => one).join(', ');
  const found = issue('manifest/several-targets', `the message is fitted to none of the targets ${names}`, {
    path: 'targets',
    hint: 'name one',
  });
  return composeTarget('default', {}, { ...opened, issues: [...opened.issues, found] }, options);
}

async function composeTarget(
  name: string,
  target: ManifestTarget,
  { manifest, ...opened }: OpenedManifest,
  options: TargetOptions,
  profile?: Profile,
): Promise<TargetMessage> {
  const { smil, profile: _profile, contentClass, mode, budget = manifest.budget, adapt, ...others } = target;
  const { network: named = manifest.network, phoneMake, ...unread } = others;
  allRead(unread);
  const read = { ...options, smil: options.smil ?? smil };
  const presentation = new Presentation(await composeManifest({ ...opened, manifest }, read));
  const { limits, network } = await statedBounds({ budget, network: named });
  const receiver = narrow<AdaptTarget>(
    narrow<AdaptTarget>(profile ?? options.receiver ?? {}, options.receiver ?? {}),
    limits ?? {},
  );
  const { maxBytes } = receiver;
  const isBounded = [profile, options.receiver, limits].some(bound => bound !== undefined);
  const isAdapted = (adapt ?? manifest.adapt ?? true) && isBounded;
  const adapted = isAdapted
    ? await presentation.adapt(receiver, {
        ...options,
        reserveBytes: budget?.reserve === undefined ? undefined : parseSize(budget.reserve),
        background: manifest.defaults?.background,
        metadata: options.metadata ?? manifest.metadata,
      })
    : { presentation, changes: [] };
  const judge = judgedBy({ contentClass, mode }, manifest, options.judge, { profile, network });
  const message = withHeaders(adapted.presentation, options);
  const ems = manifest.out?.ems === undefined ? undefined : await presentation.toEms({ phoneMake });
  const judged = withFindings(await findingsOf(message, judge, network), ems?.issues);
  const files = await outputFiles(manifest, name, opened.source);
  const { outputRoot } = opened.source;
  const written = ems === undefined ? {} : { ems: ems.items };
  return { target: name, ...adapted, profile, maxBytes, ...judged, ...written, files, outputRoot };
}

/** What is found in a message: by all rules, or those of its network alone, which are loaded when anybody asks. */
async function findingsOf(
  message: LintMessage,
  judge: LintOptions | undefined,
  network: Network | undefined,
): Promise<readonly Issue[] | undefined> {
  if (judge === undefined && network === undefined) return undefined;
  const { lint, lintNetwork } = await import('../lint/index.ts');
  if (judge !== undefined) return lint(message, judge);
  return network && [...(message.issues ?? []), ...lintNetwork(message, network)];
}

function withFindings(
  findings: readonly Issue[] | undefined,
  ofEms: readonly Issue[] = [],
): Pick<TargetMessage, 'findings'> {
  if (findings === undefined && ofEms.length === 0) return {};
  return { findings: [...(findings ?? []), ...ofEms] };
}

/** The caller's word, then the target's, then the manifest's; `undefined` where nobody says anything. */
function judgedBy(
  target: Pick<ManifestTarget, 'contentClass' | 'mode'>,
  manifest: Pick<Manifest, 'contentClass' | 'mode' | 'lint'>,
  given: LintOptions | undefined,
  receiver: Pick<LintOptions, 'profile' | 'network'>,
): LintOptions | undefined {
  const contentClass = target.contentClass ?? manifest.contentClass;
  const mode = target.mode ?? manifest.mode;
  const { lint: rules } = manifest;
  if (given === undefined && contentClass === undefined && mode === undefined && rules === undefined)
    return undefined;
  return {
    ...given,
    profile: given?.profile ?? receiver.profile,
    network: given?.network ?? receiver.network,
    contentClass: given?.contentClass ?? contentClass,
    mode: given?.mode ?? mode,
    rules: { ...rules, ...given?.rules },
  };
}

/** The message as it will be sent. */
function withHeaders(presentation: Presentation, { headers = {} }: TargetOptions): LintMessage {
  const { parts, contentType, issues } = presentation;
  return {
    parts,
    contentType,
    issues,
    headers: { ...presentation.headers, ...headers },
    sizeReport: () => presentation.sizeReport(headers),
  };
}

async function profileOf(
  profile: ManifestTarget['profile'],
  source: FileSource,
): Promise<Profile | undefined> {
  if (profile === undefined) return undefined;
  return typeof profile === 'string' ? findReceiver(profile, source) : checkProfile(profile, 'own');
}

async function outputFiles(
  { out = {} }: Manifest,
  target: string,
  source: FileSource,
): Promise<TargetMessage['files']> {
  const files: [string, string][] = [];
  for (const [key, name] of Object.entries(out)) {
    if (name === undefined) continue;
    const path = await source.locateOutput(name.replaceAll('[target]', target), `out.${key}`);
    if (path !== undefined) files.push([key, path]);
  }
  return Object.fromEntries(files);
}
