import { type RecipientResult, reportCode, type SubmissionResult } from '../../submit/index.ts';
import { printable } from '../../text/index.ts';

function formatRecipient(result: RecipientResult): string {
  const { recipient = 'all', messageIdentifier = '', report, accepted, text } = result;
  const meaning = text ?? reportCode(report)?.meaning ?? '';
  return `  ${recipient}  ${accepted ? 'accepted' : 'refused'}  ${messageIdentifier}  ${report} ${meaning}`;
}

function formatRequest({ request }: SubmissionResult): readonly string[] {
  if (request === undefined) return [];
  const headers = Object.entries(request.headers).map(([name, value]) => `  ${name}: ${value}`);
  return [
    ...request.servers.map(server => `  ${request.method} ${server}`),
    ...headers,
    '',
    `  ${request.body}`,
  ];
}

/** What became of a submission, for a person. What a server said is escaped. */
export function formatSubmission(result: SubmissionResult): string {
  const { outcome, endpoint, results, libraryNumber } = result;
  const lines = [
    result.request === undefined
      ? `${outcome}${endpoint === undefined ? '' : ` by ${endpoint}`}`
      : 'dry run, nothing was sent',
    ...results.map(formatRecipient),
    ...(libraryNumber === undefined ? [] : [`  library number ${libraryNumber}`]),
    ...formatRequest(result),
  ];
  return `${lines.map(line => printable(line)).join('\n')}\n`;
}
