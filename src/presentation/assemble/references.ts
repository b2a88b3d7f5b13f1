import { type Issue, type IssueDetails, issue } from '../../issues/index.ts';
import { foldedNameKey, nameKey } from '../../message/index.ts';
import { type ParsedSmil, parseSrc, type SmilReference } from '../../smil/index.ts';
import { printable } from '../../text/index.ts';
import type { Asset } from '../asset.ts';

/** The assets that the references of an authored document name, by `src`. */
export interface ResolvedReferences {
  readonly bySrc: ReadonlyMap<string, Asset>;
  readonly issues: readonly Issue[];
}

/**
 * Finds the asset of every `src`: relative to the document's folder, then from the top, then by a base name that is
 * unique, then by one that is unique without regard to case.
 */
export function resolveReferences(
  { references }: ParsedSmil,
  documentName: string,
  assets: readonly Asset[],
): ResolvedReferences {
  const bySrc = new Map<string, Asset>();
  const issues: Issue[] = [];
  for (const reference of references) {
    if (bySrc.has(reference.src)) continue;
    const found = findAsset(reference.src, folderOf(documentName), assets);
    if (found.asset !== undefined) bySrc.set(reference.src, found.asset);
    if (found.problem !== undefined) issues.push(toIssue(reference, documentName, found.problem));
  }
  return { bySrc, issues };
}

type Problem = 'ref/unresolved' | 'ref/external' | 'ref/case-mismatch';

interface Found {
  readonly asset?: Asset;
  readonly problem?: Problem;
}

function findAsset(src: string, folder: string, assets: readonly Asset[]): Found {
  const target = parseSrc(src);
  if (target === undefined) return { problem: src === '' ? 'ref/unresolved' : 'ref/external' };
  const path = nameKey(target.name).replaceAll('\\', '/');
  const inFolder = normalize(`${nameKey(folder)}${path}`);
  const byPath = (wanted: string): Asset | undefined => assets.find(({ name }) => nameKey(name) === wanted);
  const exact =
    byPath(inFolder) ??
    byPath(normalize(path)) ??
    onlyOne(assets, ({ name }) => nameKey(baseName(name)) === baseName(path));
  if (exact !== undefined) return { asset: exact };
  const folded =
    onlyOne(assets, ({ name }) => foldedNameKey(name) === foldedNameKey(inFolder)) ??
    onlyOne(assets, ({ name }) => foldedNameKey(baseName(name)) === foldedNameKey(baseName(path)));
  return folded === undefined
    ? { problem: 'ref/unresolved' }
    : { asset: folded, problem: 'ref/case-mismatch' };
}

function onlyOne(assets: readonly Asset[], matches: (asset: Asset) => boolean): Asset | undefined {
  const found = assets.filter(matches);
  return found.length === 1 ? found[0] : undefined;
}

function folderOf(name: string): string {
  return name.slice(0, name.lastIndexOf('/') + 1);
}

function baseName(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1);
}

/** Resolves `.` and `..`; a path above the top stays what it is and so names nothing. */
function normalize(path: string): string {
  const names: string[] = [];
  for (const name of path.split('/')) {
    if (name === '.' || name === '') continue;
    if (name === '..' && names.length > 0 && names.at(-1) !== '..') names.pop();
    else names.push(name);
  }
  return names.join('/');
}

const MESSAGES: Readonly<Record<Problem, (src: string) => string>> = {
  'ref/unresolved': src => `no file for ${src}`,
  'ref/external': src => `${src} leaves the message`,
  'ref/case-mismatch': src => `${src} differs from the file name in case`,
};

const HINTS: Readonly<Record<Problem, string>> = {
  'ref/unresolved': 'add the file, or correct the src',
  'ref/external': 'put the file into the message and name it',
  'ref/case-mismatch': 'write the name as the file has it',
};

function toIssue({ src, path, place }: SmilReference, file: string, problem: Problem): Issue {
  const details: IssueDetails = {
    path,
    file,
    hint: HINTS[problem],
    ...place,
    ...(problem === 'ref/case-mismatch' ? { fixed: true } : {}),
  };
  return issue(problem, MESSAGES[problem](JSON.stringify(printable(src.slice(0, 200)))), details);
}
