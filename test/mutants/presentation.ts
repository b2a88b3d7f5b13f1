import type { EquivalentMutants } from '../mutants.ts';

const RESOLVED = 'every src has its part: a document that names another file is refused';

/** Changes of `src/presentation` that make no difference. */
export const PRESENTATION: EquivalentMutants = {
  'src/presentation/assemble/authored.ts': [
    {
      line: 'const partName = partBySrc.get(src)?.name ?? src;',
      from: 'partBySrc.get(src)?.name',
      to: 'partBySrc.get(src).name',
      reason: RESOLVED,
    },
    {
      line: 'const kind = partOf(src, parts)?.kind;',
      from: 'partOf(src, parts)?.kind',
      to: 'partOf(src, parts).kind',
      reason: RESOLVED,
    },
  ],
  'src/presentation/assemble/part-shelf.ts': [
    {
      line: "contentType.toLowerCase() === 'text/plain' || (kind === 'card' && charset?.startsWith('utf-16') === true)",
      from: 'charset?.startsWith',
      to: 'charset.startsWith',
      reason: 'a card is a text, which has a charset',
    },
  ],
};
