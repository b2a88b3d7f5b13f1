import { bundleCommandLine } from './command-line.ts';
import { bundleLibrary } from './library.ts';

/* Runs behind the compiler, whose output it reads and, in two folders, replaces. */
await bundleCommandLine();
await bundleLibrary();
