import { writeGenerated } from './facts/generated.ts';
import { handsetFiles } from './handsets/build.ts';

/** Writes the table of handsets; with `--check` it only tells whether the file is up to date. */
process.exitCode = writeGenerated(handsetFiles(), process.argv.slice(2), 'scripts/gen-handsets.ts');
