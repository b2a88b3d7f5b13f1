import { MAKER_BY_KEY, nameKey } from './makers.ts';

/**
 * What a User-Agent calls its phone, the best first: the model before `Build/` of Android, the products (`Nokia6230/2.0`),
 * the entries of its comment, a maker and what follows it (`NOKIA; Lumia 800`).
 * @example namesInUserAgent('SAMSUNG-GT-S5230/1.0 Profile/MIDP-2.1')[0] // 'SAMSUNG-GT-S5230'
 */
export function namesInUserAgent(userAgent: string): string[] {
  const entries = userAgent.split(/[;()]/).map(entry => entry.trim());
  const builds = entries
    .filter(entry => / Build\//.test(entry))
    .map(entry => entry.replace(/ Build\/.*/, ''));
  const pairs = entries.flatMap((entry, at) => (isMaker(entry) ? [entries.slice(at, at + 2).join(' ')] : []));
  const words = entries
    .flatMap(entry => entry.split(/\s+/))
    .map(product)
    .filter(tellsModel);
  return [...new Set([...builds, ...pairs, ...words, ...entries.map(product).filter(tellsModel)])];
}

function product(text: string): string {
  return text.replace(/\/.*/s, '');
}

function isMaker(entry: string): boolean {
  const key = nameKey(entry);
  return MAKER_BY_KEY.some(([name]) => name === key);
}

/** A word without a digit is the name of a browser or a language, one without a letter a version. */
function tellsModel(name: string): boolean {
  return (/\d/.test(name) && /\p{L}/u.test(name)) || beginsWithMaker(name);
}

/** True for `NokiaN95` and `BlackBerry 9900`. */
export function beginsWithMaker(name: string): boolean {
  const key = nameKey(name);
  return MAKER_BY_KEY.some(
    ([maker]) => maker.length > 2 && key.length > maker.length && key.startsWith(maker),
  );
}
