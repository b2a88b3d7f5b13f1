import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the licences of the packages that the files belong to ask to be handed on with them. */
export function licencesOf(files: readonly string[]): string {
  return packagesIn(files).map(licenceOf).join('\n---\n\n');
}

function packagesIn(files: readonly string[]): string[] {
  const folders = files.flatMap(file => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0] ?? []);
  return [...new Set(folders)].toSorted();
}

function licenceOf(folder: string): string {
  const { name, version, license, author }: Record<string, unknown> = JSON.parse(
    readFileSync(join(folder, 'package.json'), 'utf8'),
  );
  const file = readdirSync(folder).find(entry => /^(?:licen[cs]e|copying)/i.test(entry));
  const text =
    file === undefined
      ? `${license}, ${typeof author === 'string' ? author : JSON.stringify(author)}`
      : readFileSync(join(folder, file), 'utf8').trim();
  return `${name} ${version}\n\n${text}\n`;
}
