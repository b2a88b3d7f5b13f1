import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ROOT } from './browser/bundle.ts';
import { sitePage } from './site/page.ts';

/** Writes the page that explains bytes: one file that works from a disk. */
const FILE = join(ROOT, process.argv[2] ?? 'out/site/index.html');

const page = await sitePage();
mkdirSync(dirname(FILE), { recursive: true });
writeFileSync(FILE, page);
console.log(`${FILE}: ${page.length} characters`);
