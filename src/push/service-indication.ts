import { type ReaderOptions, requireObject, wrongType } from '../bytes/index.ts';
import type { Issue } from '../issues/index.ts';
import type { Warnings } from '../warnings.ts';
import type { WbxmlElement } from '../wbxml/index.ts';
import type { DateInput } from '../wsp/index.ts';
import { type XmlElement, xmlElement } from '../xml/index.ts';
import {
  attributesOf,
  checkWord,
  type DocumentType,
  decodeDocument,
  elementsIn,
  encodeDocument,
  formatDocument,
  missing,
  type ParseOptions,
  parseDocument,
  requireText,
  textIn,
  type WbxmlOptions,
  wordOf,
} from './documents.ts';
import { utcDateText } from './opaque-date.ts';
import { SI_LANGUAGE } from './tables/si-language.ts';

/** What the phone does with an indication (WAP-167 5.2); without it `signal-medium`. */
export const SI_ACTIONS = ['signal-none', 'signal-low', 'signal-medium', 'signal-high', 'delete'] as const;

/** One of {@link SI_ACTIONS}. */
export type SiAction = (typeof SI_ACTIONS)[number];

/** A piece of further information. */
export interface SiItem {
  readonly class: string;
  readonly pcdata: string;
}

/** A Service Indication (WAP-167 8.1); `href` or `siId` must be there. */
export interface ServiceIndication {
  readonly href?: string | undefined;
  /** Identity of the indication; without it `href` is. The action `delete` needs it. */
  readonly siId?: string | undefined;
  readonly action?: SiAction | undefined;
  /** A Date or an ISO text, without zone in UTC. */
  readonly created?: DateInput | undefined;
  readonly siExpires?: DateInput | undefined;
  /** The text that is shown. */
  readonly content?: string | undefined;
  readonly info?: readonly SiItem[] | undefined;
}

/** A Service Indication as read: dates are texts such as `2026-10-20T10:15:30Z`. */
export interface DecodedServiceIndication extends ServiceIndication {
  readonly created?: string;
  readonly siExpires?: string;
  readonly warnings: readonly Issue[];
}

const serviceIndication: DocumentType<ServiceIndication, DecodedServiceIndication> = {
  language: SI_LANGUAGE,
  toElement(indication) {
    check(indication);
    const { href, siId, action, created, siExpires, content = '', info = [] } = indication;
    const attributes = {
      href,
      'si-id': siId,
      action,
      created: utcDateText(created, 'created'),
      'si-expires': utcDateText(siExpires, 'siExpires'),
    };
    return xmlElement('si', {}, [
      xmlElement('indication', attributes, content === '' ? [] : [content]),
      ...(info.length === 0 ? [] : [xmlElement('info', {}, info.map(toItem))]),
    ]);
  },
  fromElement(root, warnings) {
    const children = elementsIn(root, warnings);
    const indications = children.filter(({ name }) => name === 'indication');
    const infos = children.filter(({ name }) => name === 'info');
    if (indications.length !== 1 || indications.length + infos.length < children.length || infos.length > 1) {
      warnings.warn('push/not-in-dtd', 'expected one indication, then at most one info', { path: 'si' });
    }
    const items = infos.flatMap(info => elementsIn(info, warnings)).map(item => fromItem(item, warnings));
    return {
      ...fromIndication(indications[0] ?? NO_INDICATION, warnings),
      ...(items.length === 0 ? {} : { info: items }),
      warnings: warnings.list,
    };
  },
};

const NO_INDICATION: WbxmlElement = { name: 'indication', attributes: new Map(), children: [] };

function check(indication: ServiceIndication): void {
  const {
    href,
    siId,
    action,
    content,
    info = [],
  } = requireObject(indication, 'a service indication', 'indication');
  requireText(href, 'href');
  requireText(siId, 'siId');
  requireText(content, 'content');
  if (!Array.isArray(info)) throw wrongType('an array of items', info, 'info');
  if (href === undefined && siId === undefined) throw missing('href', 'an indication needs href or si-id');
  if (action === 'delete' && siId === undefined) throw missing('siId', 'the action delete needs si-id');
  checkWord(SI_ACTIONS, action, 'action');
  for (const [index, item] of info.entries()) {
    const path = `info[${index}]`;
    if (typeof item !== 'object' || item === null) throw wrongType('an item', item, path);
    if (typeof item.class !== 'string') throw wrongType('a text', item.class, `${path}.class`);
    if (typeof item.pcdata !== 'string') throw wrongType('a text', item.pcdata, `${path}.pcdata`);
    if (item.class === '') throw missing(`${path}.class`, 'an item needs a class');
  }
}

function toItem({ class: itemClass, pcdata }: SiItem): XmlElement {
  return xmlElement('item', { class: itemClass }, pcdata === '' ? [] : [pcdata]);
}

function fromItem(item: WbxmlElement, warnings: Warnings): SiItem {
  const { class: itemClass } = attributesOf(item, ['class'], warnings);
  if (item.name !== 'item' || itemClass === undefined) {
    warnings.warn('push/not-in-dtd', 'expected an item with a class', { path: item.name });
  }
  return { class: itemClass ?? '', pcdata: textIn(item, warnings) };
}

function fromIndication(
  indication: WbxmlElement,
  warnings: Warnings,
): Omit<DecodedServiceIndication, 'warnings'> {
  const names = ['href', 'si-id', 'action', 'created', 'si-expires'] as const;
  const values = attributesOf(indication, names, warnings);
  if (values.href === undefined && values['si-id'] === undefined) {
    warnings.warn('push/not-in-dtd', 'neither href nor si-id', { path: 'indication' });
  }
  const action = wordOf(SI_ACTIONS, values.action, 'indication@action', warnings);
  const content = textIn(indication, warnings);
  return {
    ...(values.href === undefined ? {} : { href: values.href }),
    ...(values['si-id'] === undefined ? {} : { siId: values['si-id'] }),
    ...(action === undefined ? {} : { action }),
    ...(values.created === undefined ? {} : { created: values.created }),
    ...(values['si-expires'] === undefined ? {} : { siExpires: values['si-expires'] }),
    ...(content === '' ? {} : { content }),
  };
}

/**
 * A Service Indication as WBXML.
 * @throws MmsError `push/missing`, `push/value`, `bytes/value-range` for a date, or a code that begins with `wbxml/`
 * @example encodeServiceIndication({ href: 'http://www.example.com/a', content: 'Hello' })
 */
export function encodeServiceIndication(
  indication: ServiceIndication,
  options: WbxmlOptions = {},
): Uint8Array {
  return encodeDocument(serviceIndication, indication, options);
}

/**
 * Reads a Service Indication from WBXML.
 * @throws MmsError `push/document-type`, or a code of `decodeWbxml`
 */
export function decodeServiceIndication(
  bytes: Uint8Array,
  options: ReaderOptions = {},
): DecodedServiceIndication {
  return decodeDocument(serviceIndication, bytes, options);
}

/**
 * A Service Indication as an XML document.
 * @throws MmsError `push/missing`, `push/value`, `bytes/value-range`, `xml/illegal-character`
 */
export function formatServiceIndication(indication: ServiceIndication): string {
  return formatDocument(serviceIndication, indication);
}

/**
 * Reads a Service Indication from XML.
 * @throws MmsError `push/document-type`, or a code that begins with `xml/`
 */
export function parseServiceIndication(
  xml: string | Uint8Array,
  options: ParseOptions = {},
): DecodedServiceIndication {
  return parseDocument(serviceIndication, xml, options);
}
