import { stat } from 'node:fs/promises';
import type { Issue } from '../../issues/index.ts';
import { LIMITS } from '../../limits.ts';
import { checkTune, type ParseTuneOptions, parseTune, sniffTune, type Tune } from '../../ringtone/index.ts';
import type { CliContext } from '../command.ts';
import { readInput, STANDARD_STREAM } from './files.ts';

/** How a tune is read, whatever its form. */
export type ReadTuneOptions = ParseTuneOptions;

/** A tune and what was odd about its source. */
export interface TuneRead {
  readonly tune: Tune;
  readonly warnings: readonly Issue[];
}

/** A tune of a file, of standard input for `-`, or of the text itself. */
export async function readTune(
  source: string,
  options: ReadTuneOptions,
  context: CliContext,
): Promise<TuneRead> {
  if (source !== STANDARD_STREAM && !(await isFile(source)) && isTuneText(source)) {
    return tuneOf(source, options);
  }
  return tuneOf(await readInput(source, LIMITS.maxAssetBytes, context), options);
}

/** The tune of a JSON value: the model itself, or any text that holds one. */
export function tuneOfJson(json: unknown, options: ReadTuneOptions): TuneRead {
  if (typeof json === 'string') return tuneOf(json, options);
  return { tune: checkTune(json), warnings: [] };
}

async function isFile(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}

/** Every text of a tune has a colon, but the hexadecimal text of a ringing tone. */
function isTuneText(text: string): boolean {
  return text.includes(':') || sniffTune(text) !== undefined;
}

function tuneOf(input: Uint8Array | string, options: ReadTuneOptions): TuneRead {
  const { title, loop, events, warnings } = parseTune(input, options);
  return { tune: { title, loop, events }, warnings };
}
