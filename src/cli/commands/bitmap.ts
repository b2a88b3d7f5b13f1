import { type Bitmap, formatBlocks, type ToBitmapOptions } from '../../bitmap/index.ts';
import { toHex } from '../../bytes/index.ts';
import { encodeSmartSms } from '../../smart/index.ts';
import { type CliArguments, type CliContext, type Command, UsageError } from '../command.ts';
import { writeOutput } from '../input/files.ts';
import { readJson, withJsonOptions } from '../input/json-input.ts';
import { numberOf, textOf, wordOf } from '../input/option-values.ts';
import { adjustBitmap, readBitmap } from '../input/read-bitmap.ts';
import { REFERENCE_ROWS } from '../input/sms-options.ts';
import { WORDS } from '../input/words.ts';
import { tellIssues } from '../print/format-issue.ts';
import { formatJson } from '../print/format-json.ts';
import { formatSegments } from '../print/format-sms.ts';
import { type BitmapKind, KIND_NAMES, kindOf, type Made } from './bitmap-kinds.ts';

type Values = CliArguments['values'];

/** `mms bitmap`: a picture as an OTA bitmap, a WBMP or a Smart Message. */
export const bitmap: Command = {
  name: 'bitmap',
  usage: '<image> | --input FILE|- [options]',
  help: [
    {
      rows: [
        ['<image>', 'JPEG, PNG, GIF, WebP, AVIF, BMP, WBMP or an OTA bitmap'],
        [
          '--kind KIND',
          `${KIND_NAMES.join(', ')}; default: by the extension of -o, .otb or .wbmp, else raw, an OTA bitmap`,
        ],
        ['--text T', 'text of a picture message'],
        ['--network N', 'network of an operator logo, by its code or name'],
        ['--width N --height N', 'size in pixels; a picture in colour else gets the usual size of the kind'],
        ['--fit F', 'contain (default), cover, fill or crop'],
        ['--dither D', 'floyd-steinberg (default), ordered or none'],
        ['--threshold N', 'for none: 1 to 255, 128 by default'],
        ['--invert', 'swap black and white'],
        ['--to N', 'the SMS-SUBMIT TPDUs to that number'],
        ['--hex', 'the octets as hexadecimal text (the default form)'],
        ['-o FILE', 'the octets into a file; - is stdout'],
        ['--json', 'one JSON document: { port, payload, bitmap, segments, warnings }'],
        ['--preview', 'the picture in block characters on stderr; always on a terminal'],
      ],
    },
  ],
  rest: [
    {
      rows: [
        [
          '--input FILE|-',
          'JSON: a bitmap { "width", "height", "rows": ["#..#", …] } with # for black, or { "bitmap": … }; besides, any option by its name in camelCase',
        ],
        ['--unicode', 'the text of a picture message as UTF-16 in any case'],
        ['--item-order LIST', 'bitmap,text (default) or text,bitmap'],
        ['--mcc N --mnc N', 'network of an operator logo, in numbers'],
        ['--rows LAYOUT', 'packed (default) or padded: each row on a new octet'],
        ['--form FORM', 'short (default) or versioned header of a logo or graphic'],
        ...REFERENCE_ROWS,
      ],
    },
  ],
  options: {
    input: { type: 'string' },
    kind: { type: 'string', choices: KIND_NAMES },
    text: { type: 'string' },
    unicode: { type: 'boolean' },
    'item-order': { type: 'string', choices: WORDS.itemOrder },
    network: { type: 'string' },
    mcc: { type: 'string' },
    mnc: { type: 'string' },
    width: { type: 'string' },
    height: { type: 'string' },
    fit: { type: 'string', choices: WORDS.fit },
    dither: { type: 'string', choices: WORDS.dither },
    threshold: { type: 'string' },
    invert: { type: 'boolean' },
    rows: { type: 'string', choices: WORDS.rows },
    form: { type: 'string', choices: WORDS.bitmapForm },
    to: { type: 'string' },
    reference: { type: 'string' },
    'reference-bits': { type: 'string', choices: WORDS.referenceBits },
    'source-port': { type: 'string' },
    hex: { type: 'boolean' },
    output: { type: 'string', short: 'o' },
    json: { type: 'boolean' },
    preview: { type: 'boolean' },
  },
  async run(args, context) {
    const { picture, kind, values } = await readArguments(args, context);
    const made = kind.make(picture, await withNetwork(values));
    if (values['preview'] === true || context.isTerminal) context.stderr.write(formatBlocks(picture));
    tellIssues(made.warnings ?? [], context);
    await print(made, picture, values, context);
    return 0;
  },
};

/** The network that a name means, in numbers. */
async function withNetwork(values: Values): Promise<Values> {
  const network = textOf(values, 'network');
  if (network === undefined) return values;
  const { findNetwork } = await import('../../networks/index.ts');
  const { mcc, mnc } = findNetwork(network);
  return { ...values, mcc, mnc };
}

async function readArguments(
  { values, positionals }: CliArguments,
  context: CliContext,
): Promise<{ picture: Bitmap; kind: BitmapKind; values: Values }> {
  const input = textOf(values, 'input');
  const [path, ...others] = positionals;
  if (path !== undefined && input === undefined && others.length === 0) {
    const kind = kindOf(values);
    return { picture: await readBitmap(path, pixelOptions(values), kind.usual, context), kind, values };
  }
  if (input === undefined || path !== undefined) throw new UsageError('expected one picture or --input');
  const { content, options } = splitJson(await readJson(input, context));
  const merged = withJsonOptions(options, bitmap.options, values);
  return { picture: adjustBitmap(content, pixelOptions(merged)), kind: kindOf(merged), values: merged };
}

/** A bitmap stands alone or under `bitmap`; the other keys are options. */
function splitJson(json: unknown): { content: unknown; options: Record<string, unknown> } {
  const { bitmap: content, ...options }: Record<string, unknown> = Object(json);
  if (content !== undefined) return { content, options };
  const { width, height, rows, ...others } = options;
  return { content: { width, height, rows }, options: others };
}

function pixelOptions(values: Values): ToBitmapOptions {
  return {
    width: numberOf(values, 'width'),
    height: numberOf(values, 'height'),
    fit: wordOf(values, 'fit', WORDS.fit),
    dither: wordOf(values, 'dither', WORDS.dither),
    threshold: numberOf(values, 'threshold'),
    invert: values['invert'] === true,
  };
}

async function print(made: Made, picture: Bitmap, values: Values, context: CliContext): Promise<void> {
  const segments = segmentsOf(made, values);
  const output = textOf(values, 'output');
  if (output !== undefined) await writeOutput(output, made.payload, context);
  if (values['json'] === true) context.stdout.write(formatJson(reportOf(made, picture, segments)));
  else if (segments !== undefined) context.stdout.write(formatSegments(segments));
  else if (output === undefined || values['hex'] === true) context.stdout.write(`${toHex(made.payload)}\n`);
}

type Segments = ReturnType<typeof encodeSmartSms>;

function segmentsOf({ parts }: Made, values: Values): Segments | undefined {
  const to = textOf(values, 'to');
  if (to === undefined) return undefined;
  if (parts === undefined) throw new UsageError('--to wants a --kind that is a message');
  return encodeSmartSms({ parts }, { to });
}

function reportOf(
  { port, payload, warnings }: Made,
  { width, height, rows }: Bitmap,
  segments: Segments | undefined,
): object {
  return { port, payload, bitmap: { width, height, rows }, segments, warnings };
}
