import type { EquivalentMutants } from '../mutants.ts';

const PIECE = 'a split text has a first piece';
const NO_OTHER_ERROR = 'no other error is thrown';
const NO_CLASS = 'without a class nothing misfits, and nobody looks';
const NO_BOUND = 'no share of that many profiles is the very bound';
const AMONG = 'a part is judged among the parts';
const SHOWN = 'a reference leads to a medium of its document';
const SHORT_SUBJECT = 'a subject of fewer characters than are shown';
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
  'src/lint/lint.ts': [
    {
      line: 'const byFile = parts.find(({ names }) => name !== undefined && names.includes(name));',
      from: 'name !== undefined',
      to: 'true',
      reason: 'no part goes by such a name',
    },
    {
      line: 'if (found.length > 0) issues.push(...issuesOf(code, found, context));',
      from: 'found.length > 0',
      reason: 'a short cut: of no findings come no issues',
    },
  ],
  'src/lint/read-subject.ts': [
    {
      line: 'body === undefined || contentType === undefined',
      from: 'contentType === undefined',
      to: 'false',
      reason: 'a body has a Content-Type',
    },
    {
      line: 'if (!isMmsError(error)) throw error;',
      from: '!isMmsError(error)',
      to: 'false',
      reason: NO_OTHER_ERROR,
    },
  ],
  'src/lint/receiver.ts': [
    {
      line: 'misfits: row === undefined ? [] : classMisfits(classified, row),',
      from: '[]',
      to: '["Stryker was here"]',
      reason: NO_CLASS,
    },
  ],
  'src/lint/rule-table.ts': [
    {
      line: 'if (isMendedByCompletion(code)) return REWRITTEN;',
      from: 'isMendedByCompletion(code)',
      to: 'false',
      reason: 'of such rules only the table is made, before a change is tried',
    },
  ],
  'src/lint/short-message.ts': [
    {
      line: 'if (!isMmsError(error)) throw error;',
      from: '!isMmsError(error)',
      to: 'false',
      reason: NO_OTHER_ERROR,
    },
    {
      line: '} catch (error) {',
      from: '{ …',
      to: '{}',
      reason: NO_OTHER_ERROR,
    },
    {
      line: 'if (isMmsError(error)) return undefined;',
      from: 'isMmsError(error)',
      to: 'true',
      reason: NO_OTHER_ERROR,
    },
  ],
  'src/lint/subject.ts': [
    {
      line: 'const medium = slide?.media[reference.medium];',
      from: 'slide?.media',
      to: 'slide.media',
      reason: SHOWN,
    },
    {
      line: 'if (slide === undefined || medium === undefined) return [];',
      reason: SHOWN,
    },
  ],
  'src/lint/rules/headers.ts': [
    {
      line: `function subjectTooLong({ headers: { subject = '' } }: LintContext): LintFinding[] {`,
      from: `''`,
      to: '"Stryker was here!"',
      reason: SHORT_SUBJECT,
    },
  ],
  'src/lint/rules/jad.ts': [
    {
      line: `const text = decodeUtf8Strictly(data) ?? '';`,
      from: `''`,
      to: '"Stryker was here!"',
      reason: 'a text without attributes',
    },
    {
      line: 'function judge(part: ContextPart, { parts = [] }: LintContext): string | undefined {',
      from: '[]',
      to: '["Stryker was here"]',
      reason: AMONG,
    },
    {
      line: `const stated = attributeOf(part, 'MIDlet-Jar-Size') ?? '';`,
      from: `''`,
      to: '"Stryker was here!"',
      reason: 'no number either',
    },
  ],
  'src/lint/rules/limits.ts': [
    {
      line: 'if (contentClass === undefined) return [];',
      from: 'contentClass === undefined',
      to: 'false',
      reason: NO_CLASS,
    },
    {
      line: `misfits.flatMap(misfit => ('part' in misfit && misfit.reason === reason ? [parts?.[misfit.part]] : [])),`,
      from: 'parts?.[misfit.part]',
      to: 'parts[misfit.part]',
      reason: AMONG,
    },
    {
      line: `misfits.flatMap(misfit => ('part' in misfit && misfit.reason === reason ? [parts?.[misfit.part]] : [])),`,
      from: '[]',
      to: '["Stryker was here"]',
      reason: 'no part is a text',
    },
    {
      line: 'size === undefined || maxImage === undefined',
      from: 'maxImage === undefined',
      to: 'false',
      reason: 'a class without pictures does not have their type',
    },
    {
      line: 'size === undefined',
      from: 'size === undefined',
      to: 'false',
      reason: 'a film whose size is not known fits',
    },
  ],
  'src/lint/rules/rare-types.ts': [
    {
      line: 'return (context.parts ?? []).filter(isShown).flatMap(part => {',
      from: '[]',
      to: '["Stryker was here"]',
      reason: 'it is of no kind that is shown',
    },
    {
      line: 'if (share > SHARE.usual) return [];',
      from: 'share > SHARE.usual',
      to: 'share >= SHARE.usual',
      reason: NO_BOUND,
    },
    {
      line: `return [{ message, path: part.path, ...(share > SHARE.few ? { severity: 'info' as const } : {}) }];`,
      from: 'share > SHARE.few',
      to: 'share >= SHARE.few',
      reason: NO_BOUND,
    },
    {
      line: `return (LISTED[formatOfType(contentType)?.contentType.toLowerCase() ?? ''] ?? 0) / PROFILES;`,
      from: `''`,
      to: '"Stryker was here!"',
      reason: 'no profile lists such a type',
    },
  ],
  'src/lint/rules/relays.ts': [
    {
      line: `function longSender({ headers: { from = '' } }: LintContext): LintFinding[] {`,
      from: `''`,
      to: '"Stryker was here!"',
      reason: 'a sender without a name',
    },
    {
      line: `const hasName = from.includes('<') && from.indexOf('<') < from.lastIndexOf('>');`,
      from: `from.indexOf('<') < from.lastIndexOf('>')`,
      to: `from.indexOf('<') <= from.lastIndexOf('>')`,
      reason: 'two characters do not stand in one place',
    },
  ],
  'src/lint/rules/texts.ts': [
    {
      line: `MARKED_BY_BOM.has(part.charset ?? '') && part.data.length > 0 && !hasUtf16Mark(part)`,
      from: `''`,
      to: '"Stryker was here!"',
      reason: 'no charset has such a name',
    },
  ],
  'src/lint/rules/provisioning/dangling-reference.ts': [
    {
      line: '...(path === undefined ? {} : { path }),',
      from: 'path === undefined',
      to: 'false',
      reason: 'a reference that leads nowhere has a place',
    },
  ],
  'src/lint/rules/provisioning/pin-in-document.ts': [
    {
      line: `if (provisioning === undefined || pin === undefined || pin === '') return [];`,
      from: 'provisioning === undefined',
      to: 'false',
      reason: 'only settings have a PIN',
    },
  ],
};
