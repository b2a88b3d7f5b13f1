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
import { profileNames } from '../input/profile-names.ts';
import { ROOT_OPTION, ROOT_ROW, rootOf } from '../input/root-option.ts';
import { tellIssues } from '../print/format-issue.ts';

/** `mms preview`: a message as a page that shows it on the screens of phones. */
export const preview: Command = {
  name: 'preview',
  usage: '<in> -o out.html|out.png|out.gif|out.webp… [--text] [options]',
  help: [
    {
      rows: [
        ['-o FILE', 'what its ending says, and can be given several times:'],
        ['  .html', 'the page; so is any other ending, and - for stdout'],
        ['  .png', 'all slides in a row, a filmstrip'],
        ['  .gif', 'the slides one after the other, with their times'],
        ['  .webp', 'the same in all their colours'],
        ['--filmstrip FILE, --gif FILE, --webp FILE', 'the same, named by what it is'],
        ['--text', 'the slides on the terminal, in block characters'],
        [
          '--profile P',
          'a phone by its name or a profile; several stand side by side on the page, the first is drawn elsewhere',
        ],
        ['--network MCC-MNC', 'the phones of --profile in a network: the smaller limit counts'],
        ['--adapt', 'what each phone of --profile would get, fitted to it'],
        ROOT_ROW,
      ],
    },
  ],
  options: {
    output: { type: 'string', short: 'o', multiple: true },
    filmstrip: { type: 'string' },
    gif: { type: 'string' },
    webp: { type: 'string' },
    adapt: { type: 'boolean' },
    text: { type: 'boolean' },
    profile: { type: 'string', multiple: true, choices: profileNames },
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
      throw new UsageError('expected --text, or -o FILE with the ending .html, .png, .gif or .webp');
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

/** What a message is made into, by the ending of the file; the options that ask for it whatever the ending. */
const PICTURES: readonly { readonly ending: string; readonly option: string; readonly make: Make }[] = [
  {
    ending: '.png',
    option: 'filmstrip',
    make: (message, [phone]) => renderFilmstrip(message, { phone }),
  },
  { ending: '.gif', option: 'gif', make: (message, [phone]) => renderAnimation(message, { phone }) },
  {
    ending: '.webp',
    option: 'webp',
    make: (message, [phone]) => renderAnimation(message, { phone, format: 'webp' }),
  },
];

const page: Make = (message, phones) => renderPreview(message, phones.length > 0 ? { phones } : {});

/** What is asked for, and where it goes. */
function outputsOf(values: CliArguments['values'], colour: boolean): [string, Make][] {
  const outputs = [values['output'] ?? []].flat().map(String);
  const files = outputs.map((path): [string, Make] => [path, pictureNamed(path)?.make ?? page]);
  const pictures = PICTURES.flatMap(({ option, make }): [string, Make][] => {
    const path = textOf(values, option);
    if (path === undefined) return [];
    refuseOther(option, path);
    return [[path, make]];
  });
  const drawn: Make = (message, [phone]) => formatSlides(message, { phone, colour });
  const text: [string, Make][] = values['text'] === true ? [[STANDARD_STREAM, drawn]] : [];
  return [...files, ...pictures, ...text];
}

function pictureNamed(path: string): (typeof PICTURES)[number] | undefined {
  return PICTURES.find(({ ending }) => path.toLowerCase().endsWith(ending));
}

/** @throws UsageError for an ending that promises another picture */
function refuseOther(option: string, path: string): void {
  const named = pictureNamed(path);
  if (named === undefined || named.option === option) return;
  throw new UsageError(`--${option} makes no ${named.ending}: use -o ${path}`);
}
