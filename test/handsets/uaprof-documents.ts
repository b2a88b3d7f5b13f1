import { readTable } from '../../scripts/facts/csv.ts';
import { PROFILE_COLUMNS, type ProfileRow } from '../../scripts/handsets/clean.ts';
import { escapeXml } from '../../src/xml/index.ts';

/** How makers lay out the same facts. */
interface Layout {
  readonly name: string;
  /** Before the declaration. */
  readonly front?: string;
  readonly doctype?: string;
  readonly rdf?: string;
  readonly prf?: string;
  readonly bag?: 'Bag' | 'Seq' | 'Alt';
  /** A bag in the only item of another bag. */
  readonly nested?: boolean;
  /** Single values as attributes of their component. */
  readonly attributes?: boolean;
  readonly lowerCase?: boolean;
  /** Older name of MmsCcppAcceptCharSet. */
  readonly oldCharsets?: boolean;
  readonly comments?: boolean;
  readonly datatypes?: boolean;
}

const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
const PRF = 'http://www.openmobilealliance.org/tech/profiles/UAPROF/ccppschema-20021212#';

const ENTITIES: Layout = {
  name: 'namespace entities',
  doctype: `<!DOCTYPE rdf:RDF [\n <!ENTITY ns-rdf '${RDF}'>\n <!ENTITY ns-prf "${PRF}">\n <!ENTITY prf-dt "${PRF}dt-">\n]>`,
  rdf: '&ns-rdf;',
  prf: '&ns-prf;',
  datatypes: true,
};

/** The first is for the documents that declare entities, the others take turns. */
const LAYOUTS: readonly Layout[] = [
  { name: 'plain' },
  { name: 'nested bags', nested: true, bag: 'Bag' },
  { name: 'attributes', attributes: true },
  { name: 'lower case', lowerCase: true },
  { name: 'blanks first', front: '\r\n  ' },
  { name: 'sequences and comments', bag: 'Seq', comments: true },
  { name: 'alternatives, old name of charsets', bag: 'Alt', oldCharsets: true },
  { name: 'external DOCTYPE', doctype: '<!DOCTYPE rdf:RDF SYSTEM "http://example.com/uaprof.dtd">' },
  ENTITIES,
];

/** One user agent profile of the facts, and a document that says the same. */
export interface RebuiltProfile {
  readonly row: ProfileRow;
  readonly layout: string;
  readonly document: string;
}

/** A document for every row of the facts, in the layouts of the makers. */
export function rebuiltProfiles(): RebuiltProfile[] {
  const rows = readTable('uaprof.csv', [...PROFILE_COLUMNS, 'product']);
  return rows.map((row, index) => {
    const layout = row.product === 'ok' ? LAYOUTS[index % LAYOUTS.length] : ENTITIES;
    return { row, layout: layout?.name ?? '', document: documentOf(row, layout ?? ENTITIES) };
  });
}

function documentOf(row: ProfileRow, layout: Layout): string {
  const { front = '', doctype = '', rdf = RDF, prf = PRF, bag = 'Bag', comments = false } = layout;
  const note = comments ? '<!-- characteristics < & > -->' : '';
  const nameOf = (name: string): string => `prf:${layout.lowerCase === true ? name.toLowerCase() : name}`;
  const type = layout.datatypes === true ? ' rdf:datatype="&prf-dt;Literal"' : '';
  const singles = (values: Readonly<Record<string, string>>): { attributes: string; elements: string } => {
    const known = Object.entries(values).filter(([, value]) => value !== '');
    const attributes = known.map(([name, value]) => ` ${nameOf(name)}="${escapeXml(value)}"`).join('');
    const elements = known.map(
      ([name, value]) => `${note}<${nameOf(name)}${type}> ${escapeXml(value)}\n</${nameOf(name)}>`,
    );
    return layout.attributes === true
      ? { attributes, elements: '' }
      : { attributes: '', elements: elements.join('') };
  };
  const list = (name: string, value: string): string => {
    const items = value.split(' ').filter(item => item !== '');
    if (items.length === 0) return '';
    const all = items.map(item => `${note}<rdf:li${type}>${escapeXml(item)}</rdf:li>`).join('\n');
    const inner = `<rdf:${bag}>${all}</rdf:${bag}>`;
    const whole = layout.nested === true ? `<rdf:Bag><rdf:li>${inner}</rdf:li></rdf:Bag>` : inner;
    return `<${nameOf(name)}>${whole}</${nameOf(name)}>`;
  };
  const component = (id: string, attributes: string, content: string): string =>
    `<prf:component><rdf:Description rdf:ID="${id}"${attributes}><rdf:type rdf:resource="${prf}${id}"/>${content}</rdf:Description></prf:component>\n`;
  const hardware = singles({ Vendor: row.vendor, Model: row.model, ScreenSize: row.screen });
  const mms = singles({ MmsMaxMessageSize: row.maxBytes, MmsMaxImageResolution: row.maxImage });
  const charsets = layout.oldCharsets === true ? 'MmsCcppAccept-CharSet' : 'MmsCcppAcceptCharSet';
  const lists = list(charsets, row.charsets) + list('MmsCcppAccept', row.accept);
  return (
    `${front}<?xml version="1.0" encoding="UTF-8"?>\n${doctype}\n` +
    `<rdf:RDF xmlns:rdf="${rdf}" xmlns:prf="${prf}">\n<rdf:Description rdf:ID="Profile">\n` +
    component('HardwarePlatform', hardware.attributes, hardware.elements) +
    component('MmsCharacteristics', mms.attributes, mms.elements + lists) +
    '</rdf:Description></rdf:RDF>\n'
  );
}
