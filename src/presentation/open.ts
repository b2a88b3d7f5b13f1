import { MmsError } from '../errors.ts';
import type { Limits } from '../limits.ts';
import { extensionOf } from '../media/index.ts';
import { formatOfInput } from '../message/index.ts';
import type { Asset } from './assemble/asset.ts';
import { type CompileOptions, compileFiles } from './assemble/compile.ts';
import { Presentation } from './presentation.ts';
import { isFolder, readAsset } from './read/file.ts';
import { inPersonsOrder } from './read/file-order.ts';

/** How {@link openPresentation} reads. */
export interface OpenOptions extends CompileOptions {
  /** The octets for the path `-`. */
  readonly stdin?: Uint8Array | undefined;
  readonly limits?: Partial<Limits> | undefined;
}

/**
 * A message from whatever a person names: a manifest, a folder, a ZIP, a .mms, or media files in order.
 * @throws MmsError `file/not-found` and the like with the path, and what the readers throw
 */
export async function openPresentation(
  paths: readonly string[],
  options: OpenOptions = {},
): Promise<Presentation> {
  const [path] = paths;
  if (path === undefined) throw new TypeError('openPresentation needs a path');
  if (paths.length === 1) return openOne(path, options);
  const ordered = inPersonsOrder(paths);
  const files: Asset[] = [];
  for (const one of ordered.paths) files.push(await read(one, options));
  const bundle = files.find(({ name, data }) =>
    ['mms', 'zip', 'manifest'].includes(formatOfInput(name, data)),
  );
  if (bundle !== undefined) {
    throw new MmsError('file/unknown-format', `${bundle.name} is no medium; compose it alone`, {
      path: bundle.file,
    });
  }
  return new Presentation(await compileFiles(files, options, ordered.issues));
}

async function openOne(path: string, options: OpenOptions): Promise<Presentation> {
  if (path !== '-' && (await isFolder(path))) return Presentation.fromFolder(path, options);
  const file = await read(path, options);
  switch (formatOfInput(file.name, file.data)) {
    case 'mms':
      return Presentation.fromMms(file.data, { limits: options.limits });
    case 'zip':
      return Presentation.fromZip(file.data, options);
    case 'manifest':
      return Presentation.fromManifest(path, options);
    default:
      return Presentation.fromFiles([file], options);
  }
}

async function read(path: string, { stdin, limits }: OpenOptions): Promise<Asset> {
  if (path !== '-') return refuseJunk(await readAsset(path, undefined, limits));
  if (stdin === undefined) throw new TypeError('the path - needs the option stdin');
  return { name: 'stdin', data: stdin };
}

const NAMED_AS = { mms: 'a binary message', zip: 'a ZIP archive' } as const;

/** A file that says by its name that it is a message, and is none, is no attachment. */
function refuseJunk(file: Asset): Asset {
  const format = formatOfInput(file.name, file.data);
  for (const [extension, what] of Object.entries(NAMED_AS)) {
    if (format === extension || extensionOf(file.name) !== extension) continue;
    throw new MmsError('file/unknown-format', `${file.name} is not ${what}, though it is named like one`, {
      path: file.file,
      hint: 'give the file that is, or rename this one to what it holds',
    });
  }
  return file;
}
