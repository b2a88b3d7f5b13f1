import type { Handset } from '../../handsets/index.ts';
import { type PixelSize, type Profile, profiles } from '../../media/index.ts';
import type { Command } from '../command.ts';
import { formatJson } from '../print/format-json.ts';
import { formatTable } from '../print/format-table.ts';

/** `mms phones`: what phones take. */
export const phones: Command = {
  name: 'phones',
  usage: '[QUERY] [options]',
  help: [
    {
      rows: [
        [
          'QUERY',
          'a name, "nokia 6230", a part of one, a User-Agent or the address of a profile; without it the built-in profiles and the makers are listed',
        ],
        ['--json', 'one JSON document'],
      ],
    },
  ],
  notes: ['Every name that finds one phone is a value of --profile.'],
  options: { json: { type: 'boolean' } },
  async run({ positionals, values }, { stdout }) {
    const handsets = await import('../../handsets/index.ts');
    const query = positionals.join(' ').trim();
    const json = values['json'] === true;
    if (query === '') {
      stdout.write(
        json
          ? formatJson({ profiles, makers: makersOf(handsets.allHandsets()) })
          : overview(handsets.allHandsets()),
      );
      return 0;
    }
    const found = handsets.searchHandsets(query);
    // gives the error that suggests
    const [first = handsets.findHandset(query), ...others] = found;
    if (json) stdout.write(formatJson(found));
    else stdout.write(others.length === 0 ? details(first) : table(found));
    return 0;
  },
};

function makersOf(all: readonly Handset[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { maker } of all) if (maker !== '') counts[maker] = (counts[maker] ?? 0) + 1;
  return counts;
}

function overview(all: readonly Handset[]): string {
  const makers = Object.entries(makersOf(all)).map(([maker, count]) => `${maker} ${count}`);
  return `${table(profiles)}\n${all.length} phones (mms phones QUERY) of ${makers.join(', ')}\n`;
}

function table(all: readonly Profile[]): string {
  const rows = all.map(({ id, maxBytes, maxImage, screen, accept }) => [
    id,
    maxBytes === undefined ? '-' : String(maxBytes),
    pixels(maxImage),
    pixels(screen),
    String(accept.length),
  ]);
  return formatTable([['phone', 'octets', 'picture', 'screen', 'types'], ...rows], [1, 4]);
}

function details({
  id,
  maker,
  model,
  maxBytes,
  maxImage,
  screen,
  accept,
  charsets = [],
  variants,
}: Handset): string {
  const rows = [
    ['id', id],
    ['name', `${maker} ${model}`.trim()],
    ['size', maxBytes === undefined ? 'not known' : `${maxBytes} octets`],
    ['picture', pixels(maxImage)],
    ['screen', pixels(screen)],
    ['types', accept.join(' ')],
    ['charsets', charsets.join(' ')],
    ...(variants === undefined
      ? []
      : [
          [
            'variants',
            `${variants.profiles} profiles differ in ${variants.differIn.join(', ')}; the smaller counts`,
          ],
        ]),
  ];
  return formatTable(rows);
}

function pixels(size: PixelSize | undefined): string {
  return size === undefined ? '-' : `${size.width}x${size.height}`;
}
