import { LIMITS } from '../../limits.ts';
import { openPresentation, openReceiver, type Presentation } from '../../presentation/index.ts';
import {
  formatSlides,
  type PreviewPhone,
  renderAnimation,
  renderFilmstrip,
  renderPreview,
} from '../../preview/index.ts';
import { type CliArguments, type Command, UsageError } from '../command.ts';
import { protectInput, STANDARD_STREAM, writeOutput } from '../input/files.ts';
import { listOf, textOf } from '../input/option-values.ts';
import { ROOT_OPTION, rootOf } from '../input/root-option.ts';
import { formatIssues } from '../print/format-issue.ts';

/** `mms preview`: a message as a page that shows it on the screens of phones. */
export const preview: Command = {
  name: 'preview',
  usage: `<in> [-o out.html] [--filmstrip out.png] [--gif out.gif] [--text] [--profile P]…

  -o FILE            the page; - is stdout
  --filmstrip FILE   all slides in a row, as PNG
  --gif FILE         the slides one after the other, with their times
  --text             the slides on the terminal, in block characters
  --profile P        a phone by its name or a profile; several stand side by side on the page,
                     the first is drawn elsewhere
  --root DIR         a manifest may name no file outside DIR`,
  options: {
    output: { type: 'string', short: 'o' },
    filmstrip: { type: 'string' },
    gif: { type: 'string' },
    text: { type: 'boolean' },
    profile: { type: 'string', multiple: true },
    network: { type: 'string' },
    ...ROOT_OPTION,
  },
  async run(args, context) {
    const { values, positionals } = args;
    if (positionals.length === 0)
      throw new UsageError('expected a message, a folder, a manifest or media files');
    const colour = context.hasColours === true;
    const outputs = outputsOf(values, colour);
    if (outputs.length === 0)
      throw new UsageError('expected -o FILE, --filmstrip FILE, --gif FILE or --text');
    const stdin = positionals.includes(STANDARD_STREAM)
      ? await context.stdin(LIMITS.maxAssetBytes)
      : undefined;
    const presentation = await openPresentation(positionals, {
      stdin,
      root: rootOf(args),
      onRead: path => protectInput(path, context),
    });
    const network = textOf(values, 'network');
    const phones = await Promise.all(
      (listOf(values, 'profile') ?? []).map(async profile => {
        const { profile: found, target } = await openReceiver({ profile, network });
        const maxBytes = target?.maxBytes;
        return { ...(found ?? { id: profile }), ...(maxBytes === undefined ? {} : { maxBytes }) };
      }),
    );
    for (const [path, make] of outputs) await writeOutput(path, await make(presentation, phones), context);
    context.stderr.write(formatIssues(presentation.issues));
    return 0;
  },
};

type Make = (
  message: Presentation,
  phones: readonly PreviewPhone[],
) => Promise<Uint8Array | string> | Uint8Array | string;

/** What is asked for, and where it goes. */
function outputsOf(values: CliArguments['values'], colour: boolean): [string, Make][] {
  const ways: [string | undefined, Make][] = [
    [
      textOf(values, 'output'),
      (message, phones) => renderPreview(message, phones.length > 0 ? { phones } : {}),
    ],
    [textOf(values, 'filmstrip'), (message, [phone]) => renderFilmstrip(message, { phone })],
    [textOf(values, 'gif'), (message, [phone]) => renderAnimation(message, { phone })],
    [
      values['text'] === true ? STANDARD_STREAM : undefined,
      (message, [phone]) => formatSlides(message, { phone, colour }),
    ],
  ];
  return ways.flatMap(([path, make]): [string, Make][] => (path === undefined ? [] : [[path, make]]));
}
