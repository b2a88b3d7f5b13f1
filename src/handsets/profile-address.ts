import { MAKER_BY_KEY, nameKey } from './makers.ts';

/** The kind of the file. */
const FILE_ENDING = /\.(?:xml|rdf|html?)$/i;

/** The revision of the profile before it: `N6230r100-3G.xml`, `W810iR301.xml`. */
const REVISION = /r\d{3}(?:$|[-_])/i;

/** `G800UAProf2G`, `Acer_E101_Profile`. */
const PROFILE_ENDING = /[-_ ]?(?:ua-?)?prof(?:ile)?(?:\d[\da-z]{0,7})?$/i;

/** A version, or nothing: the folder says the model. */
const NO_MODEL = /^(?:\d+(?:\.\d+)+)?$/;

/** How many segments of the path are looked at, from the end. */
const SEGMENTS = 3;

/** No model is written with as many words. */
const MAX_NAMES = 10;

/** What the address of a user agent profile (`x-wap-profile`) says about its phone. */
export interface ProfileAddress {
  /** The maker whose name is in the host. */
  readonly maker?: string | undefined;
  /** What may be the model, the best first. */
  readonly models: readonly string[];
}

/**
 * Reads the address of a profile: the last segments of its path, with and without what makers append to the model.
 * Also of a whole header field, with quotes and further addresses. `undefined` when there is no address in it.
 */
export function readProfileAddress(text: string): ProfileAddress | undefined {
  const [, host, path = ''] = /https?:\/\/([^\s"',/?#]+)([^\s"'?#]*)/i.exec(text) ?? [];
  if (host === undefined) return undefined;
  const segments = path.split('/').filter(segment => segment !== '');
  const models = segments.slice(-SEGMENTS).reverse().flatMap(namesOf);
  return { maker: makerOfHost(host), models: [...new Set(models)].filter(name => !NO_MODEL.test(name)) };
}

function withoutFileEnding(segment: string): string {
  const name = segment.replace(FILE_ENDING, '');
  if (name === segment) return name;
  const lastDot = name.lastIndexOf('.');
  const revision = name.slice(lastDot + 1).search(REVISION);
  return revision < 0 ? name : name.slice(0, lastDot + 1 + revision);
}

/** A segment without the ending of a profile, then shorter by one word after the other: `LG-P970-M3`, `LG-P970`, `LG`. */
function namesOf(segment: string): string[] {
  let name = withoutFileEnding(segment).replaceAll('%20', ' ').replace(PROFILE_ENDING, '');
  const names = [name];
  while (names.length < MAX_NAMES && /[-_]/.test(name)) {
    name = name.replace(/[-_][^-_]*$/, '');
    names.push(name);
  }
  return names;
}

function makerOfHost(host: string): string | undefined {
  const key = nameKey(host);
  return MAKER_BY_KEY.find(([name]) => name.length > 2 && key.includes(name))?.[1];
}
