import { stat } from 'node:fs/promises';
import { dirname, isAbsolute, join, normalize, relative, resolve, sep } from 'node:path';
import { isJunk, otherFiles } from '../../archive/index.ts';
import { MmsError } from '../../errors.ts';
import type { Limits } from '../../limits.ts';
import type { Asset } from '../asset.ts';
import { readAsset } from './file.ts';
import { outside } from './file-errors.ts';
import { refuseOutside } from './outside.ts';

/** Where a manifest finds its files, and where its outputs go. */
export interface FileSource {
  /**
   * The whole path of a file that the manifest names; `place` is where it does, such as `slides[1].image`.
   * @throws MmsError `file/outside-root`
   */
  locate(name: string, place: string): string;
  /** The file of a whole path. */
  read(path: string, place?: string): Promise<Asset>;
  has(path: string): Promise<boolean>;
  /** The whole path of an output; `undefined` where outputs have no place. */
  locateOutput(name: string, place: string): Promise<string | undefined>;
  /** The folder that outputs must stay in, links followed. */
  readonly outputRoot?: string | undefined;
}

/** How a manifest and its files are read. */
export interface SourceOptions {
  readonly limits?: Partial<Limits> | undefined;
  /** Told the whole path of each file that is read. */
  readonly onRead?: ((path: string) => Promise<void>) | undefined;
  /** The folder that no file of the manifest may be outside of, links followed; absent: it may name any. */
  readonly root?: string | undefined;
}

/** Files on disk, relative to a folder. */
export function diskSource(baseDir: string, { limits, onRead, root }: SourceOptions = {}): FileSource {
  const inputs = new Set<string>();
  return {
    locate: name => resolve(baseDir, name),
    async read(path, place) {
      if (root !== undefined) await refuseOutside(path, root, { place });
      inputs.add(path);
      await onRead?.(path);
      return readAsset(path, { place, limits, root });
    },
    has: path =>
      stat(path).then(
        found => found.isFile(),
        () => false,
      ),
    async locateOutput(name, place) {
      const path = resolve(baseDir, name);
      refuseInput(path, inputs, place);
      if (root !== undefined) await refuseOutside(path, root, { place });
      return path;
    },
    outputRoot: root,
  };
}

/** Where the files of a bundle come from. */
export interface BundlePlace extends Pick<SourceOptions, 'onRead'> {
  /** The folder that holds them; absent: an archive. */
  readonly dir?: string | undefined;
}

/** The files of a folder or an archive, which are all that its manifest can name, by paths relative to it. */
export function bundleSource(
  files: readonly Pick<Asset, 'name' | 'data'>[],
  manifest: string,
  { dir, onRead }: BundlePlace,
): FileSource {
  const what = dir === undefined ? 'archive' : 'folder';
  const root = resolve(dir ?? '/');
  const whole = (name: string): string => resolve(root, name).normalize('NFC');
  const byPath = new Map(files.map(file => [whole(file.name), file]));
  const inputs = new Set([whole(manifest)]);
  const locate = (name: string, place: string): string => {
    const path = normalize(join(dirname(manifest), name));
    if (isAbsolute(name) || path === '..' || path.startsWith(`..${sep}`)) throw outside(name, place, what);
    return resolve(root, path);
  };
  return {
    locate,
    async read(path, place) {
      const file = byPath.get(path.normalize('NFC'));
      if (file === undefined) {
        const isHidden = isJunk(relative(root, path));
        const hint = isHidden ? 'hidden files are not read' : otherFiles(path, [...byPath.keys()]);
        const message = `there is no file ${relative(root, path)} in the ${what}`;
        throw new MmsError('file/not-found', message, { path: place ?? path, hint });
      }
      inputs.add(whole(file.name));
      if (dir !== undefined) await onRead?.(join(dir, file.name));
      return { name: file.name, data: file.data, file: file.name, path: place };
    },
    has: async path => byPath.has(path.normalize('NFC')),
    async locateOutput(name, place) {
      const path = locate(name, place);
      if (isJunk(relative(root, path))) {
        throw new MmsError('file/outside-root', `${name} would be a hidden file`, { path: place });
      }
      if (dir === undefined) return undefined;
      refuseInput(path, inputs, place);
      await refuseOutside(path, root, { place, bound: what });
      return path;
    },
    outputRoot: dir,
  };
}

function refuseInput(path: string, inputs: ReadonlySet<string>, place: string): void {
  if (!inputs.has(path) && !inputs.has(path.normalize('NFC'))) return;
  throw new MmsError('file/output-is-input', `${path} is one of the inputs`, {
    path: place,
    hint: 'name another file',
  });
}
