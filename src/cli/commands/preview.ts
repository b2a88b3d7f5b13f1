import { LIMITS } from '../../limits.ts';
import {
  openMessages,
  openPresentation,
  openReceiver,
  type Presentation,
  type TargetMessage,
} from '../../presentation/index.ts';
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
import { tellIssues } from '../print/format-issue.ts';

/** `mms preview`: a message as a page that shows it on the screens of phones. */
export const preview: Command = {
  name: 'preview',
  usage: `<in> [-o out.html] [--filmstrip out.png] [--gif out.gif] [--webp out.webp] [--text] [--profile P]…

  -o FILE            the page; - is stdout
  --filmstrip FILE   all slides in a row, as PNG
  --gif FILE         the slides one after the other, with their times
  --webp FILE        the same as animated WebP, in all their colours
  --text             the slides on the terminal, in block characters
  --profile P        a phone by its name or a profile; several stand side by side on the page,
                     the first is drawn elsewhere
  --root DIR         a manifest may name no file outside DIR`,
  options: {
    output: { type: 'string', short: 'o' },
    filmstrip: { type: 'string' },
    gif: { type: 'string' },
    webp: { type: 'string' },
    adapt: { type: 'boolean' },
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
      throw new UsageError('expected -o FILE, --filmstrip FILE, --gif FILE, --webp FILE or --text');
    const stdin = positionals.includes(STANDARD_STREAM)
      ? await context.stdin(LIMITS.maxAssetBytes)
      : undefined;
    const presentation = await openPresentation(positionals, {
      stdin,
      root: rootOf(args),
      onRead: path => protectInput(path, context),
    });
    const phones = await phonesOf(values, presentation, () => openMessages(positionals, { stdin }));
    for (const [path, make] of outputs) await writeOutput(path, await make(presentation, phones), context);
    tellIssues(presentation.issues, context);
    return 0;
  },
};

/** The phones that are asked for, else those of the targets of a manifest. */
async function phonesOf(
  values: CliArguments['values'],
  presentation: Presentation,
  openTargets: () => Promise<TargetMessage[]>,
): Promise<PreviewPhone[]> {
  const network = textOf(values, 'network');
  const profiles = listOf(values, 'profile') ?? [];
  if (profiles.length === 0) return (await openTargets()).flatMap(phoneOfTarget);
  return Promise.all(
    profiles.map(async profile => {
      const { profile: found, target } = await openReceiver({ profile, network });
      const maxBytes = target?.maxBytes;
      const phone = { ...(found ?? { id: profile }), ...(maxBytes === undefined ? {} : { maxBytes }) };
      if (values['adapt'] !== true || target === undefined) return phone;
      const { presentation: message, changes } = await presentation.adapt(target, { unsupported: 'replace' });
      return { ...phone, message, changes };
    }),
  );
}

/** A target without a profile is not a phone. */
function phoneOfTarget({
  target,
  profile,
  presentation: message,
  changes,
  maxBytes,
}: TargetMessage): PreviewPhone[] {
  if (profile === undefined) return [];
  const limit = maxBytes === undefined ? {} : { maxBytes };
  return [{ ...profile, ...limit, name: `${target}: ${profile.id}`, message, changes }];
}

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
    [textOf(values, 'webp'), (message, [phone]) => renderAnimation(message, { phone, format: 'webp' })],
    [
      values['text'] === true ? STANDARD_STREAM : undefined,
      (message, [phone]) => formatSlides(message, { phone, colour }),
    ],
  ];
  return ways.flatMap(([path, make]): [string, Make][] => (path === undefined ? [] : [[path, make]]));
}
