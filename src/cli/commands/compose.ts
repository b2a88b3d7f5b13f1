import { once } from 'node:events';
import { joinOctets } from '../../bytes/index.ts';
import type { OnRead } from '../../dev/index.ts';
import { isMmsError, refuseErrors } from '../../errors.ts';
import type { Issue } from '../../issues/index.ts';
import { LIMITS } from '../../limits.ts';
import type { LintMessage } from '../../lint/index.ts';
import {
  openMessages,
  type PartChange,
  type Presentation,
  type Receiver,
  refuseOutside,
  type SizeReport,
  type TargetMessage,
} from '../../presentation/index.ts';
import { type CliArguments, type CliContext, type Command, UsageError } from '../command.ts';
import { makeFolderOf, protectInput, STANDARD_STREAM, writeOutput } from '../input/files.ts';
import {
  compileOptionsOf,
  HEADER_ROWS,
  MESSAGE_OPTIONS,
  MESSAGE_ROWS,
  mmsOptionsOf,
} from '../input/message-options.ts';
import { textOf } from '../input/option-values.ts';
import { ROOT_OPTION, ROOT_ROW, rootOf } from '../input/root-option.ts';
import {
  adaptOptionsOf,
  CONCURRENCY_ROW,
  receiverOf,
  TARGET_OPTIONS,
  TARGET_ROWS,
} from '../input/target-options.ts';
import { untilInterrupted } from '../interrupt.ts';
import { formatChanges, withoutChanges } from '../print/format-changes.ts';
import { tellIssues } from '../print/format-issue.ts';
import { formatJson } from '../print/format-json.ts';
import { formatSizes } from '../print/format-sizes.ts';
import { formatTable } from '../print/format-table.ts';
import { reportError } from '../print/report-error.ts';

/** `mms compose`: from a manifest, folder, ZIP, .mms or media files to a message. */
export const compose: Command = {
  name: 'compose',
  usage: '<manifest | folder | x.zip | x.mms | media files…> -o out.mms|out.zip [options]',
  help: [
    {
      rows: [
        [
          '-o FILE',
          ".zip for a bundle, else the binary message; - is stdout; without it a manifest's own outputs are written, one for each target",
        ],
        ...MESSAGE_ROWS,
        ...TARGET_ROWS,
        ['--json', 'report as one JSON document'],
        ['--watch', 'again whenever a file changes that it read, until Ctrl-C'],
      ],
    },
  ],
  rest: [
    {
      rows: [
        ['--target NAME', 'that target of a manifest alone; or write [target] into -o for all'],
        ...HEADER_ROWS,
        ROOT_ROW,
        CONCURRENCY_ROW,
      ],
    },
  ],
  options: {
    ...MESSAGE_OPTIONS,
    ...TARGET_OPTIONS,
    ...ROOT_OPTION,
    output: { type: 'string', short: 'o' },
    target: { type: 'string' },
    json: { type: 'boolean' },
    watch: { type: 'boolean' },
  },
  async run(args, context) {
    if (args.positionals.length === 0)
      throw new UsageError('expected a manifest, a folder, a ZIP, a .mms or media files');
    if (args.values['watch'] === true) return untilInterrupted(signal => watch(args, context, signal));
    await composeOnce(args, context);
    return 0;
  },
};

/** Composes again whenever a file changes, until the signal is aborted; what is wrong is told and waited out. */
export async function watch(args: CliArguments, context: CliContext, signal: AbortSignal): Promise<number> {
  const { positionals } = args;
  if (positionals.includes(STANDARD_STREAM)) throw new UsageError('expected files to watch, found -');
  const json = args.values['json'] === true;
  const { FollowedJob } = await import('../../dev/index.ts');
  const job = new FollowedJob(positionals, async onRead => {
    try {
      await composeOnce(args, { ...context }, onRead);
    } catch (error) {
      if (!isMmsError(error)) throw error;
      reportError(error, 'compose', context, json);
    }
  });
  await job.start();
  context.stderr.write('watching; Ctrl-C ends\n');
  if (!signal.aborted) await once(signal, 'abort');
  await job.close();
  return 0;
}

async function composeOnce(args: CliArguments, context: CliContext, onRead?: OnRead): Promise<void> {
  const output = textOf(args.values, 'output');
  const messages = await composeMessages(args, context, onRead);
  if (output === undefined) await writeStated(messages, args, context);
  else await writeNamed(messages, output, args, context);
}

/** Every message of the input: one for each target of a manifest. */
async function composeMessages(
  args: CliArguments,
  context: CliContext,
  onRead?: OnRead,
): Promise<TargetMessage[]> {
  const { target: receiver } = await receiverOf(args);
  const target = textOf(args.values, 'target');
  const output = textOf(args.values, 'output');
  const messages = await openMessages(args.positionals, {
    ...compileOptionsOf(args),
    ...adaptOptionsOf(args, context),
    stdin: args.positionals.includes(STANDARD_STREAM) ? await context.stdin(LIMITS.maxAssetBytes) : undefined,
    onRead: async path => {
      await protectInput(path, context);
      await onRead?.(path);
    },
    root: rootOf(args),
    headers: mmsOptionsOf(args, context),
    receiver,
    target,
    single: target === undefined && output !== undefined && !output.includes('[target]'),
  });
  for (const { findings = [] } of messages) refuseErrors(findings);
  return messages;
}

/** Writes messages where the command line says; `[target]` in it is the target's name. */
async function writeNamed(
  messages: readonly TargetMessage[],
  output: string,
  args: CliArguments,
  context: CliContext,
): Promise<void> {
  const { network } = await receiverOf(args);
  const headers = mmsOptionsOf(args, context);
  for (const { target, presentation, changes, findings: found = presentation.issues } of messages) {
    const path = output.replaceAll('[target]', target);
    const { chunks, issues, sizes } = presentation.encodeChunks(headers);
    const isZip = /\.zip$/i.test(path);
    await writeOutput(path, isZip ? await presentation.toZip() : chunks, context);
    const ofNetwork = await againstNetwork(messageOf(presentation, headers), network);
    const findings = [...found, ...(isZip ? [] : issues), ...ofNetwork];
    tellIssues(path === STANDARD_STREAM ? findings : withoutChanges(findings, changes), context);
    if (path === STANDARD_STREAM) continue;
    const report = { output: path, sizes, changes, issues: findings };
    const text = `${changes.length === 0 ? '' : `${formatChanges(changes)}\n`}${formatSizes(sizes)}`;
    context.stdout.write(args.values['json'] === true ? formatJson(report) : text);
  }
}

/** What the network that is named has against a message; the rules are loaded for it alone. */
async function againstNetwork(message: LintMessage, network: Receiver['network']): Promise<readonly Issue[]> {
  if (network === undefined) return [];
  const { lintNetwork } = await import('../../lint/index.ts');
  return lintNetwork(message, network);
}

/** A message as it will be sent: with the header fields of the command line. */
function messageOf(presentation: Presentation, headers: ReturnType<typeof mmsOptionsOf>): LintMessage {
  const { parts } = presentation;
  return { parts, headers: { ...presentation.headers, ...headers } };
}

interface Written {
  readonly target: string;
  readonly files: readonly string[];
  readonly maxBytes?: number | undefined;
  readonly sizes: SizeReport;
  readonly changes: readonly PartChange[];
}

/** Writes the files that the manifest asks for. */
async function writeStated(
  messages: readonly TargetMessage[],
  args: CliArguments,
  context: CliContext,
): Promise<void> {
  const headers = mmsOptionsOf(args, context);
  const { network } = await receiverOf(args);
  const written: Written[] = [];
  for (const message of messages) {
    const { target: name, presentation, changes, maxBytes, findings, files } = message;
    const { mms, zip, preview, ems } = files;
    if ([mms, zip, preview, ems].every(file => file === undefined)) {
      throw new UsageError(
        'expected -o out.mms or -o out.zip, or out.mms, out.zip, out.preview or out.ems in a manifest that is in no ZIP',
      );
    }
    const { chunks, issues, sizes } = presentation.encodeChunks(headers);
    const paths = await writeFiles(message, { target: name, maxBytes, sizes, changes }, context, chunks);
    const ofNetwork = await againstNetwork(messageOf(presentation, headers), network);
    tellIssues([...(findings ?? presentation.issues), ...issues, ...ofNetwork], context);
    written.push({ target: name, files: paths, maxBytes, sizes, changes });
  }
  context.stdout.write(args.values['json'] === true ? formatJson(written) : formatTargets(written));
}

async function writeFiles(
  { presentation, profile, ems, files, outputRoot }: TargetMessage,
  sizes: object,
  context: CliContext,
  chunks: readonly Uint8Array[],
): Promise<string[]> {
  const outputs: [string | undefined, () => Promise<Parameters<typeof writeOutput>[1]>][] = [
    [files.mms, async () => chunks],
    [files.zip, () => presentation.toZip()],
    [files.preview, () => previewOf(joinOctets(chunks), profile)],
    [files.report, async () => formatJson(sizes)],
    [files.ems, async () => formatJson({ items: ems })],
  ];
  const written: string[] = [];
  for (const [path, make] of outputs) {
    if (path === undefined) continue;
    await makeFolderOf(path);
    if (outputRoot !== undefined) await refuseOutside(path, outputRoot);
    await writeOutput(path, await make(), context);
    written.push(path);
  }
  return written;
}

/** Most messages are made without a page, so what makes one is loaded for those that are not. */
async function previewOf(bytes: Uint8Array, profile: TargetMessage['profile']): Promise<string> {
  const { renderPreview } = await import('../../preview/index.ts');
  return renderPreview(bytes, profile === undefined ? {} : { phones: [profile] });
}

function formatTargets(written: readonly Written[]): string {
  const rows = written.map(({ target, sizes, maxBytes, changes, files }) => [
    target,
    String(sizes.total),
    maxBytes === undefined ? '-' : String(maxBytes),
    String(changes.filter(({ action }) => action !== 'kept').length),
    files.join(' '),
  ]);
  return formatTable([['target', 'octets', 'limit', 'changed parts', 'files'], ...rows], [1, 2, 3]);
}
