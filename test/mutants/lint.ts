import type { EquivalentMutants } from '../mutants.ts';

const PIECE = 'a split text has a first piece';
const CELLS = 'a row has its four cells, and a finding';

/** Changes of `src/lint` that make no difference. */
export const LINT: EquivalentMutants = {
  'src/lint/formats/github.ts': [
    {
      line: `const [name = '', inside] = file.split('#');`,
      from: `''`,
      to: '"Stryker was here!"',
      reason: PIECE,
    },
  ],
  'src/lint/formats/text.ts': [
    {
      line: 'const widths = [0, 1, 2].map(column => Math.max(0, ...rows.map(row => row[column]?.length ?? 0)));',
      from: 'row[column]?.length',
      to: 'row[column].length',
      reason: CELLS,
    },
    {
      line: 'const severity = issues[index]?.severity;',
      from: 'issues[index]?.severity',
      to: 'issues[index].severity',
      reason: CELLS,
    },
    {
      line: `if (colour && severity !== undefined) cells[1] = inColourOf(severity, cells[1] ?? '');`,
      from: 'severity !== undefined',
      to: 'true',
      reason: CELLS,
    },
    {
      line: `if (colour && severity !== undefined) cells[1] = inColourOf(severity, cells[1] ?? '');`,
      from: `''`,
      to: '"Stryker was here!"',
      reason: CELLS,
    },
  ],
};
