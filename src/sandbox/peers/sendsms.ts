import { encodeDataCodingScheme, type MessageClass } from '../../sms/index.ts';
import type { GatewayReport, PduSubmission, TextSubmission } from '../../submit/index.ts';
import { decodeCharset } from '../../text/index.ts';
import { type Reply, textReply } from '../reply.ts';
import { digitsOf, isRefusedAccount, type Peer, type PeerMessage } from './peer.ts';

const TEXT_TYPE = 'text/html';

/** MIBenum of the charset of UCS-2 text. */
const UTF_16BE = 1013;

/** The octets of a value, percent-encoding taken off; `+` is a blank. */
function octetsOf(rawQuery: string, name: string): Uint8Array | undefined {
  const pair = rawQuery.split('&').find(one => one.startsWith(`${name}=`));
  if (pair === undefined) return undefined;
  const text = pair.slice(name.length + 1).replaceAll('+', ' ');
  const octets = text.replace(/%([0-9A-Fa-f]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return new Uint8Array(Buffer.from(octets, 'latin1'));
}

function classOf(mclass: string | null): MessageClass | undefined {
  switch (mclass) {
    case '0':
      return 0;
    case '1':
      return 1;
    case '2':
      return 2;
    case '3':
      return 3;
    default:
      return undefined;
  }
}

const ALPHABETS = { '0': 'gsm7', '1': '8bit', '2': 'ucs2' } as const;

function isCoding(coding: string): coding is keyof typeof ALPHABETS {
  return Object.hasOwn(ALPHABETS, coding);
}

type Content = Omit<TextSubmission, 'to'> | Omit<PduSubmission, 'to'>;

/** What an SMS carries: text where that says it all, else the fields of its PDU. */
function contentOf(query: URLSearchParams, rawQuery: string): Content | undefined {
  const udh = octetsOf(rawQuery, 'udh');
  const coding = query.get('coding') ?? (udh === undefined ? '0' : '1');
  if (!isCoding(coding)) return undefined;
  const octets = octetsOf(rawQuery, 'text') ?? new Uint8Array();
  const messageClass = classOf(query.get('mclass'));
  const isText = coding !== '1';
  const text = coding === '2' ? decodeCharset(octets, UTF_16BE).text : (query.get('text') ?? '');
  if (isText && udh === undefined && messageClass === undefined) return { kind: 'text', text };
  return {
    kind: 'pdu',
    dataCodingScheme: encodeDataCodingScheme(ALPHABETS[coding], messageClass),
    protocolIdentifier: Number(query.get('pid') ?? 0),
    userDataHeader: udh ?? new Uint8Array(),
    ...(coding === '0' ? { text } : { userData: octets }),
  };
}

function answerOf(reports: readonly GatewayReport[]): Reply {
  if (isRefusedAccount(reports)) return textReply(403, TEXT_TYPE, 'Authorization failed for sendsms');
  if (reports.every(({ accepted }) => accepted)) return textReply(202, TEXT_TYPE, '0: Accepted for delivery');
  return textReply(403, TEXT_TYPE, `Not routable. Do not try again. ${reports[0]?.text ?? ''}`.trim());
}

/** Kannel's sendsms. */
export const sendsmsPeer: Peer = {
  name: 'kannel',
  path: '/cgi-bin/sendsms',
  methods: ['GET'],
  async read({ query, rawQuery }): Promise<PeerMessage | Reply> {
    const to = (query.get('to') ?? '').split(' ').flatMap(digitsOf);
    if (to.length === 0) return textReply(400, TEXT_TYPE, 'Missing receiver number, rejected');
    const content = contentOf(query, rawQuery);
    if (content === undefined) return textReply(400, TEXT_TYPE, 'Coding field misformed, rejected');
    const [username, pin] = [query.get('username') ?? '', query.get('password') ?? ''];
    if (username === '' || pin === '') return textReply(403, TEXT_TYPE, 'Authorization failed for sendsms');
    return { message: { ...content, to }, account: { username, pin }, reply: answerOf };
  },
};
