import { writeGenerated } from './facts/generated.ts';
import { phonesDocument } from './facts/phones-document.ts';

/** Writes docs/phones-and-networks.md from the tables; with `--check` it only tells whether it is up to date. */
process.exitCode = writeGenerated(
  { 'docs/phones-and-networks.md': phonesDocument() },
  process.argv.slice(2),
  'scripts/gen-phones-docs.ts',
);
