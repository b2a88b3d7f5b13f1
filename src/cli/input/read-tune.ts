import { stat } from 'node:fs/promises';
import { fromHex } from '../../bytes/index.ts';
import type { Issue } from '../../issues/index.ts';
import { LIMITS } from '../../limits.ts';
import {
  checkTune,
  decodeRingingTone,
  fromMidi,
  parseRtx,
  type RtttlOptions,
  type Tune,
} from '../../ringtone/index.ts';
import type { CliContext } from '../command.ts';
import { readInput, STANDARD_STREAM } from './files.ts';

/** How a tune is read, whatever its form. */
export type ReadTuneOptions = RtttlOptions;

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
    return tuneOf(new TextEncoder().encode(source), options);
  }
  return tuneOf(await readInput(source, LIMITS.maxAssetBytes, context), options);
}

/** The tune of a JSON value: the model itself, or any text that holds one. */
export function tuneOfJson(json: unknown, options: ReadTuneOptions): TuneRead {
  if (typeof json === 'string') return tuneOf(new TextEncoder().encode(json), options);
  return { tune: checkTune(json), warnings: [] };
}

async function isFile(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}

/** RTTTL has colons, hexadecimal text of a ringing tone begins with 024A or 034A. */
function isTuneText(text: string): boolean {
  return text.includes(':') || isRingingToneHex(text);
}

function isRingingToneHex(text: string): boolean {
  return /^\s*0[23]\s*4a[\s0-9a-f]*$/i.test(text);
}

/** Tells the form by the first octets. */
function tuneOf(bytes: Uint8Array, options: ReadTuneOptions): TuneRead {
  const { strict } = options;
  if (bytes[0] === 0x4d && bytes[1] === 0x54) return withWarnings(fromMidi(bytes, { strict }));
  if (bytes[0] === 0x02 || bytes[0] === 0x03) return withWarnings(decodeRingingTone(bytes, { strict }));
  const text = new TextDecoder().decode(bytes);
  if (isRingingToneHex(text)) return withWarnings(decodeRingingTone(fromHex(text), { strict }));
  return withWarnings(parseRtx(text, options));
}

function withWarnings(tune: Tune & { readonly warnings: readonly Issue[] }): TuneRead {
  const { title, loop, events, warnings } = tune;
  return { tune: { title, loop, events }, warnings };
}
