import { fromHex } from '../bytes/index.ts';
import { MmsError } from '../errors.ts';
import { encodeUtf8, sourceText } from '../text/index.ts';
import { Warnings } from '../warnings.ts';
import { checkTune } from './check-tune.ts';
import { decodeRingingTone } from './decode-ringing-tone.ts';
import { encodeRingingTone } from './encode-ringing-tone.ts';
import { formatRtttl, formatRtx } from './format-rtttl.ts';
import { fromMidi } from './from-midi.ts';
import { formatIMelody, parseIMelody } from './imelody/index.ts';
import { ISSUE_ROWS } from './issue-rows.ts';
import { checkReadOptions } from './options.ts';
import { parseRtttl, parseRtx } from './parse-rtttl.ts';
import { toMidi } from './to-midi.ts';
import { toWav } from './to-wav.ts';
import type { ParsedTune } from './tune.ts';
import type { ParseTuneOptions, TuneFormat } from './tune-format.ts';
import { TUNE_TYPES } from './tune-types.ts';

/** A ringing tone as hexadecimal text: two or three command parts, of which the first is always the same. */
const RINGING_TONE_HEX = /^\s*0[23]\s*4a[\s0-9a-f]*$/i;

/** All formats of tunes; to add one, add a row. */
export const TUNE_FORMATS: readonly TuneFormat[] = [
  {
    name: 'ringing-tone',
    ...TUNE_TYPES['ringing-tone'],
    isText: false,
    sniff: head => head.startsWith('\x02') || head.startsWith('\x03') || RINGING_TONE_HEX.test(head),
    parse: (octets, { strict }) => decodeRingingTone(ringingToneOctets(octets), { strict }),
    format: encodeRingingTone,
  },
  {
    name: 'midi',
    ...TUNE_TYPES.midi,
    isText: false,
    sniff: head => head.startsWith('MT'),
    parse: (octets, { strict }) => fromMidi(octets, { strict }),
    format: toMidi,
  },
  {
    name: 'wav',
    ...TUNE_TYPES.wav,
    isText: false,
    format: toWav,
  },
  {
    name: 'imelody',
    ...TUNE_TYPES.imelody,
    isText: true,
    sniff: head => /^\s*(?:BEGIN:\s*IMELODY|MELODY:)/i.test(head),
    parse: (octets, { strict }) => parseIMelody(octets, { strict }),
    format: (tune, options) => encodeUtf8(formatIMelody(tune, options)),
  },
  {
    name: 'json',
    ...TUNE_TYPES.json,
    isText: true,
    sniff: head => /^\s*\{/.test(head),
    parse: octets => ({ ...checkTune(jsonOf(octets)), warnings: [] }),
    format: tune => encodeUtf8(`${JSON.stringify(checkTune(tune), undefined, 2)}\n`),
  },
  {
    name: 'rtx',
    ...TUNE_TYPES.rtx,
    isText: true,
    // a bar or a semicolon before the controls, where a colon is due
    sniff: head => head.includes(':') || /[;|]\s*[dobslv]\s*=/i.test(head),
    parse: parseRtx,
    format: (tune, options) => encodeUtf8(`${formatRtx(tune, options)}\n`),
  },
  {
    name: 'rtttl',
    ...TUNE_TYPES.rtttl,
    isText: true,
    parse: parseRtttl,
    format: (tune, options) => encodeUtf8(`${formatRtttl(tune, options)}\n`),
  },
];

/** Enough to know a format by. */
const HEAD_OCTETS = 256;

/** The format in which octets or a text begin; `undefined` where none does. */
export function sniffTune(input: string | Uint8Array): TuneFormat | undefined {
  const head = typeof input === 'string' || input instanceof Uint8Array ? input.slice(0, HEAD_OCTETS) : input;
  const { text } = sourceText(head, new Warnings(ISSUE_ROWS));
  return TUNE_FORMATS.find(format => format.sniff?.(text));
}

/**
 * The tune of octets or a text in any format that is read, told by how they begin; RTTTL is read as RTX, which has it
 * all.
 * @throws MmsError `ringtone/unknown-format`, and as the reader of the format
 * @example
 * parseTune('fifth:d=4,o=5,b=63:8P,8G5,8G5,8G5,2D#5')
 */
export function parseTune(input: string | Uint8Array, options: ParseTuneOptions = {}): ParsedTune {
  checkReadOptions(options);
  const octets = typeof input === 'string' ? encodeUtf8(input) : input;
  const read = sniffTune(octets)?.parse;
  if (read !== undefined) return read(octets, options);
  const names = TUNE_FORMATS.flatMap(({ name, parse }) => (parse === undefined ? [] : [name]));
  throw new MmsError('ringtone/unknown-format', 'expected a tune, found nothing that begins as one does', {
    path: '$',
    hint: `formats are ${names.join(', ')}`,
  });
}

function ringingToneOctets(octets: Uint8Array): Uint8Array {
  return octets[0] === 0x02 || octets[0] === 0x03
    ? octets
    : fromHex(sourceText(octets, new Warnings(ISSUE_ROWS)).text);
}

function jsonOf(octets: Uint8Array): unknown {
  try {
    return JSON.parse(sourceText(octets, new Warnings(ISSUE_ROWS)).text);
  } catch (cause) {
    throw new MmsError('ringtone/unknown-format', 'expected the JSON of a tune, found none', {
      path: '$',
      cause,
    });
  }
}
