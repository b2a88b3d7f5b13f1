import { type ReaderOptions, requireObject } from '../bytes/index.ts';
import type { Issue } from '../issues/index.ts';
import { xmlElement } from '../xml/index.ts';
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
  type WbxmlOptions,
  wordOf,
} from './documents.ts';
import { SL_LANGUAGE } from './tables/sl-language.ts';

/** How the phone loads a service (WAP-168 5.2); without it `execute-low`. */
export const SL_ACTIONS = ['execute-low', 'execute-high', 'cache'] as const;

/** One of {@link SL_ACTIONS}. */
export type SlAction = (typeof SL_ACTIONS)[number];

/** A Service Loading (WAP-168 8.1). */
export interface ServiceLoading {
  readonly href: string;
  readonly action?: SlAction | undefined;
}

/** A Service Loading as read; without address `href` is empty. */
export interface DecodedServiceLoading extends ServiceLoading {
  readonly warnings: readonly Issue[];
}

const serviceLoading: DocumentType<ServiceLoading, DecodedServiceLoading> = {
  language: SL_LANGUAGE,
  toElement(loading) {
    const { href, action } = requireObject(loading, 'a service loading', 'loading');
    requireText(href, 'href');
    if (href === undefined || href === '') throw missing('href', 'a Service Loading needs href');
    checkWord(SL_ACTIONS, action, 'action');
    return xmlElement('sl', { href, action });
  },
  fromElement(root, warnings) {
    const values = attributesOf(root, ['href', 'action'], warnings);
    if (elementsIn(root, warnings).length > 0)
      warnings.warn('push/not-in-dtd', 'elements in sl', { path: 'sl' });
    if (values.href === undefined) warnings.warn('push/not-in-dtd', 'sl has no href', { path: 'sl' });
    const action = wordOf(SL_ACTIONS, values.action, 'sl@action', warnings);
    return {
      href: values.href ?? '',
      ...(action === undefined ? {} : { action }),
      warnings: warnings.list,
    };
  },
};

/**
 * A Service Loading as WBXML.
 * @throws MmsError `push/missing`, `push/value`, or a code that begins with `wbxml/`
 */
export function encodeServiceLoading(loading: ServiceLoading, options: WbxmlOptions = {}): Uint8Array {
  return encodeDocument(serviceLoading, loading, options);
}

/**
 * Reads a Service Loading from WBXML.
 * @throws MmsError `push/document-type`, or a code of `decodeWbxml`
 */
export function decodeServiceLoading(bytes: Uint8Array, options: ReaderOptions = {}): DecodedServiceLoading {
  return decodeDocument(serviceLoading, bytes, options);
}

/**
 * A Service Loading as an XML document.
 * @throws MmsError `push/missing`, `push/value`, `xml/illegal-character`
 */
export function formatServiceLoading(loading: ServiceLoading): string {
  return formatDocument(serviceLoading, loading);
}

/**
 * Reads a Service Loading from XML.
 * @throws MmsError `push/document-type`, or a code that begins with `xml/`
 */
export function parseServiceLoading(
  xml: string | Uint8Array,
  options: ParseOptions = {},
): DecodedServiceLoading {
  return parseDocument(serviceLoading, xml, options);
}
