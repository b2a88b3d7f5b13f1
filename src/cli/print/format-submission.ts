import {
  type PreparedRequest,
  type RecipientResult,
  reportCode,
  type SubmissionResult,
} from '../../submit/index.ts';
import { printable } from '../../text/index.ts';

function formatRecipient(result: RecipientResult): string {
  const { recipient = 'all', messageIdentifier = '', report, accepted, text } = result;
  const meaning = text ?? reportCode(report)?.meaning ?? '';
  return `  ${recipient}  ${accepted ? 'accepted' : 'refused'}  ${messageIdentifier}  ${report} ${meaning}`;
}

/** Of a form longer than the first, fields longer than the second are cut. */
const MAX_SHOWN = { form: 400, field: 60 } as const;

/** The fields of a form, each in short: what a person wants to see before sending. */
function formatFields(body: string): readonly string[] {
  return body.split('&').map(field => {
    if (field.length <= MAX_SHOWN.field) return `  ${field}`;
    return `  ${field.slice(0, MAX_SHOWN.field)}… (${field.length} characters; --full shows all)`;
  });
}

function formatRequest(request: PreparedRequest, full: boolean): readonly string[] {
  const headers = Object.entries(request.headers).map(([name, value]) => `  ${name}: ${value}`);
  return [
    ...request.servers.map(server => `  ${request.method} ${server}`),
    ...headers,
    '',
    ...(full || request.body.length <= MAX_SHOWN.form ? [`  ${request.body}`] : formatFields(request.body)),
  ];
}

/** What became of a submission, for a person. What a server said is escaped. */
export function formatSubmission(result: SubmissionResult, full = false): string {
  const { outcome, endpoint, results, libraryNumber, request } = result;
  const { requests = request === undefined ? [] : [request] } = result;
  const lines = [
    request === undefined
      ? `${outcome}${endpoint === undefined ? '' : ` by ${endpoint}`}`
      : 'dry run, nothing was sent',
    ...results.map(formatRecipient),
    ...(libraryNumber === undefined ? [] : [`  library number ${libraryNumber}`]),
    ...requests.flatMap(one => formatRequest(one, full)),
  ];
  return `${lines.map(line => printable(line)).join('\n')}\n`;
}
