import { expect, it } from 'vitest';
import type { IssueCode } from '../../src/issues/index.ts';
import { type EncodeOptions, encodePdu, type PduInput } from '../../src/mms/index.ts';

/** What the encoder must refuse: a name, keys to add to a complete PDU or to replace, the code and the path. */
export type RefusalRow = readonly [
  name: string,
  changes: Readonly<Record<string, unknown>>,
  code: IssueCode,
  path?: string,
];

export const NONE = new Uint8Array(0);
const PLAIN = { type: 'text/plain', parameters: {} };
export const MIXED = { type: 'application/vnd.wap.multipart.mixed' };

/** A complete PDU of each kind used here. */
export const COMPLETE = {
  'm-send-req': { transactionId: 'T', to: ['+1'], contentType: PLAIN, body: NONE },
  'm-send-conf': { transactionId: 'T', responseStatus: 'ok' },
  'm-notification-ind': {
    transactionId: 'T',
    messageClass: 'personal',
    messageSize: 9,
    expiry: { relative: 60 },
    contentLocation: '/a',
  },
  'm-notifyresp-ind': { transactionId: 'T', status: 'retrieved' },
  'm-retrieve-conf': { date: new Date('2010-01-01T00:00:00Z'), contentType: PLAIN, body: NONE },
  'm-acknowledge-ind': { transactionId: 'T' },
  'm-delivery-ind': { messageId: 'M', to: ['+1'], date: new Date(0), status: 'retrieved' },
  'm-read-rec-ind': { messageId: 'M', to: ['+1'], readStatus: 'read' },
  'm-read-orig-ind': { messageId: 'M', to: ['+1'], from: '+2', date: new Date(0), readStatus: 'read' },
  'm-forward-req': { transactionId: 'T', to: ['+1'], contentLocation: '/a' },
  'm-mbox-view-req': { transactionId: 'T' },
  'm-mbox-view-conf': { transactionId: 'T', responseStatus: 'ok', contentType: PLAIN, body: NONE },
  'm-mbox-store-req': { transactionId: 'T', contentLocation: '/a' },
  'm-delete-req': { mmsVersion: '1.3', transactionId: 'T', contentLocation: ['/a'] },
  'm-delete-conf': {
    mmsVersion: '1.3',
    transactionId: 'T',
    responseStatus: [{ statusCount: 1, value: 'ok' }],
    contentLocation: [{ statusCount: 1, value: '/a' }],
  },
  'm-cancel-req': { mmsVersion: '1.3', transactionId: 'T', cancelId: 'C' },
} as const;

export type Kind = keyof typeof COMPLETE;

/** A complete PDU with changes that the types would not let through. */
export const changed = (messageType: Kind, changes: Readonly<Record<string, unknown>>): PduInput =>
  ({ messageType, ...COMPLETE[messageType], ...changes }) as unknown as PduInput;

/** One test a row. */
export function itRefuses(messageType: Kind, rows: readonly RefusalRow[], options: EncodeOptions = {}): void {
  for (const [name, changes, code, path] of rows) {
    it(name, () => {
      expect(() => encodePdu(changed(messageType, changes), options)).toThrow(
        expect.objectContaining({ name: 'MmsError', code, ...(path === undefined ? {} : { path }) }),
      );
    });
  }
}
