import { basename } from 'node:path';
import { requireText } from '../../bytes/index.ts';
import { isMmsError, MmsError } from '../../errors.ts';
import { LIMITS } from '../../limits.ts';
import { type Profile, profiles, readProfile } from '../../media/index.ts';
import { didYouMean } from '../../schema/index.ts';
import { diskSource, type FileSource } from './file-source.ts';

/**
 * A receiver by the id of a built-in profile, by a JSON or UAProf file, or by what a phone is called: a name as people
 * write it, a User-Agent, the address of its profile. The table of phones is loaded only for a name that is not an id.
 * @throws MmsError `media/unknown-profile`, `media/invalid-profile`, `handsets/ambiguous-phone`, `file/not-found`,
 * `file/too-large`
 * @example (await openProfile('nokia 6233')).maxBytes // 102400
 */
export async function openProfile(nameOrFile: string, baseDir = '.'): Promise<Profile> {
  requireText(nameOrFile, 'the name of a profile or a phone, or a file', 'nameOrFile');
  requireText(baseDir, 'the path of a folder', 'baseDir');
  return findReceiver(nameOrFile, diskSource(baseDir));
}

/** As {@link openProfile}, with the files that a manifest may name. */
export async function findReceiver(nameOrFile: string, source: FileSource): Promise<Profile> {
  const wanted = nameOrFile.toLowerCase().replaceAll(/[\s_]+/g, '-');
  const builtIn = profiles.find(({ id }) => id === wanted);
  if (builtIn !== undefined) return builtIn;
  return (await openFile(nameOrFile, source)) ?? phone(nameOrFile);
}

/** A name with a dot or a slash is that of a file where there is one, or where it ends like one. */
async function openFile(name: string, source: FileSource): Promise<Profile | undefined> {
  if (!/[./\\]/.test(name) || /^https?:/i.test(name)) return undefined;
  const path = source.locate(name, name);
  if (!/\.[a-z]{2,4}$/i.test(name) && !(await source.has(path))) return undefined;
  const { data } = await source.read(path, name);
  if (data.length > LIMITS.maxManifestBytes) {
    const message = `${name} has ${data.length} octets, allowed ${LIMITS.maxManifestBytes}`;
    throw new MmsError('file/too-large', message, { path: name });
  }
  return readProfile(data, basename(name).replace(/\.[^.]*$/, ''));
}

async function phone(name: string): Promise<Profile> {
  const { findHandset } = await import('../../handsets/index.ts');
  try {
    return findHandset(name);
  } catch (cause) {
    if (!isMmsError(cause) || cause.code !== 'handsets/unknown-phone') throw cause;
    const ids = profiles.map(({ id }) => id);
    const meant = didYouMean(name, ids);
    const near =
      meant === undefined ? `${cause.hint}; built in are ${ids.join(', ')}` : `${meant} ${cause.hint}`;
    throw new MmsError('media/unknown-profile', cause.message.replace('no phone', 'no profile or phone'), {
      hint: `${near}; or give a JSON or UAProf file`,
      cause,
    });
  }
}
