import type { FormatCardOptions, ParseCardOptions } from '../../cards/index.ts';
import { type Issue, TEXT_ISSUES } from '../../issues/index.ts';
import { LIMITS } from '../../limits.ts';
import { cardMessage, encodeSmartSms } from '../../smart/index.ts';
import { sourceText } from '../../text/index.ts';
import { Warnings } from '../../warnings.ts';
import { type CliArguments, type CliContext, type Command, type HelpRow, UsageError } from '../command.ts';
import { readInput, STANDARD_STREAM, writeOutput } from '../input/files.ts';
import { readJson, withJsonOptions } from '../input/json-input.ts';
import { numberOf, textOf, wordOf } from '../input/option-values.ts';
import { REFERENCE_ROWS } from '../input/sms-options.ts';
import { WORDS } from '../input/words.ts';
import { tellIssues } from '../print/format-issue.ts';
import { formatJson } from '../print/format-json.ts';
import { formatSegments } from '../print/format-sms.ts';

type Values = CliArguments['values'];

/** What a command about cards works with. */
interface CardKind {
  readonly name: string;
  readonly kind: 'vcard' | 'vcalendar';
  /** Key of the model in the JSON of `--input`. */
  readonly key: string;
  readonly example: string;
  readonly format: (model: object, options: FormatCardOptions) => string;
  readonly parse: (input: string | Uint8Array, options: ParseCardOptions) => { warnings: readonly Issue[] };
}

const OPTIONS = {
  input: { type: 'string' },
  strict: { type: 'boolean' },
  'non-ascii': { type: 'string', choices: WORDS.nonAscii },
  to: { type: 'string' },
  reference: { type: 'string' },
  'reference-bits': { type: 'string', choices: WORDS.referenceBits },
  'source-port': { type: 'string' },
  output: { type: 'string', short: 'o' },
  json: { type: 'boolean' },
} as const;

function rowsOf({ key }: CardKind): readonly HelpRow[] {
  return [
    ['<in>', 'the JSON model, or the text of a card of any version'],
    ['--input FILE|-', `JSON: the model, or { "${key}": … }; besides, any option by its name in camelCase`],
    ['--strict', 'refuse a faulty card and one that loses something'],
    ['--non-ascii FORM', 'quoted-printable (default) or 8bit, raw UTF-8'],
    ['-o FILE', 'the card into a file; - is stdout (the default form)'],
    ['--to N', 'the SMS-SUBMIT TPDUs to that number; with --json { port, payload, segments }'],
    ...REFERENCE_ROWS,
    ['--json', 'the model as one JSON document'],
  ];
}

/** A command that turns a JSON model or a card into a card that a phone reads, and a card into JSON. */
export function cardCommand(row: CardKind): Command {
  return {
    name: row.name,
    usage: `<in.json|in.${row.example}|-> | --input FILE|- [options]`,
    help: [{ rows: rowsOf(row) }],
    options: OPTIONS,
    async run(args, context) {
      const read = await readModel(row, args, context);
      const { values } = read;
      const warnings = [...read.warnings];
      const output = textOf(values, 'output');
      const isOnlyShown = read.parsed !== undefined && values['json'] === true;
      if (isOnlyShown && output === undefined && textOf(values, 'to') === undefined) {
        tellIssues(warnings, context);
        context.stdout.write(formatJson(read.parsed));
        return 0;
      }
      const nonAscii = wordOf(values, 'non-ascii', WORDS.nonAscii);
      const text = row.format(read.model, { nonAscii, warnings });
      tellIssues(warnings, context);
      if (output !== undefined) await writeOutput(output, text, context);
      const message = messageOf(row, text, values);
      if (values['json'] === true)
        context.stdout.write(formatJson({ ...(message ?? row.parse(text, {})), warnings }));
      else if (message !== undefined) context.stdout.write(formatSegments(message.segments));
      else if (output === undefined) context.stdout.write(text);
      return 0;
    },
  };
}

interface ModelRead {
  readonly model: object;
  readonly values: Values;
  readonly warnings: readonly Issue[];
  /** What was read, of a card and not of JSON. */
  readonly parsed?: object;
}

async function readModel(
  row: CardKind,
  { values, positionals }: CliArguments,
  context: CliContext,
): Promise<ModelRead> {
  const input = textOf(values, 'input');
  const [path, ...others] = input === undefined ? positionals : [input, ...positionals];
  if (path === undefined || others.length > 0) throw new UsageError(`expected one ${row.key} or --input`);
  const bytes = await readInput(path, LIMITS.maxAssetBytes, context);
  if (input === undefined && !isJson(bytes)) {
    const parsed = row.parse(bytes, { strict: values['strict'] === true });
    const { warnings, ...model } = parsed;
    return { model, values, warnings, parsed };
  }
  const json = await readJson(STANDARD_STREAM, { ...context, stdin: async () => bytes });
  const { [row.key]: content, ...options }: Record<string, unknown> = Object(json);
  if (content === undefined) return { model: options, values, warnings: [] };
  return { model: Object(content), values: withJsonOptions(options, OPTIONS, values), warnings: [] };
}

/** A card begins with BEGIN, the JSON of one with a brace. */
function isJson(bytes: Uint8Array): boolean {
  return sourceText(bytes.subarray(0, 256), new Warnings(TEXT_ISSUES)).text.trimStart().startsWith('{');
}

function messageOf(row: CardKind, text: string, values: Values) {
  const to = textOf(values, 'to');
  if (to === undefined) return undefined;
  const message = cardMessage(row.kind, text, {
    reference: numberOf(values, 'reference'),
    referenceBits: wordOf(values, 'reference-bits', WORDS.referenceBits) === '16' ? 16 : 8,
    sourcePort: numberOf(values, 'source-port'),
  });
  const { port, payload } = message;
  return { port, payload, segments: encodeSmartSms(message, { to }) };
}
