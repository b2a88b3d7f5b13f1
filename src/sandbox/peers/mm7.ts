import { isMmsError } from '../../errors.ts';
import { encodePdu } from '../../mms/index.ts';
import {
  formatMm7Response,
  type GatewayReport,
  type Mm7Submission,
  parseMm7Request,
} from '../../submit/index.ts';
import { type Reply, textReply } from '../reply.ts';
import { parseField, parseMultipart, type ReadPart } from './mime.ts';
import { digitsOf, isRefusedAccount, type Peer, type PeerMessage, type PeerRequest } from './peer.ts';

const SOAP_TYPE = 'text/xml; charset=utf-8';
const FORMAT_CORRUPT = 2007;
const VALIDATION_ERROR = 4004;

/** A status in an envelope; faults come with HTTP 200 too. */
function status(transactionId: string | undefined, code: number, text: string, messageId?: string): Reply {
  const to = { operation: 'SubmitReq', transactionId: transactionId ?? '0000' } as const;
  return textReply(200, SOAP_TYPE, formatMm7Response(to, { code, text, messageId }));
}

function statusOf(reports: readonly GatewayReport[]): readonly [code: number, text: string] {
  const accepted = reports.filter(report => report.accepted).length;
  if (isRefusedAccount(reports)) return [4001, 'Improper identification'];
  if (accepted === reports.length) return [1000, 'Success'];
  return accepted === 0 ? [3002, reports[0]?.text ?? 'Message rejected'] : [1100, 'Partial success'];
}

/** User name and password of Basic authentication. */
function accountOf(authorization: string | undefined): PeerMessage['account'] | undefined {
  const [, encoded = ''] = /^Basic\s+(\S+)$/i.exec(authorization ?? '') ?? [];
  const text = Buffer.from(encoded, 'base64').toString('utf8');
  const colon = text.indexOf(':');
  return colon < 1 ? undefined : { username: text.slice(0, colon), pin: text.slice(colon + 1) };
}

/** The parts of a message, whether it is a multipart itself or a single part. */
function contentOf(part: ReadPart): readonly ReadPart[] {
  const { value, parameters } = parseField(part.fields.get('content-type') ?? '');
  const boundary = parameters.get('boundary');
  return value.startsWith('multipart/') && boundary !== undefined
    ? parseMultipart(part.data, boundary)
    : [part];
}

function pduOf(part: ReadPart, to: readonly string[]): Uint8Array {
  const { parameters } = parseField(part.fields.get('content-type') ?? '');
  const start = parameters.get('start');
  const isRelated = start !== undefined;
  return encodePdu({
    messageType: 'm-send-req',
    transactionId: 'mm7',
    mmsVersion: '1.2',
    from: 'insert-address',
    to: to.map(number => `+${number}`),
    contentType: isRelated
      ? { type: 'application/vnd.wap.multipart.related', parameters: { type: 'application/smil', start } }
      : { type: 'application/vnd.wap.multipart.mixed', parameters: {} },
    parts: contentOf(part).map(({ fields, data }) => {
      const type = parseField(fields.get('content-type') ?? 'application/octet-stream');
      const [contentId, contentLocation] = [fields.get('content-id'), fields.get('content-location')];
      return {
        contentType: type.value,
        parameters: Object.fromEntries(type.parameters),
        ...(contentId !== undefined && { contentId }),
        ...(contentLocation !== undefined && { contentLocation }),
        data,
      };
    }),
  });
}

function messageOf({ headers }: PeerRequest, submission: Mm7Submission, part: ReadPart): PeerMessage {
  const account = accountOf(headers.authorization);
  const to = submission.to.flatMap(digitsOf);
  return {
    message: {
      kind: 'mms',
      to,
      cc: submission.cc.flatMap(digitsOf),
      bcc: submission.bcc.flatMap(digitsOf),
      file: { name: 'message.mms', data: pduOf(part, to) },
    },
    ...(account && { account }),
    reply: reports => {
      const [code, text] = statusOf(reports);
      return status(submission.transactionId, code, text, reports[0]?.messageIdentifier);
    },
  };
}

/** An MMSC for service providers: takes a SubmitReq with its message beside it. */
export const mm7Peer: Peer = {
  name: 'mm7',
  path: '/mm7',
  methods: ['POST'],
  async read(request): Promise<PeerMessage | Reply> {
    const boundary = parseField(request.headers['content-type'] ?? '').parameters.get('boundary');
    const [envelope, content] = boundary === undefined ? [] : parseMultipart(request.body, boundary);
    if (envelope === undefined) return status(undefined, FORMAT_CORRUPT, 'Message format corrupt');
    try {
      const submission = parseMm7Request(envelope.data);
      if (submission.operation !== 'SubmitReq') return status(undefined, 4003, 'Unsupported operation');
      if (content === undefined)
        return status(submission.transactionId, VALIDATION_ERROR, 'Validation error');
      return messageOf(request, submission, content);
    } catch (error) {
      if (!isMmsError(error)) throw error;
      return status(undefined, FORMAT_CORRUPT, 'Message format corrupt');
    }
  },
};
