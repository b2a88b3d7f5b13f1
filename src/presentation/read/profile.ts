import { basename, resolve } from 'node:path';
import { LIMITS } from '../../limits.ts';
import { findProfile, type Profile, readProfile } from '../../media/index.ts';
import { readAsset } from './file.ts';

/**
 * A receiver by the id of a built-in profile, or by a JSON or UAProf file, which has a dot or a slash in its name.
 * @throws MmsError `media/unknown-profile`, `media/invalid-profile`, `file/not-found`, `file/too-large`
 */
export async function openProfile(nameOrFile: string, baseDir = '.'): Promise<Profile> {
  if (!/[./\\]/.test(nameOrFile)) return findProfile(nameOrFile);
  const limits = { maxAssetBytes: LIMITS.maxManifestBytes };
  const { data } = await readAsset(resolve(baseDir, nameOrFile), nameOrFile, limits);
  return readProfile(data, basename(nameOrFile).replace(/\.[^.]*$/, ''));
}
