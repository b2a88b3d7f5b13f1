import { LIMITS } from '../../limits.ts';
import { didYouMean } from '../../schema/index.ts';
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
  type SubmissionResult,
  sendBy,
} from '../../submit/index.ts';
import { printable } from '../../text/index.ts';
import { type CliArguments, type CliContext, type Command, type HelpRow, UsageError } from '../command.ts';
import { now } from '../input/clock.ts';
import { readInput, STANDARD_STREAM } from '../input/files.ts';
import { readJson } from '../input/json-input.ts';
import { listOf, numberOf, textOf } from '../input/option-values.ts';
import { readSecret } from '../input/read-credentials.ts';
import { ROOT_OPTION } from '../input/root-option.ts';
import { readContent } from '../input/send-content.ts';
import { readEmsMessages } from '../input/send-ems.ts';
import {
  FIELD_OPTIONS,
  FIELD_SECTIONS,
  FIELD_WORDS,
  messageFields,
  USUAL_FIELD_ROWS,
} from '../input/send-options.ts';
import { openWay, readModem, stepsOf, WAYS, type WayName, wayOf } from '../input/way-options.ts';
import { untilInterrupted } from '../interrupt.ts';
import { tellIssues } from '../print/format-issue.ts';
import { formatJournal } from '../print/format-journal.ts';
import { formatJson } from '../print/format-json.ts';
import { formatModemSteps } from '../print/format-modem.ts';
import { formatSubmission } from '../print/format-submission.ts';

/** What the first word takes. */
const KIND_NAMES = [...Object.keys(MESSAGE_KINDS), 'ems'];

/** `mms send`: hands a message to the gateway. */
export const send: Command = {
  name: 'send',
  choices: KIND_NAMES,
  usage: '<kind> [FILE] --to N,… [options]',
  help: [
    {
      title: 'kinds',
      rows: [
        ...Object.entries(MESSAGE_KINDS).map(([kind, { title }]): HelpRow => [kind, title]),
        ['ems', 'pictures and sounds for phones with EMS, an SMS at a time'],
      ],
    },
    {
      title: 'options',
      rows: [
        ['FILE', 'what the kind carries: a picture, a tune, a card, a .mms …'],
        ...USUAL_FIELD_ROWS,
        ['--via WAY', `${WAYS.join(', ')}; default gateway`],
        ['--server URL', 'where to send, in order; may be repeated'],
        ['--credentials FILE', 'MMS_USERNAME=… and MMS_PIN=…; else the environment'],
        ['--journal FILE', 'never send twice, even after a crash (see mms journal)'],
        ['--dry-run [--full]', 'show the request in short, or all of it; send nothing'],
        ['--json', 'one JSON document'],
      ],
    },
  ],
  rest: [
    ...FIELD_SECTIONS,
    {
      title: 'content',
      rows: [
        ['--input FILE|-', 'the message as JSON, octets in hexadecimal; options win'],
        ['--name NAME', 'file name of the upload'],
        ['--content-type TYPE', 'its media type'],
        ['--no-adapt', 'pictures are delivered as they are'],
        ['--no-walled-garden-rule', 'no WAP Push in place of an MMS'],
        ['--reference N', 'what ties the SMS of an ems message together; else it follows from the content'],
        ['--root DIR', 'a manifest may name no file outside DIR'],
      ],
    },
    {
      title: 'way',
      rows: [
        [
          '--way FILE',
          'more about the way as JSON: schema and fields of mm7, dialect and network of a modem …',
        ],
        ['--insecure-http', 'allow http (and smpp) to other machines'],
        ['--library-cache FILE', 'send again by library number what was uploaded before'],
        ['--chunk N', 'at most N numbers a request; stops at the first one that is not accepted in full'],
      ],
    },
  ],
  notes: [
    'FILE may also be a ZIP, a manifest or a folder, of ems what any kind carries. Credentials may be JSON; by ways other than the gateway they have MMS_PASSWORD=…. A server of smpp is smpp://host:2775.',
  ],
  options: {
    ...FIELD_OPTIONS,
    ...ROOT_OPTION,
    input: { type: 'string' },
    reference: { type: 'string' },
    name: { type: 'string' },
    'content-type': { type: 'string' },
    via: { type: 'string', choices: WAYS },
    way: { type: 'string' },
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
  words: {
    ...FIELD_WORDS,
    ...Object.fromEntries(
      ['file', 'presentation', 'bitmap', 'tune', 'card', 'calendar'].map(key => [key, 'FILE']),
    ),
    servers: '--server',
    allowInsecureHttp: '--insecure-http',
  },
  async run(args, context) {
    const via = wayOf(args.values);
    const messages = await readMessages(args, context);
    if (via === 'modem') return showModem(messages, args, context);
    if (messages.length > 1) refuseForSeveral(args);
    const journal = openJournal(args);
    try {
      const sender = await openSender(via, journal, args, context);
      const code = await untilInterrupted(signal => sendAll(sender, messages, signal, args, context));
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

/** Hands messages over by one way out. */
interface Sender {
  send(message: GatewayMessage, signal: AbortSignal): Promise<SubmissionResult>;
  /** Absent where the recipients of a request are those that the protocol allows. */
  sendInChunks?(message: GatewayMessage, signal: AbortSignal, size: number): AsyncGenerator<Chunk>;
}

async function openSender(
  via: Exclude<WayName, 'modem'>,
  journal: Journal | undefined,
  args: CliArguments,
  context: CliContext,
): Promise<Sender> {
  const dryRun = args.values['dry-run'] === true;
  const common = { dryRun, throwOnFailure: false } as const;
  if (via !== 'gateway') {
    for (const option of ['chunk', 'library-cache']) {
      if (args.values[option] !== undefined) throw new UsageError(`--${option} is for the gateway`);
    }
    const way = await openWay(via, args.values, context);
    return {
      send: (message, signal) => sendBy(way, message, { ...common, signal, ...(journal && { journal }) }),
    };
  }
  const client = await openClient(args, journal, context);
  return {
    send: (message, signal) => client.send(message, { ...common, signal }),
    sendInChunks: (message, signal, size) => client.sendInChunks(message, { ...common, signal, size }),
  };
}

/** What is about one message alone. */
function refuseForSeveral({ values }: CliArguments): void {
  for (const option of ['chunk', 'journal']) {
    if (values[option] !== undefined)
      throw new UsageError(`--${option} does not go with a message of several SMS`);
  }
}

async function sendAll(
  sender: Sender,
  messages: readonly GatewayMessage[],
  signal: AbortSignal,
  args: CliArguments,
  context: CliContext,
): Promise<number> {
  const [message, ...others] = messages;
  if (message === undefined) return 0;
  if (others.length > 0) return sendInTurn(sender, messages, signal, args, context);
  const size = numberOf(args.values, 'chunk');
  if (size === 0) throw new UsageError('--chunk takes a number from 1; found 0');
  const chunks = size === undefined ? undefined : sender.sendInChunks?.(message, signal, size);
  if (chunks !== undefined) return printChunks(chunks, args, context);
  const result = await sender.send(message, signal);
  print(result, args, context);
  return exitCode(result);
}

/** The SMS of one message in their order: without one of them the others are none, so the first failure ends it. */
async function sendInTurn(
  sender: Sender,
  messages: readonly GatewayMessage[],
  signal: AbortSignal,
  args: CliArguments,
  context: CliContext,
): Promise<number> {
  const isJson = args.values['json'] === true;
  const results: SubmissionResult[] = [];
  try {
    for (const message of messages) {
      const result = await sender.send(message, signal);
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

/** No port is opened: this is what to send down the line. */
async function showModem(
  messages: readonly GatewayMessage[],
  { values }: CliArguments,
  context: CliContext,
): Promise<number> {
  if (values['journal'] !== undefined)
    throw new UsageError('--journal is for what is sent: a modem is only told how');
  const modem = await readModem(values, context);
  const steps = (await Promise.all(messages.map(message => stepsOf(message, modem)))).flat();
  context.stdout.write(values['json'] === true ? formatJson(steps) : formatModemSteps(steps));
  return 0;
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
    ...messageFields(kind, messageValues(values)),
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
  const kind = (Object.hasOwn(OTHER_NAMES, word) ? OTHER_NAMES[word] : undefined) ?? word;
  if (isMessageKind(kind)) return kind;
  throw new UsageError(
    `there is no kind ${word}; ${didYouMean(word, KIND_NAMES, `the kinds are ${KIND_NAMES.join(', ')}`)}`,
  );
}

/** By MM1 the network is that of the MMSC, not that of a logo. */
function messageValues(values: CliArguments['values']): CliArguments['values'] {
  return wayOf(values) === 'mm1' ? { ...values, network: undefined } : values;
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

async function openClient(
  { values }: CliArguments,
  journal: Journal | undefined,
  context: CliContext,
): Promise<GatewayClient> {
  const servers = listOf(values, 'server');
  const cache = textOf(values, 'library-cache');
  const { username, secret: pin } = await readSecret(values, context, 'PIN');
  return new GatewayClient({
    username,
    pin,
    ...(servers && { servers }),
    ...(cache !== undefined && { libraryCache: fileLibraryCache(cache) }),
    ...(journal && { journal }),
    allowInsecureHttp: values['insecure-http'] === true,
  });
}

async function printChunks(
  sent: AsyncGenerator<Chunk>,
  args: CliArguments,
  context: CliContext,
): Promise<number> {
  const chunks: Chunk[] = [];
  try {
    for await (const chunk of sent) {
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
  tellIssues(warnings, context);
  context.stdout.write(
    values['json'] === true ? formatJson(result) : formatSubmission(result, values['full'] === true),
  );
  if (problem === undefined) return;
  const errors = context.errors ?? context.stderr;
  errors.write(`mms send: ${printable(problem.message)}  [${problem.code}]\n`);
  if (problem.hint !== undefined) errors.write(`  ${printable(problem.hint)}\n`);
}

function exitCode({ outcome, request }: SubmissionResult): number {
  return outcome === 'accepted' || request !== undefined ? 0 : 1;
}
