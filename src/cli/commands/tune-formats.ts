import type { Issue } from '../../issues/index.ts';
import { formatRtttl, formatRtx, type Tune, toMidi, toWav } from '../../ringtone/index.ts';
import { encodeSmartSms, ringingToneMessage } from '../../smart/index.ts';
import type { CliArguments } from '../command.ts';
import { numberOf, wordOf } from '../input/option-values.ts';
import { formatJson } from '../print/format-json.ts';

type Values = CliArguments['values'];

/** A tune in a format of `mms ringtone --to`. */
export interface MadeTune {
  /** What goes into the file. */
  readonly content: Uint8Array | string;
  /** What `--json` prints. */
  readonly report: object;
}

/** Writes a tune; findings go to `warnings`. */
type MakeTune = (tune: Tune, values: Values, warnings: Issue[], recipient: string | undefined) => MadeTune;

/** The formats of `mms ringtone --to`. */
export const TUNE_FORMATS: ReadonlyMap<string, MakeTune> = new Map<string, MakeTune>([
  ['ringing-tone', makeRingingTone],
  ['rtttl', (tune, _, warnings) => text(formatRtttl(tune, { warnings }), warnings)],
  ['rtx', (tune, _, warnings) => text(formatRtx(tune, { warnings }), warnings)],
  ['midi', makeMidi],
  [
    'wav',
    (tune, values, warnings) =>
      octets(toWav(tune, { sampleRate: numberOf(values, 'sample-rate') }), warnings),
  ],
  ['json', (tune, _, warnings) => ({ content: formatJson(tune), report: { ...tune, warnings } })],
]);

function makeRingingTone(
  tune: Tune,
  values: Values,
  warnings: Issue[],
  recipient: string | undefined,
): MadeTune {
  const message = ringingToneMessage(tune, {
    loop: numberOf(values, 'loop'),
    style: wordOf(values, 'style', ['natural', 'continuous', 'staccato']),
    tempoRounding: wordOf(values, 'tempo-rounding', ['nearest', 'ceil']),
    dropLeadingRests: values['drop-leading-rests'] === true,
    sourcePort: numberOf(values, 'source-port'),
    reference: numberOf(values, 'reference'),
    referenceBits: wordOf(values, 'reference-bits', ['8', '16']) === '16' ? 16 : 8,
  });
  warnings.push(...message.warnings);
  const { port, payload } = message;
  const segments = recipient === undefined ? undefined : encodeSmartSms(message, { to: recipient });
  return { content: payload, report: { port, payload, segments, warnings } };
}

function makeMidi(tune: Tune, values: Values, warnings: Issue[]): MadeTune {
  const octaveShift = wordOf(values, 'octave-shift', ['0', '-1']);
  const program = numberOf(values, 'program');
  return octets(toMidi(tune, { octaveShift: Number(octaveShift ?? 0), program }), warnings);
}

function text(content: string, warnings: Issue[]): MadeTune {
  return { content: `${content}\n`, report: { text: content, warnings } };
}

function octets(payload: Uint8Array, warnings: Issue[]): MadeTune {
  return { content: payload, report: { payload, warnings } };
}
