import {
  type AdaptOptions,
  type MetadataMode,
  openReceiver,
  type Receiver,
} from '../../presentation/index.ts';
import { type CliArguments, type CliContext, type HelpRow, UsageError } from '../command.ts';
import { progressLine } from '../print/progress.ts';
import { numberOf, sizeOf, textOf, wordOf } from './option-values.ts';
import { profileNames } from './profile-names.ts';
import { WORDS } from './words.ts';

/** Options of the commands that fit a message to a receiver. */
export const TARGET_OPTIONS = {
  profile: { type: 'string', choices: profileNames },
  network: { type: 'string' },
  'max-size': { type: 'string' },
  unsupported: { type: 'string', choices: WORDS.unsupported },
  'keep-metadata': { type: 'boolean' },
  concurrency: { type: 'string' },
} as const;

/** The rows of a help for {@link TARGET_OPTIONS}. */
export const TARGET_ROWS: readonly HelpRow[] = [
  ['--profile P', 'a phone by its name (see mms phones), a built-in profile, or a JSON or UAProf file'],
  ['--network MCC-MNC', 'within the limits of a network, such as 234-10 (see mms networks)'],
  ['--max-size BYTES', 'most octets of the whole message, such as 307200 or 300kB'],
  ['--unsupported WHAT', 'error (default), replace or drop what the profile does not take'],
  ['--keep-metadata', 'leave on pictures what tells where they were taken (GPS), when, and with what'],
];

/** The row of `--concurrency`, which few need. */
export const CONCURRENCY_ROW: HelpRow = [
  '--concurrency N',
  'fit so many pictures at once, 2 by default; the octets stay the same',
];

/** The receiver that the options name: of all bounds the smaller counts. */
export async function receiverOf({ values }: CliArguments): Promise<Receiver> {
  return openReceiver({
    profile: textOf(values, 'profile'),
    network: textOf(values, 'network'),
    maxBytes: sizeOf(values, 'max-size'),
  });
}

/** How to adapt, with a progress line where a person watches. */
export function adaptOptionsOf(args: CliArguments, context: CliContext): AdaptOptions {
  const { values } = args;
  return {
    unsupported: wordOf(values, 'unsupported', WORDS.unsupported),
    metadata: metadataOf(args),
    concurrency: concurrencyOf(args),
    onProgress: progressLine('picture', context),
  };
}

/**
 * Pictures that are fitted at once.
 * @throws UsageError
 */
export function concurrencyOf({ values }: CliArguments): number | undefined {
  const concurrency = numberOf(values, 'concurrency');
  if (concurrency === 0) throw new UsageError('--concurrency takes a whole number from 1 on; found 0');
  return concurrency;
}

/** What becomes of the metadata of pictures; `undefined`: as the manifest says, else it is taken off. */
export function metadataOf({ values }: CliArguments): MetadataMode | undefined {
  return values['keep-metadata'] === true ? 'keep' : undefined;
}
