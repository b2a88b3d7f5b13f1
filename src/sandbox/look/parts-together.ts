import { unlessRefused } from '../../errors.ts';
import { decodeSubmit } from '../../sms/index.ts';
import type { ReceivedMessage } from '../received-message.ts';
import { shortMessagesOf, submitsOf } from './short-messages.ts';

/** One SMS of a long message, as it was submitted by itself. */
interface Piece {
  readonly number: number;
  readonly tpdu: Uint8Array;
  readonly sequence: number;
  /** What the pieces of one message have in common. */
  readonly whole: string;
}

/**
 * The TPDUs of a message; for one part of a long SMS also those of the other parts that came, of several with the same
 * sequence number the nearest.
 * @throws MmsError as the encoder of the kind
 */
export function partsTogether(
  received: ReceivedMessage,
  messages: readonly ReceivedMessage[],
): readonly Uint8Array[] | undefined {
  const tpdus = shortMessagesOf(received.message);
  const own = pieceOf(received);
  if (own === undefined) return tpdus;
  const nearest = new Map<number, Piece>();
  for (const piece of messages.map(pieceOf)) {
    if (piece === undefined || piece.whole !== own.whole) continue;
    const other = nearest.get(piece.sequence);
    if (other === undefined || distance(piece, own) < distance(other, own))
      nearest.set(piece.sequence, piece);
  }
  nearest.set(own.sequence, own);
  return [...nearest.values()].toSorted((a, b) => a.sequence - b.sequence).map(({ tpdu }) => tpdu);
}

function distance(a: Piece, b: Piece): number {
  return Math.abs(a.number - b.number);
}

/** What a message is a part of; one that has all its parts is none. */
function pieceOf({ number, username, message }: ReceivedMessage): Piece | undefined {
  if (message.kind !== 'pdu') return undefined;
  const pieces = unlessRefused(() =>
    submitsOf(message).flatMap(tpdu => {
      const { concatenation } = decodeSubmit(tpdu);
      if (concatenation === undefined) return [];
      const { sequence, reference, referenceBits, total } = concatenation;
      const whole = JSON.stringify([username, message.to, reference, referenceBits, total]);
      return [{ number, tpdu, sequence, whole }];
    }),
  );
  return pieces?.length === 1 ? pieces[0] : undefined;
}
