import { defineConfig } from 'vitest/config';

/** The tests that `npm run mutate` names, without what only people and CI read. */
export default defineConfig({
  test: {
    include: (process.env['MUTATION_TESTS'] ?? 'test/message/*.test.ts').split(' '),
    setupFiles: ['./test/support/setup.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    pool: 'forks',
  },
});
