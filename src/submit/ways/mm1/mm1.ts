import { createHash } from 'node:crypto';
import { MmsError } from '../../../errors.ts';
import { LIMITS } from '../../../limits.ts';
import { type DecodedPduOf, decodePdu, encodePdu } from '../../../mms/index.ts';
import type { GatewayMessage } from '../../form/message.ts';
import { Secrets } from '../../secrets.ts';
import { failureOf, type Submission } from '../../submission.ts';
import { serverUrl } from '../../transport/server-url.ts';
import type { Verdict } from '../../verdict/outcome.ts';
import type { SubmissionResult } from '../../verdict/result.ts';
import { campaignOf } from '../campaign.ts';
import { type HttpPeer, httpRequest } from '../http-request.ts';
import { presentationOf, requireMms, subjectOf } from '../presentation-of.ts';
import { checkWayOptions } from '../shapes.ts';
import { type CarryOptions, checkCarried, numbersOf, type Way } from '../way.ts';
import { judgeSubmission, judgeTold } from './answer.ts';
import { carrierHeaders, type Subscriber } from './carrier-headers.ts';
import { type Mm1Context, mm1Request } from './request.ts';

/** An MMSC, and the phone that it is to see. */
export interface Mm1Options {
  /** Address of the MMSC; of several, the next is tried only where nothing was sent. */
  readonly mmsc: string | readonly string[];
  /** HTTP proxy of the access point, such as `http://10.0.0.172:80`. */
  readonly proxy?: string | undefined;
  /** The MMSC goes by it when it adapts what it delivers. */
  readonly userAgent: string;
  /** Address of the user agent profile. */
  readonly profileUrl?: string | undefined;
  /** Where the profile is named; default `x-wap-profile`. */
  readonly profileHeader?: string | undefined;
  /** Fields that the carrier wants, such as `X-MDN: ##LINE1##`: `httpParameters` of a network. */
  readonly carrierHeaders?: readonly string[] | undefined;
  readonly subscriber?: Subscriber | undefined;
  /** Allows `http:` to other machines: within a network of an operator it is the rule. */
  readonly allowInsecureHttp?: boolean | undefined;
}

/** What a phone tells its MMSC about a notification (MMS_ENC 6.2, X-Mms-Status). */
export type NotificationStatus = 'retrieved' | 'deferred' | 'rejected' | 'unrecognised';

/** A message that was fetched. */
export interface RetrievedMms {
  /** The octets as they came. */
  readonly bytes: Uint8Array;
  readonly pdu: DecodedPduOf<'m-retrieve-conf'>;
}

/** The way out of a phone. It can fetch too, and tell the MMSC so. */
export interface Mm1 extends Way {
  /**
   * Fetches a message from the Content-Location of its notification. Keep it before you tell the MMSC, which deletes
   * its own then.
   * @throws MmsError `submit/rejected` when the MMSC has none (it says so with status 200), and as `sendBy`
   */
  retrieve(contentLocation: string, options?: CarryOptions): Promise<RetrievedMms>;
  /** Answers a notification: `retrieved` after fetching at once, `deferred` before fetching later. */
  notifyResponse(
    notification: { readonly transactionId: string; readonly status: NotificationStatus },
    options?: CarryOptions,
  ): Promise<SubmissionResult>;
  /** Tells of a message that was fetched later, by the transaction of its m-retrieve-conf. */
  acknowledge(
    retrieved: { readonly transactionId: string },
    options?: CarryOptions,
  ): Promise<SubmissionResult>;
}

const VERSION = '1.2';

function contextOf(options: Mm1Options): Mm1Context {
  const { userAgent, profileUrl, profileHeader = 'x-wap-profile', proxy, subscriber } = options;
  return {
    fields: {
      ...carrierHeaders([`User-Agent: ${userAgent}`]),
      ...(profileUrl !== undefined && carrierHeaders([`${profileHeader}: ${profileUrl}`], subscriber)),
      ...carrierHeaders(options.carrierHeaders ?? [], subscriber),
    },
    ...(proxy !== undefined && { proxy: serverUrl(proxy, { allowInsecureHttp: true, defaultPath: '/' }) }),
  };
}

/** Numbers and names of the subscriber are nobody else's business. */
function secretsOf({ subscriber: { nai } = {} }: Mm1Options): Secrets {
  return new Secrets(nai === undefined ? [] : [nai]);
}

/**
 * The way out of a phone: an m-send-req to an MMSC, with one request for all recipients.
 * @throws MmsError `submit/server-url`, `submit/header`
 */
export function mm1(options: Mm1Options): Mm1 {
  checkWayOptions('mm1', options);
  const { allowInsecureHttp = false } = options;
  const address = (written: string): URL =>
    serverUrl(written, { allowInsecureHttp, allowQuery: true, defaultPath: '/' });
  const peer: HttpPeer = { servers: [options.mmsc].flat().map(address), secrets: secretsOf(options) };
  const context = contextOf(options);
  const tell = async (pdu: Uint8Array, carry: CarryOptions): Promise<SubmissionResult> => {
    const request = mm1Request(context, { method: 'POST', pduChunks: [pdu], judge: judgeTold });
    return settled(await httpRequest(request, peer).carry(carry));
  };
  return {
    name: 'mm1',
    async plan(message) {
      const { pduChunks, transactionId, recipients } = await submissionPdu(message);
      const judge = (answer: Parameters<typeof judgeSubmission>[0]): Verdict =>
        judgeSubmission(answer, transactionId, recipients);
      const request = mm1Request(context, { method: 'POST', pduChunks, recipients, judge });
      const deliveries = [{ recipients, requests: [httpRequest(request, peer)] }];
      return { campaign: campaignOf('mm1', message), deliveries };
    },
    async retrieve(contentLocation, carry = {}) {
      let body = new Uint8Array();
      const request = mm1Request(context, {
        method: 'GET',
        maxAnswerBytes: LIMITS.maxRetrieveBytes,
        judge(answer) {
          body = new Uint8Array(answer.body);
          return judgeTold(answer);
        },
      });
      const from = { ...peer, servers: [address(contentLocation)] };
      settled(await httpRequest(request, from).carry(carry));
      return readRetrieved(body);
    },
    notifyResponse: ({ transactionId, status }, carry = {}) =>
      tell(encodePdu({ messageType: 'm-notifyresp-ind', transactionId, mmsVersion: VERSION, status }), carry),
    acknowledge: ({ transactionId }, carry = {}) =>
      tell(encodePdu({ messageType: 'm-acknowledge-ind', transactionId, mmsVersion: VERSION }), carry),
  };
}

function settled(submission: Submission): SubmissionResult {
  const failure = failureOf(submission);
  if (failure !== undefined) throw failure;
  return submission.result;
}

/** The message's own and that of these recipients, whatever its file says; the same when it is sent again. */
function transactionOf(chunks: readonly Uint8Array[]): string {
  const hash = createHash('sha256');
  for (const chunk of chunks) hash.update(chunk);
  return `T${hash.digest('hex').slice(0, 16)}`;
}

interface SubmissionPdu {
  readonly pduChunks: readonly Uint8Array[];
  readonly transactionId: string;
  readonly recipients: readonly string[];
}

async function submissionPdu(submission: GatewayMessage): Promise<SubmissionPdu> {
  checkCarried(submission, 'MM1');
  const message = requireMms(submission);
  const presentation = await presentationOf(message);
  const [to, cc, bcc] = [numbersOf(message), numbersOf(message, 'cc'), numbersOf(message, 'bcc')];
  const addresses = (numbers: readonly string[]): string[] => numbers.map(number => `+${number}`);
  const subject = subjectOf(message, presentation);
  const headers = {
    messageType: 'm-send-req',
    from: 'insert-address',
    to: addresses(to),
    ...(cc.length > 0 && { cc: addresses(cc) }),
    ...(bcc.length > 0 && { bcc: addresses(bcc) }),
    ...(subject !== undefined && { subject }),
  } as const;
  const transactionId = transactionOf(presentation.encodeChunks(headers).chunks);
  const { chunks: pduChunks } = presentation.encodeChunks({ ...headers, transactionId });
  return { pduChunks, transactionId, recipients: [...to, ...cc, ...bcc] };
}

function readRetrieved(bytes: Uint8Array): RetrievedMms {
  const pdu = decodePdu(bytes);
  if (pdu.messageType !== 'm-retrieve-conf') {
    throw new MmsError('submit/unreadable-response', `the MMSC answered with ${pdu.messageType}`);
  }
  const { retrieveStatus } = pdu;
  if (retrieveStatus !== undefined && retrieveStatus !== 'ok') {
    throw new MmsError('submit/rejected', `the MMSC has no such message: ${retrieveStatus}`);
  }
  return { bytes, pdu };
}
