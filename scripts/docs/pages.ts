import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../browser/bundle.ts';
import { codePages } from './code-pages.ts';

/** The Markdown of pages by their paths from the pages' folder. */
export type Pages = ReadonlyMap<string, string>;

export const DOCS = join(ROOT, 'docs');

/** The guides and the pages of codes: all that is there without the declarations being read. */
export function sourcePages(printed?: ReadonlyMap<string, string>): Pages {
  return new Map([...readPages(''), ...codePages(printed)]);
}

/** The API, as TypeDoc has written it. */
export function apiPages(): Pages {
  return readPages('api');
}

function readPages(folder: string): Pages {
  const names = readdirSync(join(DOCS, folder), { recursive: folder !== '', encoding: 'utf8' })
    .filter(name => name.endsWith('.md'))
    .map(name => join(folder, name))
    .sort();
  return new Map(names.map(name => [name, readFileSync(join(DOCS, name), 'utf8')]));
}
