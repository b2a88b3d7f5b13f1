import { COMMANDS } from '../../src/cli/commands.ts';
import { formatOverview, formatUsage } from '../../src/cli/print/help.ts';
import { ISSUE_CODES } from '../../src/issues/index.ts';
import type { IssueCodeRow } from '../../src/issues/row.ts';
import { LIMITS } from '../../src/limits.ts';
import { profiles } from '../../src/media/index.ts';
import { HEADER_FIELDS, type HeaderField } from '../../src/mms/index.ts';
import { FORM_PARAMETERS } from '../../src/submit/index.ts';

/** The help of every command, as the program prints it. */
export async function commandsPage(): Promise<string> {
  const sections: string[] = [];
  for (const row of COMMANDS) {
    sections.push(`## ${row.name}\n\n\`\`\`\n${formatUsage(row, await row.load(), { all: true })}\`\`\`\n`);
  }
  return `# Commands\n\nThis page is what \`mms help COMMAND --all\` prints, written by \`scripts/gen-docs.ts\`.\n\n\`\`\`\n${formatOverview()}\`\`\`\n\n${sections.join('\n')}`;
}

/** The tables of the code that users meet. */
export function tablesPage(): string {
  return `# Tables

Written from the tables of the code by \`scripts/gen-docs.ts\`. Codes have [a page of their own](errors.md), so have
[phones and networks](phones-and-networks.md); bounds with their reasons stand in SECURITY.md.

## Header fields of MMS

M: mandatory, O: optional, C: conditional; with an asterisk it may be repeated, and is an array.

${table(['octet', 'name', 'key', 'since', 'PDUs'], fields())}

## Rules of lint

${table(['rule', 'level', 'about', 'source'], rules())}

## Parameters of the gateway

${table(
  ['parameter', 'key'],
  FORM_PARAMETERS.map(({ name, key }) => [name, key === undefined ? '' : `\`${key}\``]),
)}

## Bounds

${table(
  ['limit', 'default'],
  Object.entries(LIMITS).map(([name, value]) => [`\`${name}\``, value.toLocaleString('en')]),
)}

## Profiles

${table(
  ['profile', 'octets', 'picture'],
  profiles.map(({ id, maxBytes, maxImage }) => [
    `\`${id}\``,
    maxBytes?.toLocaleString('en') ?? '',
    maxImage === undefined ? '' : `${maxImage.width}×${maxImage.height}`,
  ]),
)}
`;
}

/** A row for each key; a key that has several value forms, one for each kind of PDU, has one row. */
function fields(): string[][] {
  const rows = new Map<string, { readonly row: HeaderField; readonly pdus: string[] }>();
  for (const row of HEADER_FIELDS) {
    const pdus = Object.entries(row.in).map(([pdu, presence]) => `${pdu} ${presence}`);
    rows.set(row.key, { row, pdus: [...(rows.get(row.key)?.pdus ?? []), ...pdus] });
  }
  return [...rows.values()].map(({ row, pdus }) => [
    hex(row.code),
    row.name,
    `\`${row.key}\``,
    row.since,
    pdus.join(', '),
  ]);
}

function rules(): string[][] {
  return Object.entries<IssueCodeRow>(ISSUE_CODES)
    .filter(([, { rule }]) => rule !== undefined)
    .map(([code, { severity, title, clause = '' }]) => [`\`${code}\``, severity, title, clause]);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map(cell => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), `|${'---|'.repeat(head.length)}`, ...rows.map(line)].join('\n');
}

function hex(code: number): string {
  return `0x${code.toString(16).padStart(2, '0').toUpperCase()}`;
}
