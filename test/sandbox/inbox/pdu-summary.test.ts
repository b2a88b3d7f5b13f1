import { expect, it } from 'vitest';
import { fromHex } from '../../../src/bytes/index.ts';
import { pduSummary } from '../../../src/sandbox/inbox/pdu-summary.ts';

it.each([
  ['a text', { text: 'Hi' }, 'Hi'],
  ['a part of a text', { text: 'Hi', userDataHeader: '050003090201' }, 'part 1 of 2: Hi'],
  ['octets', { userData: '01ff' }, '01ff'],
  ['more octets than are shown', { userData: 'ab'.repeat(30) }, 'ab'.repeat(20)],
  ['nothing', {}, ''],
  ['a header that is broken', { userDataHeader: '0500', userData: '01' }, '01'],
  ['a push', { userDataHeader: '0605040b840000', userData: '01' }, 'WAP push'],
  ['settings', { userDataHeader: '060504c34f0000', userData: '01' }, 'settings'],
  ['a ringing tone', { userDataHeader: '06050415810000', userData: '02' }, 'ringing tone'],
  ['a picture', { userDataHeader: '060504158a0000', userData: '30' }, 'picture message'],
  ['another port', { userDataHeader: '06050430390000', userData: '0102' }, 'port 12345: 0102'],
  ['EMS', { userDataHeader: '040b020003', userData: '' }, 'EMS'],
] as const)('%s is told by its header', (_, fields, summary) => {
  const { text, userDataHeader, userData }: { text?: string; userDataHeader?: string; userData?: string } =
    fields;
  const message = {
    kind: 'pdu',
    ...(text !== undefined && { text }),
    ...(userDataHeader !== undefined && { userDataHeader: fromHex(userDataHeader) }),
    ...(userData !== undefined && { userData: fromHex(userData) }),
  } as const;
  expect(pduSummary(message)).toBe(summary);
});
