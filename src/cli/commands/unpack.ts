import { writeFolder } from '../../archive/index.ts';
import { LIMITS } from '../../limits.ts';
import { openPresentation } from '../../presentation/index.ts';
import { printable } from '../../text/index.ts';
import { type Command, UsageError } from '../command.ts';
import { STANDARD_STREAM } from '../input/files.ts';
import { textOf } from '../input/option-values.ts';
import { untilInterrupted } from '../interrupt.ts';
import { tellIssues } from '../print/format-issue.ts';

/** `mms unpack`: the parts of a message as files, and a manifest to compose it again. */
export const unpack: Command = {
  name: 'unpack',
  usage: '<in.mms|in.zip> -d DIR',
  help: [
    { rows: [['-d DIR', 'the folder; it is made, and files that are there already are never overwritten']] },
  ],
  options: { directory: { type: 'string', short: 'd' } },
  async run({ values, positionals }, context) {
    const directory = textOf(values, 'directory');
    const [input, ...others] = positionals;
    if (input === undefined || others.length > 0) throw new UsageError('expected one .mms or ZIP');
    if (directory === undefined) throw new UsageError('expected -d DIR');
    const stdin = input === STANDARD_STREAM ? await context.stdin(LIMITS.maxAssetBytes) : undefined;
    const presentation = await openPresentation([input], { smil: 'verbatim', metadata: 'keep', stdin });
    const files = presentation.unpack();
    await untilInterrupted(signal => writeFolder(directory, files, { signal }));
    tellIssues(presentation.issues, context);
    for (const { name, data } of files) context.stdout.write(`${printable(name)}  ${data.length}\n`);
    return 0;
  },
};
