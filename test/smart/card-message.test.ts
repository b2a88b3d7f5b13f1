import { describe, expect, it } from 'vitest';
import { toHex } from '../../src/bytes/index.ts';
import { cardMessage, encodeSmartSms } from '../../src/smart/index.ts';
import { decodeSms } from '../../src/sms/index.ts';

describe('cardMessage', () => {
  it('is one SMS with the port header of Smart Messaging 3.0 where it fits 133 octets', () => {
    const [vcard] = cardMessage('vcard', 'x'.repeat(133)).parts;
    expect(toHex(vcard?.userDataHeader ?? new Uint8Array())).toBe('06050423f40000');
    expect(cardMessage('vcalendar', 'x').port).toBe(9205);
    expect(cardMessage('vcard', 'x'.repeat(134)).parts.map(part => toHex(part.userDataHeader))).toEqual([
      '0b050423f400000003000201',
      '0b050423f400000003000202',
    ]);
  });

  it('is put together again by the receiver', () => {
    const text = `BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=UTF-8:Zoë\r\nNOTE:${'long '.repeat(60)}.\r\nEND:VCARD\r\n`;
    const message = cardMessage('vcard', text, { reference: 7 });
    expect(message.parts.length).toBe(3);
    const segments = encodeSmartSms(message, { to: '+447700900123' });
    const decoded = decodeSms(segments.map(segment => segment.tpdu));
    expect(new TextDecoder().decode(decoded.data)).toBe(text);
  });
});
