import { describe, expect, it } from 'vitest';
import { fromHex, toHex } from '../../src/bytes/index.ts';
import { decodePdu, encodePdu } from '../../src/mms/index.ts';
import { changed, type Kind } from './refusal-rows.ts';
import { z } from './tolerance.ts';

const PLMN = z('+1/TYPE=PLMN');
const DATE = new Date('2010-01-01T00:00:00Z');

type Row = readonly [key: string, value: unknown, hex: string];

const both = (
  kind: Kind,
  changes: Readonly<Record<string, unknown>>,
  head: string,
  rows: readonly Row[],
  tail = '',
) => {
  it.each(rows)('%s %j', (key, value, hex) => {
    const pdu = `${head}${hex}${tail}`.replaceAll(' ', '');
    expect(toHex(encodePdu(changed(kind, { ...changes, [key]: value })))).toBe(pdu);
    const decoded: Record<string, unknown> = { ...decodePdu(fromHex(pdu), { strict: true }) };
    expect(decoded[key]).toEqual(value);
  });
};

describe('composite values have the octets of their grammar', () => {
  both(
    'm-retrieve-conf',
    {},
    '8c84 8d92 85044b3d3b00',
    [
      ['previouslySentBy', [{ count: 1, address: '+1/TYPE=PLMN' }], `a00e81${PLMN}`],
      ['previouslySentBy', [{ count: 128, address: '+1/TYPE=PLMN' }], `a00f0180${PLMN}`],
      ['previouslySentDate', [{ count: 1, date: DATE }], 'a10681044b3d3b00'],
      ['mmFlags', [{ action: 'add', text: 'x' }], 'a403807800'],
      [
        'mmFlags',
        [
          { action: 'remove', text: 'x' },
          { action: 'filter', text: 'é' },
        ],
        'a403817800 a40782 05ea7fc3a900',
      ],
      ['messageClass', 'New', `8a${z('New')}`],
      ['from', 'é@x', '89098007ea7fc3a9407800'],
    ],
    '8483',
  );
  both(
    'm-send-req',
    {},
    `8c80 985400 8d92 890181 97${PLMN}`,
    [
      ['expiry', { relative: 86400 }, '88058103015180'],
      ['expiry', { relative: 60 }, '880381013c'],
      ['deliveryTime', { absolute: new Date('2010-01-01T01:00:00Z') }, '870680044b3d4910'],
    ],
    '8483',
  );
  both('m-mbox-view-req', {}, '8c8d 985400 8d92', [
    ['attributes', ['subject'], 'a896'],
    ['attributes', ['content', 'additionalHeaders', 0x7f], 'a8ae a8b0 a8ff'],
    ['start', 127, 'afff'],
    ['limit', 128, 'b30180'],
  ]);
  both(
    'm-mbox-view-conf',
    {},
    '8c8e 985400 8d92 9280',
    [
      ['mboxTotals', [{ messages: 5 }, { octets: 4096 }], 'aa028085 aa0481021000'],
      ['mboxQuotas', [{ messages: 5 }], 'ac028085'],
      ['messageCount', 127, 'adff'],
    ],
    '8483',
  );
  both('m-delete-conf', {}, '8c95 985400 8d93', [
    ['responseStatus', [{ statusCount: 1, value: 'ok' }], '92028180 8304812f6100'],
  ]);
  both('m-delete-conf', { responseText: undefined }, '8c95 985400 8d93 92028180', [
    ['responseText', [{ statusCount: 1, value: 'OK' }], '9304814f4b00 8304812f6100'],
    ['contentLocation', [{ statusCount: 1, value: '/a' }], '8304812f6100'],
  ]);
  both('m-notification-ind', {}, '8c82 985400 8d92 8a80 8e0109 880381013c 832f6100', [
    ['elementDescriptor', { contentReference: 'a.jpg', type: 'image/jpeg' }, `b208${z('a.jpg')}829e`],
    ['elementDescriptor', { contentReference: 'a' }, `b202${z('a')}`],
  ]);
});
