import { LIMITS } from '../../limits.ts';
import { openPresentation, openReceiver } from '../../presentation/index.ts';
import { renderPreview } from '../../preview/index.ts';
import { type Command, UsageError } from '../command.ts';
import { protectInput, STANDARD_STREAM, writeOutput } from '../input/files.ts';
import { listOf, textOf } from '../input/option-values.ts';
import { formatIssues } from '../print/format-issue.ts';

/** `mms preview`: a message as a page that shows it on the screens of phones. */
export const preview: Command = {
  name: 'preview',
  usage: `<in> -o out.html [--profile P]…

  -o FILE        the page; - is stdout
  --profile P    a phone by its name or a profile; several stand side by side`,
  options: {
    output: { type: 'string', short: 'o' },
    profile: { type: 'string', multiple: true },
    network: { type: 'string' },
  },
  async run({ values, positionals }, context) {
    const output = textOf(values, 'output');
    if (positionals.length === 0)
      throw new UsageError('expected a message, a folder, a manifest or media files');
    if (output === undefined) throw new UsageError('expected -o FILE');
    const stdin = positionals.includes(STANDARD_STREAM)
      ? await context.stdin(LIMITS.maxAssetBytes)
      : undefined;
    for (const path of positionals) if (path !== STANDARD_STREAM) await protectInput(path, context);
    const presentation = await openPresentation(positionals, { stdin });
    const network = textOf(values, 'network');
    const phones = await Promise.all(
      (listOf(values, 'profile') ?? []).map(async profile => {
        const { profile: found, target } = await openReceiver({ profile, network });
        const maxBytes = target?.maxBytes;
        return { ...(found ?? { id: profile }), ...(maxBytes === undefined ? {} : { maxBytes }) };
      }),
    );
    const page = renderPreview(presentation, phones.length > 0 ? { phones } : {});
    await writeOutput(output, page, context);
    context.stderr.write(formatIssues(presentation.issues));
    return 0;
  },
};
