import { writeGenerated } from './facts/generated.ts';
import { setFieldFile } from './mms/set-field.ts';

/** Writes how the fields of a decoded PDU are set; with `--check` it only tells whether the file is up to date. */
process.exitCode = writeGenerated(setFieldFile(), process.argv.slice(2), 'scripts/gen-set-field.ts');
