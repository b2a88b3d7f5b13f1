import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { MmsError } from '../errors.ts';
import { findProfile, type Profile, profiles, readProfile } from '../media/index.ts';

const MAX_PROFILE_BYTES = 256 * 1024;

/**
 * A receiver by the id of a built-in profile, or by a JSON or UAProf file.
 * @throws MmsError `media/unknown-profile`, `media/invalid-profile`, `file/too-large`
 */
export async function openProfile(nameOrFile: string, baseDir = '.'): Promise<Profile> {
  if (profiles.some(({ id }) => id === nameOrFile.toLowerCase())) return findProfile(nameOrFile);
  let data: Uint8Array;
  try {
    data = await readFile(resolve(baseDir, nameOrFile));
  } catch {
    return findProfile(nameOrFile);
  }
  if (data.length > MAX_PROFILE_BYTES) {
    throw new MmsError('file/too-large', `a profile has at most ${MAX_PROFILE_BYTES} octets`, {
      path: nameOrFile,
    });
  }
  return readProfile(data, nameOrFile);
}
