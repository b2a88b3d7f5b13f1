import { parseHex } from '../../bytes/index.ts';
import { isMmsError } from '../../errors.ts';
import {
  formatInspection,
  hasError,
  INSPECT_AS,
  inspectionToJson,
  inspect as inspectOctets,
  renderInspection,
} from '../../inspect/index.ts';
import { TEXT_ISSUES } from '../../issues/index.ts';
import { LIMITS } from '../../limits.ts';
import { sourceText } from '../../text/index.ts';
import { Warnings } from '../../warnings.ts';
import { type CliArguments, type CliContext, type Command, UsageError } from '../command.ts';
import { readInput, writeOutput } from '../input/files.ts';
import { listOfOctets } from '../input/hex-options.ts';
import { textOf, wordOf } from '../input/option-values.ts';
import { formatJson } from '../print/format-json.ts';

/** `mms inspect`: every octet of a message with its field. */
export const inspect: Command = {
  name: 'inspect',
  usage: '<file|-> [options]',
  help: [
    {
      rows: [
        ['--hex HEX', 'the octets as hexadecimal text instead of a file'],
        ['--as FORM', `what they are, where that is not found out: ${INSPECT_AS.join(', ')}`],
        ['--html FILE', 'write a page that lights up the octets of each field'],
        ['--json', 'print the tree as one JSON document'],
      ],
    },
  ],
  notes: ['A file may also hold hexadecimal text; each of its lines may be one TPDU of a long message.'],
  options: {
    hex: { type: 'string' },
    as: { type: 'string', choices: INSPECT_AS },
    html: { type: 'string' },
    json: { type: 'boolean' },
  },
  async run(args, context) {
    const as = wordOf(args.values, 'as', INSPECT_AS);
    const { octets, title } = await readOctets(args, context);
    const node = inspectOctets(octets, { as });
    const page = textOf(args.values, 'html');
    if (page !== undefined) await writeOutput(page, renderInspection(node, { title }), context);
    if (args.values['json'] === true) context.stdout.write(formatJson(inspectionToJson(node)));
    else if (page === undefined) context.stdout.write(formatInspection(node, { colour: context.hasColours }));
    return hasError(node) ? 1 : 0;
  },
};

interface Input {
  readonly octets: readonly Uint8Array[];
  /** The name of the file. */
  readonly title?: string;
}

async function readOctets({ values, positionals }: CliArguments, context: CliContext): Promise<Input> {
  const hex = textOf(values, 'hex');
  const [path, ...others] = positionals;
  if (hex !== undefined) {
    if (path !== undefined) throw new UsageError('give a file or --hex, not both');
    return { octets: listOfOctets([hex], 'hex') };
  }
  if (path === undefined || others.length > 0) throw new UsageError('expected one file, - or --hex');
  const bytes = await readInput(path, LIMITS.maxMmsBytes, context);
  const octets = octetsOfText(bytes) ?? [bytes];
  return path === '-' ? { octets } : { octets, title: path };
}

/** What a file of hexadecimal text stands for; `undefined` for any other file. */
function octetsOfText(bytes: Uint8Array): Uint8Array[] | undefined {
  const { text, isLatin1 } = sourceText(bytes, new Warnings(TEXT_ISSUES));
  if (isLatin1) return undefined;
  try {
    const octets = parseHex(text);
    return octets.length === 0 ? undefined : octets;
  } catch (error) {
    if (isMmsError(error)) return undefined;
    throw error;
  }
}
