import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { configDefaults, defineConfig, type Plugin } from 'vitest/config';

/** Percent of the branches that the tests of every room must take. */
const LEAST_BRANCHES = 95;

const rooms = readdirSync(join(import.meta.dirname, 'src'), { withFileTypes: true })
  .filter(entry => entry.isDirectory() && entry.name !== 'public')
  .map(({ name }) => name);

/**
 * fast-check sets the keys that it generates, which fails for `constructor` where prototypes are frozen, though it
 * defines `__proto__`: here it defines all of them. See `npm run test:hardened`.
 */
const generatedKeysAreDefined: Plugin = {
  name: 'generated-keys-are-defined',
  transform: (code, id) =>
    id.includes('/fast-check/') ? code.replaceAll('if (key === "__proto__")', 'if (true)') : undefined,
};

/** Tests whose tools give an object a `toString` by assignment when they are loaded, which frozen prototypes refuse. */
const NEVER_FROZEN = [
  // playwright-core
  'test/browser/{preview,vectors}.test.ts',
  'test/dev/dev-server.test.ts',
  'test/inspect/html/page.test.ts',
  'test/preview/{accessible,regions,render-preview}.test.ts',
  'test/sandbox/{accessible,inbox,many-messages,other-origin}.test.ts',
  'test/site/site.test.ts',
  // recheck
  'test/security/regular-expressions.test.ts',
  // bullmq
  'test/bulk/{bulk,killed,throughput}.test.ts',
];

/** A test that takes twelve seconds takes two minutes on a machine that does ten other things. */
const PATIENCE_MS = 600_000;

/** What replaces a module for itself; all others share those of a process instead of loading them for each file. */
const REPLACING = ['test/presentation/compose-once.test.ts'];

const isFrozen = process.env['HARDENED'] === 'frozen';

const LEFT_OUT = [...configDefaults.exclude, ...(isFrozen ? NEVER_FROZEN : [])];

export default defineConfig({
  plugins: isFrozen ? [generatedKeysAreDefined] : [],
  test: {
    ...(isFrozen && { server: { deps: { inline: ['fast-check'] } } }),
    projects: [
      {
        extends: true,
        test: {
          name: 'shared',
          isolate: false,
          include: ['test/**/*.test.ts'],
          exclude: [...LEFT_OUT, ...REPLACING],
        },
      },
      {
        extends: true,
        test: {
          name: 'alone',
          include: REPLACING,
          exclude: LEFT_OUT,
        },
      },
    ],
    reporters: ['default', './scripts/plain-reporter.ts'],
    setupFiles: ['./test/support/setup.ts'],
    testTimeout: PATIENCE_MS,
    hookTimeout: PATIENCE_MS,
    pool: 'forks',
    // The default leaves a core free, which on two cores is half of them.
    maxWorkers: '100%',
    coverage: {
      provider: 'v8',
      include: ['src/**/*.ts'],
      reporter: ['text-summary', 'json-summary'],
      thresholds: Object.fromEntries(rooms.map(room => [`src/${room}/**`, { branches: LEAST_BRANCHES }])),
    },
  },
});
