import { openPresentation, type Presentation, toJson } from '../../presentation/index.ts';
import { type CliArguments, type CliContext, type Command, UsageError } from '../command.ts';
import { STANDARD_STREAM, writeOutput } from '../files.ts';
import { formatIssues } from '../format-issue.ts';
import { formatSizes } from '../format-sizes.ts';
import { compileOptionsOf, MESSAGE_OPTIONS, MESSAGE_USAGE, mmsOptionsOf } from '../message-options.ts';
import { textOf } from '../option-values.ts';

/** `mms compose`: from a manifest, folder, ZIP, .mms or media files to a message. */
export const compose: Command = {
  name: 'compose',
  summary: 'make a .mms or a ZIP from a manifest, a folder, a ZIP, a .mms or media files',
  usage: `<manifest.yaml|json | folder | x.zip | x.mms | media files…> -o out.mms|out.zip [options]

  -o FILE                .zip for a bundle, else the binary message; - is stdout
${MESSAGE_USAGE}
  --json                 report as one JSON document`,
  options: { ...MESSAGE_OPTIONS, output: { type: 'string', short: 'o' }, json: { type: 'boolean' } },
  async run(args, context) {
    const output = outputOf(args);
    if (args.positionals.length === 0)
      throw new UsageError('expected a manifest, a folder, a ZIP, a .mms or media files');
    const stdin = args.positionals.includes(STANDARD_STREAM) ? await context.stdin() : undefined;
    const presentation = await openPresentation(args.positionals, { ...compileOptionsOf(args), stdin });
    await write(presentation, output, args, context);
    return 0;
  },
};

function outputOf({ values }: CliArguments): string {
  const output = textOf(values, 'output');
  if (output === undefined) throw new UsageError('expected -o out.mms or -o out.zip');
  return output;
}

async function write(
  presentation: Presentation,
  output: string,
  args: CliArguments,
  context: CliContext,
): Promise<void> {
  const options = mmsOptionsOf(args, context);
  const isZip = /\.zip$/i.test(output);
  const { bytes, issues } = presentation.encode(options);
  const sizes = presentation.sizeReport(options);
  await writeOutput(output, isZip ? await presentation.toZip() : bytes, context);
  const findings = [...presentation.issues, ...(isZip ? [] : issues)];
  context.stderr.write(formatIssues(findings));
  if (output === STANDARD_STREAM) return;
  const report = { output, sizes, issues: findings };
  context.stdout.write(
    args.values['json'] === true ? `${JSON.stringify(toJson(report), null, 2)}\n` : formatSizes(sizes),
  );
}
