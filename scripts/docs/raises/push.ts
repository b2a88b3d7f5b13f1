import { program, type Raise, type Raises } from './raise.ts';

const push = (xml: string): Raise => ({ run: 'mms push --xml si.xml', files: { 'si.xml': `${xml}\n` } });

/** WAP pushes, each with one fault. */
export const PUSH_RAISES = {
  'push/missing': { ...push('<si/>'), besides: ['push/not-in-dtd'] },
  'push/value': program(`
import { encodeServiceIndication } from 'mms-composer/push';

encodeServiceIndication({ href: 'http://example.com/', content: 'Hi', action: 'loud' });`),
  'push/date': program(`
import { encodeWbxml } from 'mms-composer/push';

const attributes = new Map([
  ['href', { value: 'http://example.com/' }],
  ['created', { value: 'yesterday' }],
]);
const indication = { name: 'indication', attributes, children: ['Hi'] };
encodeWbxml({ root: { name: 'si', attributes: new Map(), children: [indication] } });`),
  'push/value-dropped': push('<si><indication href="http://example.com/" action="loud">Hi</indication></si>'),
  'push/document-type': push('<html/>'),
  'push/pdu-type': { run: 'mms decode --as wsp-push --hex 01400100' },
  'push/not-in-dtd': push('<si><indication href="http://example.com/" colour="red">Hi</indication></si>'),
} satisfies Raises;
