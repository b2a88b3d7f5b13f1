import { writeGenerated } from './facts/generated.ts';
import { networkFiles } from './networks/build.ts';

/** Writes the tables of networks; with `--check` it only tells which files are out of date. */
process.exitCode = writeGenerated(networkFiles(), process.argv.slice(2), 'scripts/gen-networks.ts');
