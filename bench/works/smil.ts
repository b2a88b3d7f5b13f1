import { XMLBuilder, XMLParser } from 'fast-xml-parser';
import type { Build } from '../build.ts';
import { growing, type Work } from '../work.ts';

const SLIDES = [1, 20, 100];

function smilOf(slides: number): string {
  const pars = Array.from(
    { length: slides },
    (_, i) =>
      `<par dur="5000ms"><img src="picture${i}.jpg" region="Image"/><text src="text${i}.txt" region="Text"/></par>`,
  );
  return `<smil><head><layout><root-layout width="160" height="120"/><region id="Image" left="0" top="0" width="160" height="80" fit="meet"/><region id="Text" left="0" top="80" width="160" height="40" fit="scroll"/></layout></head><body>${pars.join('')}</body></smil>`;
}

/** SMIL documents against fast-xml-parser, which knows nothing of SMIL. */
export async function smilWorks(build: Build): Promise<readonly Work[]> {
  const { formatSmil, parseSmil } = await build.room('smil');
  const options = { ignoreAttributes: false, preserveOrder: true } as const;
  return [
    ...growing('parseSmil by slides', SLIDES, size => {
      const text = smilOf(size);
      const parser = new XMLParser(options);
      return {
        run: () => parseSmil(text),
        peer: { name: 'fast-xml-parser', run: () => parser.parse(text) },
      };
    }),
    ...growing('formatSmil by slides', SLIDES, size => {
      const { smil } = parseSmil(smilOf(size));
      const tree: unknown = new XMLParser(options).parse(smilOf(size));
      const builder = new XMLBuilder(options);
      return {
        run: () => formatSmil(smil),
        peer: { name: 'fast-xml-parser', run: () => builder.build(tree) },
      };
    }),
  ];
}
