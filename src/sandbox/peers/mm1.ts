import { unlessRefused } from '../../errors.ts';
import { decodePdu, encodePdu } from '../../mms/index.ts';
import type { GatewayReport } from '../../submit/index.ts';
import { type Reply, textReply } from '../reply.ts';
import { digitsOf, isRefusedAccount, type Peer, type PeerMessage } from './peer.ts';

const PDU_TYPE = 'application/vnd.wap.mms-message';

/** X-Mms-Response-Status of what became of a message. */
function statusOf(reports: readonly GatewayReport[]) {
  const accepted = reports.filter(report => report.accepted).length;
  if (isRefusedAccount(reports)) return 'error-permanent-service-denied';
  if (accepted === reports.length) return 'ok';
  return accepted === 0 ? 'error-permanent-failure' : 'error-transient-partial-success';
}

function confirmation(transactionId: string, reports: readonly GatewayReport[]): Reply {
  const [first] = reports;
  const body = encodePdu({
    messageType: 'm-send-conf',
    transactionId,
    mmsVersion: '1.2',
    responseStatus: statusOf(reports),
    ...(first?.accepted === true && first.messageIdentifier && { messageId: first.messageIdentifier }),
    ...(first?.accepted !== true && first?.text && { responseText: first.text }),
  });
  return { status: 200, contentType: PDU_TYPE, body };
}

/** An MMSC: takes m-send-req, and answers what a phone acknowledges as a real one does. */
export const mm1Peer: Peer = {
  name: 'mm1',
  path: '/mms',
  methods: ['POST'],
  async read({ body }): Promise<PeerMessage | Reply> {
    const pdu = unlessRefused(() => decodePdu(body));
    if (pdu?.messageType === 'm-acknowledge-ind' || pdu?.messageType === 'm-notifyresp-ind') {
      return textReply(200, 'text/plain', 'Received');
    }
    if (pdu?.messageType !== 'm-send-req') return textReply(400, 'text/plain', 'Malformed MMS message');
    const { transactionId = '', to = [], cc = [], bcc = [] } = pdu;
    return {
      message: {
        kind: 'mms',
        to: to.flatMap(digitsOf),
        cc: cc.flatMap(digitsOf),
        bcc: bcc.flatMap(digitsOf),
        file: { name: 'message.mms', data: body },
      },
      reply: reports => confirmation(transactionId, reports),
    };
  },
};
