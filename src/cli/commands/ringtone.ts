import { toHex } from '../../bytes/index.ts';
import type { Issue } from '../../issues/index.ts';
import { TUNE_FORMATS, type TuneFormat, tuneDurationMs } from '../../ringtone/index.ts';
import { type CliArguments, type CliContext, type Command, UsageError } from '../command.ts';
import { writeOutput } from '../input/files.ts';
import { readJson, withJsonOptions } from '../input/json-input.ts';
import { foundWord, listOf, textOf, wordOf } from '../input/option-values.ts';
import { outputFormat } from '../input/output-format.ts';
import { type ReadTuneOptions, readTune, type TuneRead, tuneOfJson } from '../input/read-tune.ts';
import { REFERENCE_ROWS } from '../input/sms-options.ts';
import { WORDS } from '../input/words.ts';
import { tellIssues } from '../print/format-issue.ts';
import { formatJson } from '../print/format-json.ts';
import { formatSegments } from '../print/format-sms.ts';
import { type MadeTune, makeTune, TUNE_FORMAT_NAMES } from './tune-formats.ts';

type Values = CliArguments['values'];

const DEFAULT_FORMAT = 'ringing-tone';

/** `mms ringtone`: a tune from one format into another. */
export const ringtone: Command = {
  name: 'ringtone',
  usage: '<file|text|-> | --input FILE|- [--to FORMAT] [options]',
  help: [
    {
      rows: [
        [
          '<file|text>',
          'RTTTL, RTX, iMelody, a ringing tone (also as hexadecimal text) or a MIDI file; or the text itself',
        ],
        [
          '--to FORMAT',
          `${TUNE_FORMAT_NAMES.join(', ')}; default: by the extension of -o, else ringing-tone`,
        ],
        ['--to N', 'besides: the SMS-SUBMIT TPDUs of the ringing tone to that number'],
        ['--loop N', '0 plays once, 1 to 14 so many times more, 15 without end; default: what the tune says'],
        ['--style S', 'for notes without one: natural, continuous or staccato'],
        ['--hex', 'the octets as hexadecimal text (the default form of ringing tones)'],
        ['-o FILE', 'the result into a file; - is stdout'],
        ['--json', 'one JSON document: { port, payload, segments, durationMs, warnings }'],
      ],
    },
  ],
  rest: [
    {
      rows: [
        [
          '--input FILE|-',
          'JSON: a tune { "title", "loop", "events": [{ "note", "octave", "duration", "modifier", "bpm", "style" }] }, or { "tune": … }; besides, any option by its name in camelCase',
        ],
        ['--strict', 'refuse dialects of RTTTL and faulty files'],
        ['--octaves D', 'standard (default) or nokring: octaves 5 to 8 with A5 = 440 Hz'],
        ['--tempo-rounding R', 'nearest (default) or ceil: to the tempos of ringing tones'],
        ['--drop-leading-rests', 'begin with the first note'],
        ['--octave-shift N', 'of a MIDI file: 0 (default, the true pitch) or -1'],
        ['--program N', 'instrument of a MIDI file, 0 to 127'],
        ['--sample-rate N', 'of a WAV file, 8000 to 48000; default 22050'],
        ...REFERENCE_ROWS,
      ],
    },
  ],
  options: {
    input: { type: 'string' },
    to: { type: 'string', multiple: true, choices: TUNE_FORMAT_NAMES },
    strict: { type: 'boolean' },
    octaves: { type: 'string', choices: WORDS.octaves },
    loop: { type: 'string' },
    style: { type: 'string', choices: WORDS.style },
    'tempo-rounding': { type: 'string', choices: WORDS.tempoRounding },
    'drop-leading-rests': { type: 'boolean' },
    reference: { type: 'string' },
    'reference-bits': { type: 'string', choices: WORDS.referenceBits },
    'source-port': { type: 'string' },
    'octave-shift': { type: 'string', choices: WORDS.octaveShift },
    program: { type: 'string' },
    'sample-rate': { type: 'string' },
    hex: { type: 'boolean' },
    output: { type: 'string', short: 'o' },
    json: { type: 'boolean' },
  },
  async run(args, context) {
    targetOf(args.values); // a slip on the command line is told before one in the tune
    const { read, values } = await readArguments(args, context);
    const { format, recipient } = targetOf(values);
    const warnings: Issue[] = [...read.warnings];
    const made = makeTune(format, read.tune, values, warnings, recipient);
    tellIssues(warnings, context);
    await print(made, tuneDurationMs(read.tune), values, context);
    return 0;
  },
};

async function readArguments(
  { values, positionals }: CliArguments,
  context: CliContext,
): Promise<{ read: TuneRead; values: Values }> {
  const input = textOf(values, 'input');
  const [source, ...others] = positionals;
  if (source !== undefined && input === undefined && others.length === 0)
    return { read: await readTune(source, readOptions(values), context), values };
  if (input === undefined || source !== undefined) throw new UsageError('expected one tune or --input');
  const { content, options } = splitJson(await readJson(input, context));
  const merged = withJsonOptions(options, ringtone.options, values);
  return { read: tuneOfJson(content, readOptions(merged)), values: merged };
}

/** A tune stands alone or under `tune`; the other keys are options then. */
function splitJson(json: unknown): { content: unknown; options: Record<string, unknown> } {
  const { tune, ...options }: Record<string, unknown> = Object(json);
  return tune === undefined ? { content: json, options: {} } : { content: tune, options };
}

function readOptions(values: Values): ReadTuneOptions {
  return { strict: values['strict'] === true, octaves: wordOf(values, 'octaves', WORDS.octaves) };
}

/** `--to` names a format, a telephone number, or both; the file that is written may name a format too. */
function targetOf(values: Values): { format: TuneFormat; recipient: string | undefined } {
  const words = listOf(values, 'to') ?? [];
  const isFormat = (word: string): boolean => TUNE_FORMAT_NAMES.includes(word);
  const [stated, ...furtherFormats] = words.filter(isFormat);
  const [recipient, ...furtherRecipients] = words.filter(word => !isFormat(word));
  if (furtherFormats.length > 0 || furtherRecipients.length > 0) {
    throw new UsageError(`--to takes one of ${TUNE_FORMAT_NAMES.join(', ')}, and one telephone number`);
  }
  if (recipient !== undefined && /^(?!alpha:)[a-z]/i.test(recipient)) {
    throw new UsageError(
      `--to takes ${TUNE_FORMAT_NAMES.join(', ')}, or a telephone number; ${foundWord(recipient, TUNE_FORMAT_NAMES)}`,
    );
  }
  const name = outputFormat(textOf(values, 'output'), { name: 'to', value: stated }, TUNE_FORMATS);
  const format = TUNE_FORMATS.find(row => row.name === (name ?? DEFAULT_FORMAT));
  if (format === undefined) throw new UsageError(`--to takes ${TUNE_FORMAT_NAMES.join(', ')}`);
  if (recipient !== undefined && format.name !== DEFAULT_FORMAT) {
    throw new UsageError('only a ringing tone goes to a telephone number');
  }
  return { format, recipient };
}

async function print(made: MadeTune, durationMs: number, values: Values, context: CliContext): Promise<void> {
  const output = textOf(values, 'output');
  if (output !== undefined) await writeOutput(output, made.content, context);
  if (values['json'] === true) context.stdout.write(formatJson({ ...made.report, durationMs }));
  else if (made.segments !== undefined) context.stdout.write(formatSegments(made.segments));
  else if (output === undefined || values['hex'] === true) context.stdout.write(textForm(made));
}

function textForm({ content, isText }: MadeTune): string | Uint8Array {
  return isText ? content : `${toHex(content)}\n`;
}
