import type { ReaderOptions } from '../bytes/index.ts';
import { type Issue, PROVISIONING_ISSUES } from '../issues/index.ts';
import { Warnings } from '../warnings.ts';
import { decodeWbxml, encodeWbxml } from '../wbxml/index.ts';
import { formatXml, parseXml, type XmlOptions } from '../xml/index.ts';
import type { ProvisioningDocument } from './document.ts';
import { CLIENT_PROVISIONING, type DocumentForm, fromElement, OTA_SETTINGS, toElement } from './forms.ts';

/** A document as read. */
export interface DecodedProvisioning extends ProvisioningDocument {
  readonly warnings: readonly Issue[];
}

/** How XML is read, and whether departures from the document type are refused. */
export interface ParseProvisioningOptions extends XmlOptions {
  readonly strict?: boolean | undefined;
}

/**
 * A client provisioning document as WBXML 1.3 (OMA-WAP-ProvCont 8). A value is a token only as a whole.
 * @throws MmsError `provisioning/value`, `wbxml/nul-character`, `wbxml/too-deep`
 * @example encodeProvisioning(settingsDocument({ name: 'Example', accessPoint: { apn: 'internet' } }))
 */
export function encodeProvisioning(document: ProvisioningDocument): Uint8Array {
  return encode(document, CLIENT_PROVISIONING);
}

/**
 * Reads a client provisioning document.
 * @throws MmsError `provisioning/document-type`, `bytes/truncated`, or a code that begins with `wbxml/`
 */
export function decodeProvisioning(bytes: Uint8Array, options: ReaderOptions = {}): DecodedProvisioning {
  return decode(bytes, CLIENT_PROVISIONING, options);
}

/** The XML of a client provisioning document, with the DOCTYPE by which encoders know it. */
export function formatProvisioning(document: ProvisioningDocument): string {
  return format(document, CLIENT_PROVISIONING);
}

/**
 * Reads the XML of a client provisioning document.
 * @throws MmsError `provisioning/document-type`, or a code that begins with `xml/`
 */
export function parseProvisioning(
  xml: string | Uint8Array,
  options: ParseProvisioningOptions = {},
): DecodedProvisioning {
  return parse(xml, CLIENT_PROVISIONING, options);
}

/**
 * A document of the older OTA settings as WBXML 1.1 (OTA Settings 7.0).
 * @throws MmsError as {@link encodeProvisioning}
 */
export function encodeOtaSettings(document: ProvisioningDocument): Uint8Array {
  return encode(document, OTA_SETTINGS);
}

/**
 * Reads a document of the older OTA settings.
 * @throws MmsError as {@link decodeProvisioning}
 */
export function decodeOtaSettings(bytes: Uint8Array, options: ReaderOptions = {}): DecodedProvisioning {
  return decode(bytes, OTA_SETTINGS, options);
}

/** The XML of a document of the older OTA settings. */
export function formatOtaSettings(document: ProvisioningDocument): string {
  return format(document, OTA_SETTINGS);
}

/**
 * Reads the XML of a document of the older OTA settings.
 * @throws MmsError as {@link parseProvisioning}
 */
export function parseOtaSettings(
  xml: string | Uint8Array,
  options: ParseProvisioningOptions = {},
): DecodedProvisioning {
  return parse(xml, OTA_SETTINGS, options);
}

function encode(document: ProvisioningDocument, form: DocumentForm): Uint8Array {
  const { language, version } = form;
  return encodeWbxml({ root: toElement(document, form), version }, language);
}

function decode(bytes: Uint8Array, form: DocumentForm, options: ReaderOptions): DecodedProvisioning {
  const { root, warnings } = decodeWbxml(bytes, [form.language], options);
  const found = new Warnings(PROVISIONING_ISSUES, options.strict, [...warnings]);
  return { ...fromElement(root, form, found), warnings: found.list };
}

function format(document: ProvisioningDocument, form: DocumentForm): string {
  const doctype = `<!DOCTYPE ${form.language.name} ${form.doctype}>`;
  return `<?xml version="1.0"?>\n${doctype}\n${formatXml(toElement(document, form))}\n`;
}

function parse(
  xml: string | Uint8Array,
  form: DocumentForm,
  options: ParseProvisioningOptions,
): DecodedProvisioning {
  const { root, issues } = parseXml(xml, options);
  const found = new Warnings(PROVISIONING_ISSUES, options.strict, [...issues]);
  return { ...fromElement(root, form, found), warnings: found.list };
}
