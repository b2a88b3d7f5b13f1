import { ISSUE_CODES, type Issue, type IssueCode, type Severity } from '../../issues/index.ts';

const LEVEL: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' };

/** Findings as a SARIF 2.1.0 log with one run; places are regions, paths inside the message logical locations. */
export function formatFindingsSarif(issues: readonly Issue[]): string {
  const codes = [...new Set(issues.map(({ code }) => code))];
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'mms-composer', rules: codes.map(reportingDescriptor) } },
        columnKind: 'utf16CodeUnits',
        results: issues.map(found => result(found, codes.indexOf(found.code))),
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

function reportingDescriptor(code: IssueCode): object {
  const { severity, title }: { severity: Severity; title: string } = ISSUE_CODES[code];
  return {
    id: code,
    shortDescription: { text: title },
    defaultConfiguration: { level: LEVEL[severity] },
  };
}

function result(found: Issue, ruleIndex: number): object {
  const { code, severity, message, hint, fixed } = found;
  return {
    ruleId: code,
    ruleIndex,
    level: LEVEL[severity],
    message: { text: hint === undefined ? message : `${message}. ${hint}` },
    locations: locations(found),
    ...(fixed === true ? { properties: { fixed: true } } : {}),
  };
}

function locations({ file, line, column, offset, path }: Issue): object[] {
  const region =
    line !== undefined
      ? { region: { startLine: line, startColumn: column ?? 1 } }
      : offset !== undefined
        ? { region: { byteOffset: offset, byteLength: 0 } }
        : {};
  const physical =
    file === undefined ? {} : { physicalLocation: { artifactLocation: { uri: toUri(file) }, ...region } };
  const logical = path === undefined ? {} : { logicalLocations: [{ fullyQualifiedName: path }] };
  return file === undefined && path === undefined ? [] : [{ ...physical, ...logical }];
}

/** A relative reference; a backslash is a folder separator. */
function toUri(file: string): string {
  const encode = (text: string): string =>
    encodeURI(text.replace(/\p{Cs}/gu, '\ufffd')).replaceAll('?', '%3F');
  return file.replaceAll('\\', '/').split('#').map(encode).join('#');
}
