import { commandsPage, tablesPage } from './docs/reference.ts';
import { writeGenerated } from './facts/generated.ts';

/** Writes the pages that the code knows by itself; with `--check` it only tells whether they are up to date. */
process.exitCode = writeGenerated(
  { 'docs/commands.md': await commandsPage(), 'docs/tables.md': tablesPage() },
  process.argv.slice(2),
  'scripts/gen-docs.ts',
);
