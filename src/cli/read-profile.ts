import { basename } from 'node:path';
import { LIMITS } from '../limits.ts';
import { findProfile, type Profile, readProfile } from '../media/index.ts';
import type { CliContext } from './command.ts';
import { readInput } from './files.ts';

/**
 * The profile that `--profile` names: the id of a built-in one, or a file (JSON or UAProf), which has a dot or a slash.
 * @throws MmsError `media/unknown-profile`, `media/invalid-profile`, `file/not-found`
 */
export async function profileOf(name: string, context: CliContext): Promise<Profile> {
  if (!/[./\\]/.test(name)) return findProfile(name);
  const bytes = await readInput(name, LIMITS.maxManifestBytes, context);
  return readProfile(bytes, basename(name).replace(/\.[^.]*$/, ''));
}
