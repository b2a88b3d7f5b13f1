import { LIMITS } from '../../limits.ts';
import { nearest } from '../../schema/index.ts';
import {
  type Chunk,
  fileJournal,
  fileLibraryCache,
  GatewayClient,
  type GatewayMessage,
  isMessageKind,
  type Journal,
  MESSAGE_KINDS,
  type MessageKind,
  messageFromJson,
  type SendOptions,
  type SubmissionResult,
} from '../../submit/index.ts';
import { printable } from '../../text/index.ts';
import { type CliArguments, type CliContext, type Command, UsageError } from '../command.ts';
import { now } from '../input/clock.ts';
import { readInput, STANDARD_STREAM } from '../input/files.ts';
import { readJson } from '../input/json-input.ts';
import { listOf, numberOf, textOf } from '../input/option-values.ts';
import { readCredentials } from '../input/read-credentials.ts';
import { ROOT_OPTION } from '../input/root-option.ts';
import { readContent } from '../input/send-content.ts';
import { readEmsMessages } from '../input/send-ems.ts';
import { FIELD_OPTIONS, FIELD_USAGE, messageFields } from '../input/send-options.ts';
import { untilInterrupted } from '../interrupt.ts';
import { formatIssues } from '../print/format-issue.ts';
import { formatJournal } from '../print/format-journal.ts';
import { formatJson } from '../print/format-json.ts';
import { formatSubmission } from '../print/format-submission.ts';

const KINDS = Object.entries(MESSAGE_KINDS)
  .map(([kind, { title }]) => `  ${kind.padEnd(24)}  ${title}`)
  .join('\n');

/** `mms send`: hands a message to the gateway. */
export const send: Command = {
  name: 'send',
  usage: `<kind> [FILE] --to N,… [options]

kinds:
${KINDS}
  ems                       pictures, sounds and formatted text for phones of any make but Nokia, as pdu

  FILE                      what the kind carries: a picture, a tune, a card, a .mms, a ZIP, a manifest, a folder …
  --input FILE|-            the message as JSON, octets in hexadecimal; options win
${FIELD_USAGE}
  --root DIR                a manifest may name no file outside DIR
  --reference N             what ties the SMS of an ems message together; else it follows from the content
  --name NAME               file name of the upload
  --content-type TYPE       its media type
  --no-adapt                pictures are delivered as they are
  --no-walled-garden-rule   no WAP Push in place of an MMS
  --server URL              where to send, in order; may be repeated
  --credentials FILE        MMS_USERNAME=… and MMS_PIN=…, or JSON; else these two are taken from the environment
  --library-cache FILE      send again by library number what was uploaded before
  --chunk N                 at most N numbers a request; stops at the first one that is not accepted in full
  --journal FILE            remember in FILE what was sent: the same command again, even after a crash, sends to
                            nobody twice and goes on where it was (see mms journal)
  --insecure-http           allow http to other machines
  --dry-run                 show the request in short, send nothing
  --full                    show all of it
  --json                    one JSON document`,
  options: {
    ...FIELD_OPTIONS,
    ...ROOT_OPTION,
    input: { type: 'string' },
    reference: { type: 'string' },
    name: { type: 'string' },
    'content-type': { type: 'string' },
    server: { type: 'string', multiple: true },
    credentials: { type: 'string' },
    'library-cache': { type: 'string' },
    chunk: { type: 'string' },
    journal: { type: 'string' },
    'insecure-http': { type: 'boolean' },
    'dry-run': { type: 'boolean' },
    full: { type: 'boolean' },
    json: { type: 'boolean' },
  },
  async run(args, context) {
    const messages = await readMessages(args, context);
    const journal = openJournal(args);
    const client = await openClient(args, journal, context);
    try {
      const code = await untilInterrupted(async signal => {
        const [message, ...others] = messages;
        if (message === undefined) return 0;
        if (others.length > 0) return sendInTurn(client, messages, signal, args, context);
        return sendBy(client, message, signal, args, context);
      });
      return Math.max(code, journal === undefined ? 0 : await tellJournal(journal, args, context));
    } finally {
      await journal?.close();
    }
  },
};

/** A dry run leaves a journal alone. */
function openJournal({ values }: CliArguments): Journal | undefined {
  const path = textOf(values, 'journal');
  return path === undefined || values['dry-run'] === true ? undefined : fileJournal(path, { now });
}

/** Exit code 1 while something is unknown. */
async function tellJournal(journal: Journal, { values }: CliArguments, context: CliContext): Promise<number> {
  const report = { ...(await journal.report()), isRunning: false };
  context.stderr.write(`journal ${textOf(values, 'journal')}\n${formatJournal(report)}`);
  return report.unresolved.length === 0 ? 0 : 1;
}

/** The SMS of one message in their order: without one of them the others are none, so the first failure ends it. */
async function sendInTurn(
  client: GatewayClient,
  messages: readonly GatewayMessage[],
  signal: AbortSignal,
  args: CliArguments,
  context: CliContext,
): Promise<number> {
  if (args.values['chunk'] !== undefined)
    throw new UsageError('--chunk does not go with a message of several SMS');
  const isJson = args.values['json'] === true;
  const results: SubmissionResult[] = [];
  try {
    for (const message of messages) {
      const result = await client.send(message, sendOptionsOf(args, signal));
      results.push(result);
      context.stderr.write(`SMS ${results.length} of ${messages.length}: ${result.outcome}\n`);
      if (!isJson) print(result, args, context);
      if (exitCode(result) > 0) break;
    }
  } finally {
    if (isJson) context.stdout.write(formatJson(results));
  }
  return Math.max(0, ...results.map(exitCode));
}

function sendOptionsOf({ values }: CliArguments, signal: AbortSignal): SendOptions {
  return { signal, throwOnFailure: false, dryRun: values['dry-run'] === true };
}

async function sendBy(
  client: GatewayClient,
  message: GatewayMessage,
  signal: AbortSignal,
  args: CliArguments,
  context: CliContext,
): Promise<number> {
  const options = sendOptionsOf(args, signal);
  const size = numberOf(args.values, 'chunk');
  if (size !== undefined) return sendInChunks(client, message, { ...options, size }, args, context);
  const result = await client.send(message, options);
  print(result, args, context);
  return exitCode(result);
}

/** One message; of EMS one for each SMS. */
async function readMessages(args: CliArguments, context: CliContext): Promise<readonly GatewayMessage[]> {
  const [word, path, ...others] = args.positionals;
  if (word === undefined || others.length > 0) throw new UsageError('expected a kind and at most one file');
  const values = await withText(args.values, context);
  if (word !== 'ems') return [await readMessage(kindOf(word), path, values, context)];
  return readEmsMessages(path, values, context);
}

async function readMessage(
  kind: MessageKind,
  path: string | undefined,
  values: CliArguments['values'],
  context: CliContext,
): Promise<GatewayMessage> {
  const input = textOf(values, 'input');
  const json: Record<string, unknown> = input === undefined ? {} : Object(await readJson(input, context));
  const content = path === undefined ? {} : await readContent(kind, path, values, context);
  return messageFromJson({
    ...json,
    ...content,
    ...messageFields(kind, values),
    kind: agreed(kind, json['kind']),
  });
}

/** What other commands and people call a kind. */
const OTHER_NAMES: Readonly<Record<string, MessageKind>> = {
  vcal: 'vcalendar',
  sms: 'text',
  logo: 'operator-logo',
};

function kindOf(word: string): MessageKind {
  const kind = OTHER_NAMES[word] ?? word;
  if (isMessageKind(kind)) return kind;
  const kinds = [...Object.keys(MESSAGE_KINDS), 'ems'];
  const meant = nearest(word, kinds);
  const hint = meant === undefined ? `the kinds are ${kinds.join(', ')}` : `did you mean ${meant}?`;
  throw new UsageError(`there is no kind ${word}; ${hint}`);
}

/** `--text -` is standard input, without the line break at its end. */
async function withText(
  values: CliArguments['values'],
  context: CliContext,
): Promise<CliArguments['values']> {
  if (values['text'] !== STANDARD_STREAM) return values;
  const text = new TextDecoder().decode(await readInput(STANDARD_STREAM, LIMITS.maxManifestBytes, context));
  return { ...values, text: text.replace(/\r?\n$/, '') };
}

function agreed(kind: MessageKind, inJson: unknown): MessageKind {
  if (inJson === undefined || inJson === kind) return kind;
  throw new UsageError(`the command says ${kind}, the JSON says ${String(inJson)}`);
}

/** Stands in for the account in a dry run, which shows neither. */
const NOBODY = { username: 'nobody', pin: 'none' } as const;

async function openClient(
  { values }: CliArguments,
  journal: Journal | undefined,
  context: CliContext,
): Promise<GatewayClient> {
  const servers = listOf(values, 'server');
  const cache = textOf(values, 'library-cache');
  const hasAccount = values['credentials'] !== undefined || context.env['MMS_PIN'] !== undefined;
  const isDryRun = values['dry-run'] === true;
  const account =
    isDryRun && !hasAccount ? NOBODY : await readCredentials(textOf(values, 'credentials'), context);
  return new GatewayClient({
    ...account,
    ...(servers && { servers }),
    ...(cache !== undefined && { libraryCache: fileLibraryCache(cache) }),
    ...(journal && { journal }),
    allowInsecureHttp: values['insecure-http'] === true,
  });
}

async function sendInChunks(
  client: GatewayClient,
  message: GatewayMessage,
  options: SendOptions & { size: number },
  args: CliArguments,
  context: CliContext,
): Promise<number> {
  const chunks: Chunk[] = [];
  try {
    for await (const chunk of client.sendInChunks(message, options)) {
      chunks.push(chunk);
      context.stderr.write(`${chunk.next} of ${chunk.total}: ${chunk.result.outcome}\n`);
      if (args.values['json'] !== true) print(chunk.result, args, context);
    }
  } finally {
    if (args.values['json'] === true) context.stdout.write(formatJson(chunks));
  }
  return Math.max(0, ...chunks.map(({ result }) => exitCode(result)));
}

function print(result: SubmissionResult, { values }: CliArguments, context: CliContext): void {
  const { warnings, problem } = result;
  context.stderr.write(formatIssues(warnings));
  context.stdout.write(
    values['json'] === true ? formatJson(result) : formatSubmission(result, values['full'] === true),
  );
  if (problem === undefined) return;
  context.stderr.write(`mms send: ${printable(problem.message)}  [${problem.code}]\n`);
  if (problem.hint !== undefined) context.stderr.write(`  ${printable(problem.hint)}\n`);
}

function exitCode({ outcome, request }: SubmissionResult): number {
  return outcome === 'accepted' || request !== undefined ? 0 : 1;
}
