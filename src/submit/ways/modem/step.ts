import { MmsError } from '../../../errors.ts';
import { indexOfControl } from '../../../text/index.ts';

/** One thing that goes down the line to a modem, and what must come back. Nothing here opens a port. */
export interface ModemStep {
  /** A line with its carriage return, or octets as they are. */
  readonly send: string | Uint8Array;
  /** Any of these begins a line that lets the next step begin. */
  readonly expect: readonly string[];
  /** Any of these ends the job. */
  readonly fail: readonly string[];
  readonly timeoutMs: number;
  /** True: from here on silence or an error leaves it unknown whether the message is out. */
  readonly commits?: true;
}

const ERRORS = ['ERROR', '+CME ERROR', '+CMS ERROR'] as const;
const SECOND_MS = 1000;

interface StepOptions {
  readonly expect?: readonly string[];
  readonly seconds?: number;
  readonly commits?: true;
  /** True where an error is as good as success: what is cleared may not have been there. */
  readonly mayFail?: true;
}

/** A command, which ends with a carriage return. */
export function command(text: string, options: StepOptions = {}): ModemStep {
  return block(`${text}\r`, options);
}

/** Octets or text without an end of their own. */
export function block(
  send: string | Uint8Array,
  { expect = ['OK'], seconds = 5, commits, mayFail }: StepOptions = {},
): ModemStep {
  return {
    send,
    expect: mayFail === true ? [...expect, ...ERRORS] : expect,
    fail: mayFail === true ? [] : ERRORS,
    timeoutMs: seconds * SECOND_MS,
    ...(commits && { commits }),
  };
}

/**
 * A text in quotation marks; `path` is where it comes from.
 * @throws MmsError `submit/character` for what would end the text or the command
 */
export function quoted(text: string, path: string): string {
  if (text.includes('"') || indexOfControl(text) >= 0) {
    throw new MmsError('submit/character', 'a quotation mark or line end would end the command', { path });
  }
  return `"${text}"`;
}

const BITS_PER_OCTET = 10;
const LEAST_SECONDS = 20;

/** Twice the time that octets take on the line, and never too little: a modem that waits too short gives up. */
export function transferSeconds(octets: number, baud: number): number {
  return Math.max(LEAST_SECONDS, Math.ceil((2 * octets * BITS_PER_OCTET) / baud));
}
