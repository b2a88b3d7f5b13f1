import type { BundleEntry, BundleOptions } from '../../archive/index.ts';
import { readZip, writeZip } from '../../archive/index.ts';
import type { Issue } from '../../issues/index.ts';
import type { Asset } from '../assemble/asset.ts';
import { type CompileOptions, compileFiles } from '../assemble/compile.ts';
import type { PresentationContent } from '../content.ts';

/**
 * Compiles a ZIP bundle: its SMIL document with the media that it names, else slides in archive order.
 * @throws MmsError `zip/empty` and what reading and compiling throw
 */
export function readBundle(
  bytes: Uint8Array,
  options: CompileOptions & BundleOptions,
): Promise<PresentationContent> {
  const { entries, issues } = readZip(bytes, options);
  return compileEntries(entries, issues, options);
}

/** Compiles the files of an archive or a folder. */
export function compileEntries(
  entries: readonly BundleEntry[],
  issues: readonly Issue[],
  options: CompileOptions,
): Promise<PresentationContent> {
  const files = entries.map(({ name, data }): Asset => ({ name, data, file: name }));
  return compileFiles(files, options, issues);
}

/** The ZIP bundle of a message: SMIL document and media by their part names; it holds no header fields. */
export function writeBundle(parts: readonly BundleEntry[]): Promise<Uint8Array> {
  return writeZip(parts.map(({ name, data }) => ({ name, data })));
}
