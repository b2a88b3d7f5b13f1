import { once } from 'node:events';
import { type ReceivedMessage, type SandboxOptions, startSandbox } from '../../sandbox/index.ts';
import { messageToJson } from '../../submit/index.ts';
import { printable } from '../../text/index.ts';
import { type CliArguments, type CliContext, type Command, UsageError } from '../command.ts';
import { numberOf, textOf } from '../input/option-values.ts';
import { profileNames } from '../input/profile-names.ts';
import { untilInterrupted } from '../interrupt.ts';
import { reportError } from '../print/report-error.ts';

/** `mms sandbox`: a gateway of one's own, until Ctrl-C. */
export const sandbox: Command = {
  name: 'sandbox',
  usage: '[options]',
  help: [
    {
      rows: [
        ['--port N', 'where to listen; default: any free port'],
        ['--host ADDRESS', 'default 127.0.0.1, which nobody else can reach'],
        ['--store DIR', 'write each message into a folder, and go on with what it holds'],
        ['--profile P', 'make pictures fit a profile'],
        ['--block-after N', 'block a request that comes more than N times again'],
        ['--json', 'a line of JSON on stdout for each message'],
      ],
    },
  ],
  notes: [
    'Send to the addresses that it prints: mms send text --text Hi --to 447700900123 --server URL, by another way with --via mm1, mm7 or kannel.',
    'The inbox is at /, the messages are at /messages. POST /faults takes what is to go wrong: { "kind": "status", "status": 503, "times": 2 }',
  ],
  options: {
    port: { type: 'string' },
    host: { type: 'string' },
    store: { type: 'string' },
    profile: { type: 'string', choices: profileNames },
    'block-after': { type: 'string' },
    json: { type: 'boolean' },
  },
  run(args, context) {
    return untilInterrupted(signal => serve(args, context, signal));
  },
};

/** Serves until the signal is aborted. */
export async function serve(args: CliArguments, context: CliContext, signal: AbortSignal): Promise<number> {
  if (args.positionals.length > 0) throw new UsageError('expected options only');
  const running = await startSandbox(sandboxOptions(args, context));
  const { mm1, mm7, kannel } = running.ways;
  const kept = running.messages.length;
  if (kept > 0) context.stderr.write(`messages in the store: ${kept}\n`);
  context.stderr.write(`inbox ${running.inboxUrl}\nsend to ${running.url}\n`);
  context.stderr.write(`   mm1  ${mm1}\n   mm7  ${mm7}\nkannel  ${kannel}\n`);
  if (!signal.aborted) await once(signal, 'abort');
  await running.close();
  return 0;
}

function sandboxOptions({ values }: CliArguments, context: CliContext): SandboxOptions {
  const options = {
    port: numberOf(values, 'port'),
    host: textOf(values, 'host'),
    store: textOf(values, 'store'),
    profile: textOf(values, 'profile'),
    blockAfterRepeats: numberOf(values, 'block-after'),
  };
  const given = Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
  return {
    ...given,
    now: () => new Date(),
    onMessage: received => tell(received, values['json'] === true, context),
    onError: error => void reportError(error, 'sandbox', context, values['json'] === true),
  };
}

function tell(received: ReceivedMessage, asJson: boolean, { stdout, stderr }: CliContext): void {
  const { number, message, reports } = received;
  const recipients = reports.map(({ recipient }) => recipient).join(', ');
  stderr.write(`${number}. ${message.kind} to ${printable(recipients)}\n`);
  if (asJson) stdout.write(`${JSON.stringify({ number, reports, message: messageToJson(message) })}\n`);
}
