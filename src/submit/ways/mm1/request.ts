import { octetsIn } from '../../../bytes/index.ts';
import type { Answer, Outgoing } from '../../outgoing.ts';
import type { Verdict } from '../../verdict/outcome.ts';

/** What a phone says of itself in every request. */
export interface Mm1Context {
  /** Header fields of the phone and its carrier. */
  readonly fields: Readonly<Record<string, string>>;
  readonly proxy?: URL | undefined;
}

const CONTENT_TYPE = 'application/vnd.wap.mms-message';

/** As Android's MmsService sends it, both ways. */
const ACCEPT = '*/*, application/vnd.wap.mms-message, application/vnd.wap.sic';

interface Mm1Exchange {
  readonly method: 'GET' | 'POST';
  readonly recipients?: readonly string[];
  readonly pduChunks?: readonly Uint8Array[];
  readonly maxAnswerBytes?: number;
  readonly judge: (answer: Answer) => Verdict;
}

/** A request of a phone to its MMSC: an MMS PDU that is posted, or a message that is fetched. */
export function mm1Request({ fields, proxy }: Mm1Context, exchange: Mm1Exchange): Outgoing {
  const { method, recipients = [], pduChunks = [], maxAnswerBytes, judge } = exchange;
  const headers =
    method === 'POST'
      ? {
          'Content-Type': CONTENT_TYPE,
          'Content-Length': String(octetsIn(pduChunks)),
          Accept: ACCEPT,
          ...fields,
        }
      : { Accept: ACCEPT, ...fields };
  return {
    method,
    recipients,
    warnings: [],
    parameterNames: Object.keys(headers),
    proxy,
    maxAnswerBytes,
    target: server => server,
    headers: () => headers,
    bodyChunks: () => pduChunks,
    judge,
  };
}
