import { program, type Raise, type Raises } from './raise.ts';

const push = (text: string): Raise => ({ run: 'mms push --xml si.xml', files: { 'si.xml': `${text}\n` } });

/** A service indication, read from XML that is made in place. */
const parsed = (xml: string): Raise =>
  program(`
import { parseServiceIndication } from 'mms-composer/push';

parseServiceIndication(${xml});`);

const INDICATION = '<indication href="http://example.com/">Hi</indication>';

/** Documents of XML, each with one fault. */
export const XML_RAISES = {
  'xml/not-well-formed': push(`<si>${INDICATION}`),
  'xml/doctype-internal-subset': push(
    `<!DOCTYPE si [<!ENTITY shop "The Shop">]>\n<si><indication href="http://example.com/">&shop;</indication></si>`,
  ),
  'xml/encoding': push(`<?xml version="1.0" encoding="ebcdic"?>\n<si>${INDICATION}</si>`),
  'xml/illegal-character': program(`
import { formatServiceIndication } from 'mms-composer/push';

formatServiceIndication({ href: 'http://example.com/', content: 'Hi\\u0001' });`),
  'xml/too-large': parsed(`\`<si>\${' '.repeat(70_000)}${INDICATION}</si>\``),
  'xml/too-deep': parsed(`\`\${'<si>'.repeat(40)}\${'</si>'.repeat(40)}\``),
  'xml/too-many-attributes': parsed(`\`<si>\${'<item class="news"/>'.repeat(2001)}</si>\``),
} satisfies Raises;
