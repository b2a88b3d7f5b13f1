import type { Issue } from '../../issues/index.ts';
import { type FormatTuneOptions, TUNE_FORMATS, type Tune, type TuneFormat } from '../../ringtone/index.ts';
import { encodeSmartSms, ringingToneMessage } from '../../smart/index.ts';
import type { CliArguments } from '../command.ts';
import { numberOf, wordOf } from '../input/option-values.ts';
import { WORDS } from '../input/words.ts';

type Values = CliArguments['values'];

/** A tune in a format of `mms ringtone --to`. */
export interface MadeTune {
  /** What goes into the file. */
  readonly content: Uint8Array;
  readonly isText: boolean;
  /** What `--json` prints. */
  readonly report: object;
  /** Of a ringing tone that goes to a telephone number. */
  readonly segments?: ReturnType<typeof encodeSmartSms>;
}

/** The formats of `mms ringtone --to`, by name. */
export const TUNE_FORMAT_NAMES: readonly string[] = TUNE_FORMATS.map(({ name }) => name);

/** Writes a tune; findings go to `warnings`. */
export function makeTune(
  format: TuneFormat,
  tune: Tune,
  values: Values,
  warnings: Issue[],
  recipient: string | undefined,
): MadeTune {
  const options = { ...formatOptions(values), warnings };
  if (format.name === 'ringing-tone') return makeRingingTone(tune, options, values, recipient);
  const content = format.format(tune, options);
  const text = format.isText ? new TextDecoder().decode(content).trimEnd() : undefined;
  const report =
    format.name === 'json'
      ? { ...tune, warnings }
      : { text, payload: text === undefined ? content : undefined, warnings };
  return { content, isText: format.isText, report };
}

function makeRingingTone(
  tune: Tune,
  options: FormatTuneOptions & { warnings: Issue[] },
  values: Values,
  recipient: string | undefined,
): MadeTune {
  const message = ringingToneMessage(tune, {
    ...options,
    sourcePort: numberOf(values, 'source-port'),
    reference: numberOf(values, 'reference'),
    referenceBits: wordOf(values, 'reference-bits', WORDS.referenceBits) === '16' ? 16 : 8,
  });
  options.warnings.push(...message.warnings);
  const { port, payload } = message;
  const segments = recipient === undefined ? undefined : encodeSmartSms(message, { to: recipient });
  const report = { port, payload, segments, warnings: options.warnings };
  return { content: payload, isText: false, report, ...(segments === undefined ? {} : { segments }) };
}

function formatOptions(values: Values): FormatTuneOptions {
  return {
    loop: numberOf(values, 'loop'),
    style: wordOf(values, 'style', WORDS.style),
    tempoRounding: wordOf(values, 'tempo-rounding', WORDS.tempoRounding),
    dropLeadingRests: values['drop-leading-rests'] === true,
    octaveShift: Number(wordOf(values, 'octave-shift', WORDS.octaveShift) ?? 0),
    program: numberOf(values, 'program'),
    sampleRate: numberOf(values, 'sample-rate'),
  };
}
