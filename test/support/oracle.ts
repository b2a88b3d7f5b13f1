import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'vitest';

/** Programs that judge our octets or make input for us, with the Debian package that brings each. */
const TOOLS = {
  tshark: 'tshark',
  text2pcap: 'wireshark-common',
  gammu: 'gammu',
  libwbxml: 'libwbxml2-1',
  'convert-im6.q16': 'imagemagick',
  pbmtonokia: 'netpbm',
  pbmtowbmp: 'netpbm',
  unzip: 'unzip',
  bsdtar: 'libarchive-tools',
  mkfifo: 'coreutils',
  script: 'bsdutils',
  zsh: 'zsh',
  fish: 'fish',
  xmllint: 'libxml2-utils',
  exiftool: 'libimage-exiftool-perl',
  ffmpeg: 'ffmpeg',
  ffprobe: 'ffmpeg',
  midicsv: 'midicsv',
  python3: 'python3',
  vobject: 'python3-vobject',
  mido: 'python3-mido',
  libical: 'gir1.2-ical-3.0',
  chromium: 'chromium',
  bearerbox: 'kannel',
  smsbox: 'kannel',
  fakesmsc: 'kannel-extras',
  postgres: 'postgresql',
  'redis-server': 'redis-server',
} as const;

export type Oracle = keyof typeof TOOLS;

/** The Python of Debian, which alone sees its packages; another one may come first on the PATH. */
export const DEBIAN_PYTHON = '/usr/bin/python3';

/** What Python must be able to do for those that are no programs. */
const PYTHON_MODULES: ReadonlyMap<Oracle, string> = new Map([
  ['vobject', 'import vobject'],
  ['mido', 'import mido'],
  ['libwbxml', "import ctypes; ctypes.CDLL('libwbxml2.so.1')"],
  ['libical', "import ctypes; ctypes.CDLL('libicalvcal.so.3')"],
]);

/** Programs that stand in no folder of the PATH. */
export const TOOL_PATHS = {
  bearerbox: '/usr/sbin/bearerbox',
  smsbox: '/usr/sbin/smsbox',
  fakesmsc: '/usr/lib/kannel/test/fakesmsc',
} as const satisfies Partial<Record<Oracle, string>>;

/** Debian keeps a folder of PostgreSQL's programs for each version and none of them on the PATH. */
const POSTGRES_VERSIONS = '/usr/lib/postgresql';

/** The programs of the newest PostgreSQL, if there is one. */
export function postgresPrograms(): string | undefined {
  if (!existsSync(POSTGRES_VERSIONS)) return undefined;
  const versions = readdirSync(POSTGRES_VERSIONS).map(Number).filter(Number.isInteger);
  const folder = join(POSTGRES_VERSIONS, String(Math.max(...versions)), 'bin');
  return existsSync(join(folder, 'initdb')) ? folder : undefined;
}

function isInstalled(tool: Oracle): boolean {
  if (tool === 'postgres') return postgresPrograms() !== undefined;
  if (Object.hasOwn(TOOL_PATHS, tool)) return existsSync(TOOL_PATHS[tool as keyof typeof TOOL_PATHS]);
  const python = PYTHON_MODULES.get(tool);
  if (python !== undefined) return spawnSync(DEBIAN_PYTHON, ['-c', python]).status === 0;
  return spawnSync('sh', ['-c', `command -v "$0"`, tool]).status === 0;
}

/**
 * A group of tests that needs outside programs. Where one is missing the group is skipped with a printed reason, or,
 * with ORACLES=required, fails.
 */
export function describeWithOracle(
  tools: readonly Oracle[],
  name: string,
  tests: () => void,
  options: { readonly timeout?: number } = {},
): void {
  const missing = tools.filter(tool => !isInstalled(tool));
  if (missing.length === 0) {
    describe(name, options, tests);
    return;
  }
  const reason = `needs ${missing.map(tool => `${tool} (Debian package ${TOOLS[tool]})`).join(', ')}`;
  if (process.env['ORACLES'] === 'required') {
    it(name, () => {
      throw new Error(reason);
    });
    return;
  }
  console.warn(`skipped: ${name}: ${reason}`);
  describe.skip(`${name}: ${reason}`, tests);
}
