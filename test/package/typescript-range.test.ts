import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');

/** The compilers at the ends of the range, under names of their own. */
const COMPILERS = [
  { alias: 'typescript-lowest', end: 0 },
  { alias: 'typescript-newest', end: 1 },
] as const;

interface Manifest {
  readonly version: string;
  readonly exports: Readonly<Record<string, unknown>>;
}

function manifestOf(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
}

/** What README says: the lowest TypeScript and the newest. */
function statedRange(): readonly (string | undefined)[] {
  const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
  return /TypeScript (\d+\.\d+),? .*? to (\d+\.\d+)\./.exec(readme)?.slice(1) ?? [];
}

/** Every entry that has types, as a consumer names it. */
const ENTRIES = Object.keys(manifestOf(ROOT).exports)
  .filter(entry => !entry.endsWith('.json'))
  .map(entry => `mms-composer${entry.slice(1)}`);

/** A module that imports every entry; its last line uses a type by name. */
const ESM = [
  ...ENTRIES.map((entry, i) => `import * as entry${i} from '${entry}';`),
  "import { type DecodedPdu, decodePdu } from 'mms-composer/mms';",
  `export const entries = [${ENTRIES.map((_, i) => `entry${i}`).join(', ')}];`,
  'export const read: (octets: Uint8Array) => DecodedPdu = octets => decodePdu(octets);',
].join('\n');

/** CommonJS of every supported version has such modules by `import()`. */
const COMMON_JS = [
  'export async function entries() {',
  `  return [${ENTRIES.map(entry => `await import('${entry}')`).join(', ')}];`,
  '}',
  "export const octets = async (): Promise<Uint8Array> => (await import('mms-composer/sms')).encodeGsm7('Hi');",
].join('\n');

/** How projects are set up, and what each compiles: Node has no DOM, a bundler mostly has. */
const SETTINGS = [
  {
    name: 'nodenext, as a module and as CommonJS',
    module: 'nodenext',
    lib: ['es2022'],
    files: ['main.mts', 'main.cts'],
  },
  {
    name: 'a bundler',
    module: 'esnext',
    resolution: 'bundler',
    lib: ['es2022', 'dom', 'dom.iterable'],
    files: ['main.mts'],
  },
] as const;

const folder = mkdtempSync(join(tmpdir(), 'mms-consumer-'));

beforeAll(() => {
  mkdirSync(join(folder, 'node_modules'));
  symlinkSync(ROOT, join(folder, 'node_modules/mms-composer'));
  symlinkSync(join(ROOT, 'node_modules/@types'), join(folder, 'node_modules/@types'));
  writeFileSync(join(folder, 'main.mts'), ESM);
  writeFileSync(join(folder, 'main.cts'), COMMON_JS);
});
afterAll(() => rmSync(folder, { recursive: true }));

it('looks at every entry of the package', () => expect(ENTRIES.length).toBeGreaterThanOrEqual(20));

describe.each(COMPILERS)('the TypeScript of $alias', ({ alias, end }) => {
  const home = join(ROOT, 'node_modules', alias);

  it('is that of README', () => {
    expect(manifestOf(home).version.split('.').slice(0, 2).join('.')).toBe(statedRange()[end]);
  });

  it.each(SETTINGS)('checks a consumer of every entry, strictly, with the declarations: $name', setting => {
    const options = {
      strict: true,
      skipLibCheck: false,
      noEmit: true,
      target: 'es2022',
      lib: setting.lib,
      types: ['node'],
      module: setting.module,
      moduleResolution: 'resolution' in setting ? setting.resolution : setting.module,
    };
    const project = join(folder, `${alias}-${setting.module}.json`);
    writeFileSync(project, JSON.stringify({ compilerOptions: options, files: setting.files }));
    const { status, stdout } = spawnSync(process.execPath, [join(home, 'bin/tsc'), '-p', project], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
  });
});
