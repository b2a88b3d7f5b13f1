import { inspected, json } from './inputs.ts';
import type { Raise, Raises } from './raise.ts';

const sms = (options: string): Raise => ({ run: `mms sms ${options}` });
const read = (...tpdus: readonly string[]): Raise =>
  sms(tpdus.map(tpdu => `--decode ${tpdu.replaceAll(' ', '')}`).join(' '));
const header = (hex: string): Raise => inspected('udh', hex);

/** SMS, each with one fault. */
export const SMS_RAISES = {
  'sms/address': sms('--text Hi --to 07700x'),
  'sms/field-value': sms('--text Hi --to +447700900123 --protocol-identifier 300'),
  'sms/validity-period': sms('--text Hi --to +447700900123 --validity-period 99999999'),
  'sms/unencodable': sms('--text Привет --encoding gsm7'),
  'sms/lone-surrogate': json('sms', { text: 'a\ud800' }),
  'sms/language': sms('--text Hi --national-language 99'),
  'sms/many-parts': json('ems', { items: [{ type: 'text', text: 'x'.repeat(1000) }] }),
  'sms/too-many-parts': json('sms', { text: 'x'.repeat(40_000) }),
  'sms/udh-too-long': sms(`--text Hi --udh 8d708b${'00'.repeat(139)}`),
  'sms/no-room': json('sms', {
    text: '€€€€',
    informationElements: [{ id: 0x70, data: '00'.repeat(131) }],
  }),
  'sms/element-length': json('sms', { text: 'Hi', informationElements: [{ id: 0, data: '00' }] }),
  'sms/element-conflict': sms('--text Hi --port 5505 --udh 06050415810000'),
  'sms/port-range': sms('--text Hi --port 70000'),
  'sms/message-type': sms('--decode 02'),
  'sms/user-data-length': read('01000b91447700092143000005e8329b'),
  'sms/mixed-parts': read(
    '41000c9144770009103200000b0500030102010c32',
    '41000c9144770009103200000b0500030202020c32',
  ),
  'sms/parts-differ': read(
    '41000c914477000910320000 08 0500030102019e',
    '41000c914477000910320008 08 050003010202 0041',
  ),
  'sms/missing-parts': read('41000c914477000910320000080500030102019e'),
  'sms/trailing-octets': read('01000b91447700092143000005e8329bfd0600'),
  'sms/alphabet-mismatch': sms('--text Hi --encoding gsm7 --data-coding-scheme 8'),
  'sms/reserved-coding': read('01000b91447700092143008005e8329bfd06'),
  'sms/element-overrun': header('06050523f40001'),
  'sms/element-repeated': header('06240101240103'),
  'sms/element-ignored': header('0405020b84'),
  'sms/address-form': read('0100 0101f1 0000 02e834'),
  'sms/timestamp': read('04 0b91447700092143 0000 99999999999999 02e834'),
  'sms/unassigned-septet': read('0100 0b91447700092143 0000 011b'),
} satisfies Raises;
