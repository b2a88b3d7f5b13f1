import { inspected } from './inputs.ts';
import { program, type Raise, type Raises } from './raise.ts';

/** A document of WBXML: by default a service indication in UTF-8 without string table. */
const wbxml = (body: string, head = '02056a00'): Raise => inspected('wbxml', head + body);

/** A service indication, built and written. */
const written = (document: string, before = ''): Raise =>
  program(`
import { encodeWbxml } from 'mms-composer/push';

${before}encodeWbxml({ ${document} });`);

/** Documents of WBXML, each with one fault. */
export const WBXML_RAISES = {
  'wbxml/version': wbxml('', '04056a00'),
  'wbxml/number': wbxml('', '02ffffffffffff7f'),
  'wbxml/syntax': wbxml('01'),
  'wbxml/string-index': wbxml('45c60d83050101'),
  'wbxml/entity': wbxml('450283b00001'),
  'wbxml/charset': written(`charset: 1015, root: { name: 'si', attributes: new Map(), children: [] }`),
  'wbxml/nul-character': program(`
import { encodeServiceIndication } from 'mms-composer/push';

encodeServiceIndication({ href: 'http://example.com/', content: 'Hi\\0' });`),
  'wbxml/too-deep': written(
    'root',
    `let root = { name: 'si', attributes: new Map(), children: [] };
for (let depth = 0; depth < 40; depth += 1) root = { ...root, children: [root] };
`,
  ),
  'wbxml/too-large': program(`
import { fromHex } from 'mms-composer';
import { decodeWbxml } from 'mms-composer/push';

decodeWbxml(fromHex(\`02056a0045\${'05'.repeat(30_000)}01\`));`),
  'wbxml/unknown-token': wbxml('457f0101'),
  'wbxml/unknown-language': wbxml('0400', '02206a03736900'),
  'wbxml/repeated-attribute': wbxml('45c60b0361000b03620001034869000101'),
  'wbxml/instruction-dropped': wbxml('430b0361000105'),
  'wbxml/charset-guessed': wbxml('4503ff0001'),
  'wbxml/trailing-octets': wbxml('45c60c036100010103480001010000'),
} satisfies Raises;
