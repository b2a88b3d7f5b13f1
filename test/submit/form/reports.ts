import type { Report } from '../../../src/submit/form/findings.ts';

/** What a codec reports, as `code within`. */
export interface Reported {
  readonly codes: string[];
  readonly messages: string[];
  readonly hints: (string | undefined)[];
  readonly report: Report;
}

export function reported(): Reported {
  const codes: string[] = [];
  const messages: string[] = [];
  const hints: (string | undefined)[] = [];
  const report: Report = (code, message, { within = '', hint } = {}) => {
    codes.push(`${code}${within}`);
    messages.push(message);
    hints.push(hint);
    return undefined;
  };
  return { codes, messages, hints, report };
}
