import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Finding } from './fuzz.ts';

/** Where failing inputs go. */
const FOLDER = resolve(import.meta.dirname, '../../out/fuzz');

/** Keeps the input of a finding with all that it takes to see it again; the name of its file. */
export function keepFinding(
  target: string,
  seed: number,
  finding: Omit<Finding, 'input'>,
  input: Uint8Array,
): string {
  mkdirSync(FOLDER, { recursive: true });
  const file = join(FOLDER, `${target.replace(/\W+/g, '-')}-${seed}-${finding.case}.bin`);
  writeFileSync(file, input);
  const story = `${target}, seed ${seed}, case ${finding.case}: ${finding.kind}\n${finding.message}\n`;
  writeFileSync(`${file}.txt`, story);
  return file;
}
