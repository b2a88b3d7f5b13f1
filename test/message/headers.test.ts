import { describe, expect, it } from 'vitest';
import { fitHeaders } from '../../src/message/index.ts';

describe('the headers that fit a PDU', () => {
  it('keeps those of the PDU, and extras', () => {
    const headers = {
      subject: 'Hi',
      to: ['a@b.example'],
      bcc: ['c@d.example'],
      unknown: [],
      applicationHeaders: [],
    };
    expect(fitHeaders(headers, 'm-send-req')).toEqual({ headers, issues: [] });
  });

  it('drops what a relay does not deliver, and says so', () => {
    const { headers, issues } = fitHeaders({ subject: 'Hi', bcc: ['c@d.example'] }, 'm-retrieve-conf');
    expect(headers).toEqual({ subject: 'Hi' });
    expect(issues).toMatchObject([{ code: 'mms/field-dropped', path: 'bcc', severity: 'warning' }]);
  });

  it('leaves out what is absent or no header', () => {
    const headers = {
      subject: undefined,
      messageType: 'm-send-req',
      parts: [],
      warnings: [],
      body: 1,
      contentType: 1,
    };
    expect(fitHeaders(headers as never, 'm-send-req')).toStrictEqual({ headers: {}, issues: [] });
  });

  it.each([{ from: 'insert-address' }, { from: 'a@b.example', senderVisibility: 'hide' }] as const)(
    'hides the sender of %j from the receiver alone',
    headers => {
      expect(fitHeaders(headers, 'm-retrieve-conf').headers).not.toHaveProperty('from');
      expect(fitHeaders(headers, 'm-send-req').headers).toEqual(headers);
    },
  );

  it('shows a sender who does not hide', () => {
    const headers = { from: 'a@b.example' };
    expect(fitHeaders(headers, 'm-retrieve-conf').headers).toEqual(headers);
  });

  it('leaves a message type that nobody knows to the encoder', () => {
    expect(fitHeaders({ subject: 'Hi' }, 'm-nothing' as never)).toMatchObject({
      headers: {},
      issues: [{ code: 'mms/field-dropped', path: 'subject' }],
    });
  });

  it('refuses what is a field of no PDU', () => {
    expect(() => fitHeaders({ colour: 'red' } as never, 'm-send-req')).toThrow(
      expect.objectContaining({ code: 'mms/unknown-field', path: 'colour' }),
    );
  });
});
