import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { nameRelease } from './name-release.ts';

/** `npm version` runs this between raising the version and its commit. */
const ROOT = join(import.meta.dirname, '..', '..');
const CHANGELOG = join(ROOT, 'CHANGELOG.md');

const { version }: { version: string } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
const day = new Date().toISOString().slice(0, 10);
writeFileSync(CHANGELOG, nameRelease(readFileSync(CHANGELOG, 'utf8'), version, day));
