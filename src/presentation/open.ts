import { requireArray, requireText, wrongType } from '../bytes/index.ts';
import { MmsError } from '../errors.ts';
import { extensionOf } from '../media/index.ts';
import { formatOfInput } from '../message/index.ts';
import { compileFiles } from './assemble/compile.ts';
import type { Asset } from './asset.ts';
import type { CompileOptions } from './draft.ts';
import { Presentation } from './presentation.ts';
import { isManifest, type OpenedFiles, openFolder, openZip } from './read/bundle.ts';
import { isFolder, readAsset } from './read/file.ts';
import { inPersonsOrder } from './read/file-order.ts';
import type { SourceOptions } from './read/file-source.ts';
import { isManifestText } from './read/find-manifest.ts';
import { type OpenedManifest, openManifest, openManifestText } from './read/manifest.ts';
import { checkOptions } from './shapes.ts';
import { composeOnly, composeOpened, type TargetMessage, type TargetOptions } from './targets.ts';

/** How {@link openPresentation} reads. */
export interface OpenOptions extends CompileOptions, SourceOptions {
  /** The octets for the path `-`. */
  readonly stdin?: Uint8Array | undefined;
}

/**
 * A message from whatever a person names: a manifest, a folder, a ZIP, a .mms, or media files in order. A manifest's
 * budget holds, and its target where it has just one.
 * @throws MmsError `file/not-found` and the like with the path, and what the readers throw
 */
export async function openPresentation(
  paths: readonly string[],
  options: OpenOptions = {},
): Promise<Presentation> {
  const opened = await open(paths, options);
  return opened instanceof Presentation ? opened : (await composeOnly(opened, options)).presentation;
}

/** How {@link openMessages} reads and fits. */
export interface MessagesOptions extends Omit<OpenOptions, 'headers'>, TargetOptions {
  /** That target alone. */
  readonly target?: string | undefined;
  /** One message, as `openPresentation` chooses it. */
  readonly single?: boolean | undefined;
}

/**
 * The messages of whatever a person names: every output of a manifest, else one message called `default`, fitted to the
 * receiver.
 * @throws MmsError as {@link openPresentation} and `composeTargets`
 */
export async function openMessages(
  paths: readonly string[],
  options: MessagesOptions = {},
): Promise<TargetMessage[]> {
  const { headers: _, ...compiling } = options;
  const opened = await open(paths, compiling);
  if (!(opened instanceof Presentation)) {
    return options.single === true ? [await composeOnly(opened, options)] : composeOpened(opened, options);
  }
  const { receiver } = options;
  if (receiver === undefined) return [{ target: 'default', presentation: opened, changes: [], files: {} }];
  const adapted = await opened.adapt(receiver, options);
  return [{ target: 'default', ...adapted, maxBytes: receiver.maxBytes, files: {} }];
}

async function open(paths: readonly string[], options: OpenOptions): Promise<Presentation | OpenedManifest> {
  for (const [index, path] of requireArray(paths, 'a list of paths', 'paths').entries())
    requireText(path, 'a path', `paths[${index}]`);
  checkOptions(options);
  const [path] = paths;
  if (path === undefined) throw wrongType('at least one path', paths, 'paths');
  if (paths.length === 1) return openOne(path, options);
  const ordered = inPersonsOrder(paths);
  const files: Asset[] = [];
  for (const one of ordered.paths) files.push(await read(one, options));
  const bundle = files.find(({ name, data }) =>
    ['mms', 'zip', 'manifest'].includes(formatOfInput(name, data)),
  );
  if (bundle !== undefined) {
    throw new MmsError('file/unknown-format', `${bundle.name} is not a medium; compose it alone`, {
      path: bundle.file,
    });
  }
  return new Presentation(await compileFiles(files, options, ordered.issues));
}

async function openOne(path: string, options: OpenOptions): Promise<Presentation | OpenedManifest> {
  if (path === '-') return openFile(await read(path, options), options);
  if (await isFolder(path)) return toOpened(await openFolder(path, options), options);
  const file = await read(path, options);
  return formatOfInput(file.name, file.data) === 'manifest'
    ? openManifest(path, options)
    : openFile(file, options);
}

/** A file, or standard input, which has no name. */
async function openFile(file: Asset, options: OpenOptions): Promise<Presentation | OpenedManifest> {
  switch (formatOfInput(file.name, file.data)) {
    case 'mms':
      return Presentation.fromMms(file.data, { limits: options.limits });
    case 'zip':
      return toOpened(await openZip(file.data, options), options);
    default:
      if (file.file === undefined && isManifestText(file.data)) {
        return openManifestText(file.data, 'stdin', options);
      }
      return Presentation.fromFiles([file], options);
  }
}

async function toOpened(opened: OpenedFiles, options: OpenOptions): Promise<Presentation | OpenedManifest> {
  return isManifest(opened)
    ? opened
    : new Presentation(await compileFiles(opened.files, options, opened.issues));
}

async function read(path: string, { stdin, limits, onRead }: OpenOptions): Promise<Asset> {
  if (path !== '-') {
    await onRead?.(path);
    return refuseJunk(await readAsset(path, { limits }));
  }
  if (stdin === undefined) throw wrongType('octets for the path -', stdin, 'options.stdin');
  return { name: 'stdin', data: stdin };
}

const NAMED_AS = { mms: 'a binary message', zip: 'a ZIP archive' } as const;

/** A file that says by its name that it is a message, and is not, is not an attachment. */
function refuseJunk(file: Asset): Asset {
  const format = formatOfInput(file.name, file.data);
  for (const [extension, what] of Object.entries(NAMED_AS)) {
    if (format === extension || extensionOf(file.name) !== extension) continue;
    throw new MmsError('file/unknown-format', `${file.name} is not ${what}, though it is named like one`, {
      path: file.file,
      hint: 'give the right file, or rename this one to match what it holds',
    });
  }
  return file;
}
