import { createHash } from 'node:crypto';
import { octetsIn } from '../../../bytes/index.ts';
import { MmsError } from '../../../errors.ts';
import type { Presentation } from '../../../presentation/index.ts';
import { encodeUtf8, indexOfControl } from '../../../text/index.ts';
import type { MmsSubmission } from '../../form/message.ts';
import type { Answer, Outgoing } from '../../outgoing.ts';
import { Secrets } from '../../secrets.ts';
import { serverUrl } from '../../transport/server-url.ts';
import type { Verdict } from '../../verdict/outcome.ts';
import { campaignOf } from '../campaign.ts';
import { type HttpPeer, httpRequest } from '../http-request.ts';
import { presentationOf, requireMms, subjectOf } from '../presentation-of.ts';
import { checkWayOptions } from '../shapes.ts';
import { checkCarried, type Delivery, numbersOf, type Way } from '../way.ts';
import { judgeSubmitRsp } from './answer.ts';
import { formatMultipart, type MimeChunks, type TransferEncoding, toMimeChunks } from './mime.ts';
import { formatSubmitReq, type Mm7Fields, type Mm7Recipients } from './submit-req.ts';
import { DEFAULT_SCHEMA, type Mm7Schema } from './versions.ts';

/** An MMSC that takes messages of a service provider, and the provider's account. */
export interface Mm7Options {
  readonly servers: readonly string[];
  /** Both for Basic authentication; left out where the MMSC goes by the address. */
  readonly username?: string | undefined;
  readonly password?: string | undefined;
  /** Default `REL-6-MM7-1-4`; `REL-5-MM7-1-0` is the oldest and the most accepted. */
  readonly schema?: Mm7Schema | undefined;
  /** MM7Version, in place of the one that goes with the schema. */
  readonly version?: string | undefined;
  /** Default empty; some MMSCs want the namespace. */
  readonly soapAction?: string | undefined;
  /** `digits` (default) or with a `+` in front. */
  readonly numbers?: 'digits' | 'plus' | undefined;
  /** True for an MMSC that takes one recipient a request. */
  readonly onePerRequest?: boolean | undefined;
  readonly transferEncoding?: TransferEncoding | undefined;
  /** What else is said of each message. */
  readonly fields?: Mm7Fields | undefined;
  readonly allowInsecureHttp?: boolean | undefined;
}

/** Content-ID of the envelope and of the message, the same in every request. */
const CONTENT_ID = { envelope: 'envelope@mms-composer', message: 'message@mms-composer' } as const;

const SOAP_TYPE = 'text/xml';

/** Envelope and message as the body of one request. */
function bodyOf(envelope: string, message: MimeChunks): MimeChunks {
  const parts = [
    {
      fields: [
        ['Content-Type', `${SOAP_TYPE}; charset=utf-8`],
        ['Content-ID', `<${CONTENT_ID.envelope}>`],
      ] as const,
      chunks: [encodeUtf8(envelope)],
    },
    {
      fields: [
        ['Content-Type', message.contentType],
        ['Content-ID', `<${CONTENT_ID.message}>`],
      ] as const,
      chunks: message.chunks,
    },
  ];
  return formatMultipart(
    'multipart/related',
    [
      ['type', SOAP_TYPE],
      ['start', `<${CONTENT_ID.envelope}>`],
    ],
    parts,
  );
}

/** Field values of the message itself, where the caller gives no other. */
function fieldsOf(message: MmsSubmission, { headers }: Presentation, fields: Mm7Fields): Mm7Fields {
  return {
    ...fields,
    senderAddress: fields.senderAddress ?? message.replyTo,
    earliestDeliveryTime: fields.earliestDeliveryTime ?? earliestOf(message),
    allowAdaptations: fields.allowAdaptations ?? message.adapt,
    deliveryReport: fields.deliveryReport ?? isAsked(headers.deliveryReport),
    readReply: fields.readReply ?? isAsked(headers.readReport),
    priority: fields.priority ?? PRIORITIES.get(headers.priority),
  };
}

function earliestOf({ sendAt, delayMinutes }: MmsSubmission): Mm7Fields['earliestDeliveryTime'] {
  if (delayMinutes !== undefined) return `PT${delayMinutes}M`;
  return sendAt === undefined ? undefined : new Date(sendAt);
}

function isAsked(report: Presentation['headers']['deliveryReport']): boolean | undefined {
  return report === undefined ? undefined : report === 'yes';
}

const PRIORITIES: ReadonlyMap<Presentation['headers']['priority'], Mm7Fields['priority']> = new Map([
  ['low', 'Low'],
  ['normal', 'Normal'],
  ['high', 'High'],
]);

interface Request {
  readonly entity: MimeChunks;
  readonly headers: Readonly<Record<string, string>>;
  readonly transactionId: string;
  readonly recipients: readonly string[];
}

function outgoingOf({ entity, headers, transactionId, recipients }: Request): Outgoing {
  const fields = {
    'Content-Type': entity.contentType,
    'Content-Length': String(octetsIn(entity.chunks)),
    ...headers,
  };
  return {
    method: 'POST',
    recipients,
    warnings: [],
    parameterNames: Object.keys(fields),
    target: server => server,
    headers: () => fields,
    bodyChunks: () => entity.chunks,
    judge: (answer: Answer): Verdict => judgeSubmitRsp(answer, transactionId, recipients),
  };
}

interface Account {
  readonly headers: Readonly<Record<string, string>>;
  readonly secrets: Secrets;
}

function accountOf({ username, password, soapAction = '' }: Mm7Options): Account {
  if (indexOfControl(soapAction) >= 0)
    throw new MmsError('submit/header', 'a control character in SOAPAction');
  const action = { SOAPAction: `"${soapAction}"` };
  if (username === undefined && password === undefined) return { headers: action, secrets: new Secrets([]) };
  if (!username || !password || username.includes(':')) {
    throw new MmsError('submit/credentials', 'expected a user name without a colon, and a password');
  }
  const basic = Buffer.from(`${username}:${password}`).toString('base64');
  return {
    headers: { ...action, Authorization: `Basic ${basic}` },
    secrets: new Secrets([password, basic]),
  };
}

/** A transaction that is the message's own, and the same when it is sent again. */
function transactionOf(envelope: string, { chunks }: MimeChunks): string {
  const hash = createHash('sha256').update(envelope);
  for (const chunk of chunks) hash.update(chunk);
  return hash.digest('hex').slice(0, 32);
}

/**
 * The way out of a service provider (VASP): a SubmitReq over SOAP with the message as MIME beside it.
 * @throws MmsError `submit/credentials`, `submit/server-url`, `submit/header`
 */
export function mm7(options: Mm7Options): Way {
  checkWayOptions('mm7', options);
  const {
    allowInsecureHttp = false,
    schema = DEFAULT_SCHEMA,
    transferEncoding = 'binary',
    fields: given = {},
  } = options;
  const { headers, secrets } = accountOf(options);
  const servers = options.servers.map(server =>
    serverUrl(server, { allowInsecureHttp, allowQuery: true, defaultPath: '/' }),
  );
  const peer: HttpPeer = { servers, secrets };
  const written = (numbers: readonly string[]): readonly string[] =>
    options.numbers === 'plus' ? numbers.map(number => `+${number}`) : numbers;
  return {
    name: 'mm7',
    async plan(submission) {
      checkCarried(submission, 'MM7', ['sendAt', 'delayMinutes', 'adapt']);
      const message = requireMms(submission);
      const presentation = await presentationOf(message);
      const content = toMimeChunks(presentation, transferEncoding);
      const fields = fieldsOf(message, presentation, given);
      const subject = subjectOf(message, presentation);
      const deliveryTo = ({ to, cc, bcc }: Mm7Recipients): Delivery => {
        const recipients = { to: written(to), cc: written(cc), bcc: written(bcc) };
        const envelopeOf = (transactionId: string): string =>
          formatSubmitReq({
            transactionId,
            schema,
            version: options.version,
            fields,
            recipients,
            subject,
            contentId: CONTENT_ID.message,
          });
        const transactionId = transactionOf(envelopeOf(''), content);
        const entity = bodyOf(envelopeOf(transactionId), content);
        const all = [...to, ...cc, ...bcc];
        const request = outgoingOf({ entity, headers, transactionId, recipients: all });
        return { recipients: all, requests: [httpRequest(request, peer)] };
      };
      const all = { to: numbersOf(message), cc: numbersOf(message, 'cc'), bcc: numbersOf(message, 'bcc') };
      const deliveries = options.onePerRequest === true ? eachAlone(all).map(deliveryTo) : [deliveryTo(all)];
      return { campaign: campaignOf('mm7', message), deliveries };
    },
  };
}

function eachAlone({ to, cc, bcc }: Mm7Recipients): readonly Mm7Recipients[] {
  return [...to, ...cc, ...bcc].map(number => ({ to: [number], cc: [], bcc: [] }));
}
