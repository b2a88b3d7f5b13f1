import { requireOctets, requireText } from '../../bytes/index.ts';
import { MmsError } from '../../errors.ts';
import { type Issue, issueOf, MEDIA_ISSUES } from '../../issues/index.ts';
import { didYouMean } from '../../schema/index.ts';
import { decodeUtf8Strictly } from '../../text/index.ts';
import type { PixelSize } from '../image/read/image-info.ts';
import type { Profile } from './profile.ts';
import { readUaProf } from './uaprof.ts';

/**
 * Reads a profile from a file: a JSON object with the keys of {@link Profile} (`id` may be left out), or a UAProf
 * document. `id` is the one of the caller, such as the file name, where the file has none.
 * @param warn gets what a UAProf document departs in and is read all the same
 * @throws MmsError `media/invalid-profile` with all problems in `details.issues`; of a UAProf also the codes of XML
 * @example await readProfile('{ "maxBytes": 50000, "accept": ["image/jpeg"] }', 'my-phone')
 */
export async function readProfile(
  file: string | Uint8Array,
  id: string,
  warn?: (issue: Issue) => void,
): Promise<Profile> {
  requireText(id, 'the id of the profile', 'id');
  const text = typeof file === 'string' ? file : (decodeUtf8Strictly(requireOctets(file, 'file')) ?? '');
  // UTF-16 XML does not decode here, and the XML reader knows better.
  if (text === '' || text.replace('\ufeff', '').trimStart().startsWith('<'))
    return readUaProf(file, id, warn);
  return checkProfile(parseJson(text), id);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace('\ufeff', ''));
  } catch (cause) {
    throw new MmsError('media/invalid-profile', `the profile is not JSON: ${String(cause)}`, {
      cause,
    });
  }
}

type Check = (value: unknown) => string | undefined;

const isPositive: Check = value =>
  Number.isSafeInteger(value) && Number(value) > 0 ? undefined : 'expected a whole number above 0';
const isTextual: Check = value => (typeof value === 'string' && value !== '' ? undefined : 'expected a text');
const isFlag: Check = value => (typeof value === 'boolean' ? undefined : 'expected true or false');
const isTexts: Check = value =>
  Array.isArray(value) && value.every(entry => typeof entry === 'string')
    ? undefined
    : 'expected a list of texts';
const isSize: Check = value => {
  const { width, height } = Object(value) as Partial<Record<keyof PixelSize, unknown>>;
  const fine = isPositive(width) === undefined && isPositive(height) === undefined;
  return fine ? undefined : 'expected { width, height } in pixels';
};

const CHECKS: Readonly<Record<keyof Profile, Check>> = {
  id: isTextual,
  maxBytes: isPositive,
  maxImage: isSize,
  screen: isSize,
  accept: isTexts,
  charsets: isTexts,
  maxTextLength: isPositive,
  animation: isFlag,
  source: isTextual,
};

/**
 * Makes sure that a value, perhaps from a manifest, is a {@link Profile}.
 * @throws MmsError `media/invalid-profile` with all problems in `details.issues`
 */
export function checkProfile(value: unknown, id: string): Profile {
  requireText(id, 'the id of the profile', 'id');
  const issues =
    typeof value === 'object' && value !== null && !Array.isArray(value) ? problemsOf(value) : undefined;
  if (issues === undefined)
    throw new MmsError('media/invalid-profile', 'expected a profile object', { path: 'profile' });
  const [first] = issues;
  if (first !== undefined) {
    throw new MmsError('media/invalid-profile', first.message, { path: first.path, details: { issues } });
  }
  return { id, ...(value as Omit<Profile, 'id'>) };
}

function problemsOf(value: object): Issue[] {
  const problems = new Map<string, string>();
  for (const [key, entry] of Object.entries(value)) {
    const check = isProfileKey(key)
      ? CHECKS[key]
      : (): string =>
          `no such key; ${didYouMean(key, Object.keys(CHECKS), `known are ${Object.keys(CHECKS).join(', ')}`)}`;
    const problem = check(entry);
    if (problem !== undefined) problems.set(key, problem);
  }
  if (!Object.hasOwn(value, 'accept')) problems.set('accept', 'expected the media types that are taken');
  return [...problems].map(([path, problem]) =>
    issueOf(MEDIA_ISSUES, 'media/invalid-profile', `${path}: ${problem}`, { path }),
  );
}

function isProfileKey(key: string): key is keyof Profile {
  return Object.hasOwn(CHECKS, key);
}
