import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { manifestJsonSchema } from '../src/manifest/index.ts';

const FILE = resolve(import.meta.dirname, '../schema/message.schema.json');

/** Writes the JSON Schema of the manifest; with `--check` it only tells whether the file is up to date. */
function main(args: readonly string[]): number {
  const schema = `${JSON.stringify(manifestJsonSchema(), null, 2)}\n`;
  if (args.includes('--check')) return check(schema);
  mkdirSync(dirname(FILE), { recursive: true });
  writeFileSync(FILE, schema);
  return 0;
}

function check(schema: string): number {
  if (readFileSync(FILE, 'utf8') === schema) return 0;
  console.error(`${FILE} is out of date: run scripts/gen-schema.ts`);
  return 1;
}

process.exitCode = main(process.argv.slice(2));
