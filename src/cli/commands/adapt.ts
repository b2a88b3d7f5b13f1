import { LIMITS } from '../../limits.ts';
import { lintNetwork } from '../../lint/index.ts';
import { openPresentation } from '../../presentation/index.ts';
import { type Command, UsageError } from '../command.ts';
import { protectInput, STANDARD_STREAM, writeOutput } from '../input/files.ts';
import { textOf } from '../input/option-values.ts';
import { ROOT_OPTION, ROOT_ROW, rootOf } from '../input/root-option.ts';
import {
  adaptOptionsOf,
  CONCURRENCY_ROW,
  concurrencyOf,
  metadataOf,
  receiverOf,
  TARGET_OPTIONS,
  TARGET_ROWS,
} from '../input/target-options.ts';
import { formatChanges, withoutChanges } from '../print/format-changes.ts';
import { tellIssues } from '../print/format-issue.ts';
import { formatJson } from '../print/format-json.ts';

/** `mms adapt`: a message as a phone takes it. */
export const adapt: Command = {
  name: 'adapt',
  usage: '<in> --profile P | --network MCC-MNC | --max-size BYTES  -o out.mms|out.zip [options]',
  help: [
    {
      rows: [
        ['-o FILE', '.zip for a bundle, else the binary message; - is stdout'],
        ...TARGET_ROWS,
        ROOT_ROW,
        CONCURRENCY_ROW,
        ['--json', 'report as one JSON document'],
      ],
    },
  ],
  options: {
    ...TARGET_OPTIONS,
    ...ROOT_OPTION,
    output: { type: 'string', short: 'o' },
    json: { type: 'boolean' },
  },
  async run(args, context) {
    const [input, ...others] = args.positionals;
    const output = textOf(args.values, 'output');
    const { target, network } = await receiverOf(args);
    if (input === undefined || others.length > 0) throw new UsageError('expected one message');
    if (output === undefined) throw new UsageError('expected -o out.mms or -o out.zip');
    if (target === undefined) throw new UsageError('expected --profile, --network or --max-size');
    const stdin = input === STANDARD_STREAM ? await context.stdin(LIMITS.maxAssetBytes) : undefined;
    const before = await openPresentation([input], {
      stdin,
      metadata: metadataOf(args),
      concurrency: concurrencyOf(args),
      root: rootOf(args),
      onRead: path => protectInput(path, context),
    });
    const { presentation, changes } = await before.adapt(target, adaptOptionsOf(args, context));
    const { chunks, sizes } = presentation.encodeChunks();
    await writeOutput(output, /\.zip$/i.test(output) ? await presentation.toZip() : chunks, context);
    const findings = network === undefined ? [] : lintNetwork(presentation, network);
    const found = [...presentation.issues, ...findings];
    tellIssues(output === STANDARD_STREAM ? found : withoutChanges(found, changes), context);
    if (output === STANDARD_STREAM) return 0;
    const report = { output, target, total: sizes.total, changes, sizes };
    const text = `${formatChanges(changes)}${sizes.total} octets${limitOf(target.maxBytes)}\n`;
    context.stdout.write(args.values['json'] === true ? formatJson(report) : text);
    return 0;
  },
};

function limitOf(maxBytes: number | undefined): string {
  return maxBytes === undefined ? '' : ` of ${maxBytes}`;
}
