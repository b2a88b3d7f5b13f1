import { MmsError } from '../errors.ts';
import type { Warnings } from '../warnings.ts';
import { isWbxmlElement, type WbxmlElement, type WbxmlLanguage, type WbxmlVersion } from '../wbxml/index.ts';
import { type XmlElement, xmlElement } from '../xml/index.ts';
import { checkDocument } from './check-document.ts';
import { type Characteristic, isCharacteristic, type Parm, type ProvisioningDocument } from './document.ts';
import { OTA_SETTINGS_LANGUAGE } from './tables/ota-settings-language.ts';
import { PROVISIONING_LANGUAGE } from './tables/provisioning-language.ts';

/** The two document types: how their elements and attributes are called, and how they are sent. */
export interface DocumentForm {
  readonly language: WbxmlLanguage;
  readonly version: WbxmlVersion;
  readonly doctype: string;
  readonly rootAttributes: Readonly<Record<string, string>>;
  readonly group: string;
  readonly parm: string;
  readonly type: string;
  readonly name: string;
  readonly value: string;
}

/** OMA client provisioning. */
export const CLIENT_PROVISIONING: DocumentForm = {
  language: PROVISIONING_LANGUAGE,
  version: '1.3',
  doctype: `PUBLIC "${PROVISIONING_LANGUAGE.publicIdText}" "${PROVISIONING_LANGUAGE.systemId}"`,
  rootAttributes: { version: '1.0' },
  group: 'characteristic',
  parm: 'parm',
  type: 'type',
  name: 'name',
  value: 'value',
};

/** The older settings of Nokia and Ericsson. */
export const OTA_SETTINGS: DocumentForm = {
  language: OTA_SETTINGS_LANGUAGE,
  version: '1.1',
  doctype: `SYSTEM "${OTA_SETTINGS_LANGUAGE.systemId}"`,
  rootAttributes: {},
  group: 'CHARACTERISTIC',
  parm: 'PARM',
  type: 'TYPE',
  name: 'NAME',
  value: 'VALUE',
};

/** The root element of a document. */
export function toElement(document: ProvisioningDocument, form: DocumentForm): XmlElement {
  checkDocument(document);
  const children = document.characteristics.map(group => elementOf(group, form));
  return xmlElement(form.language.name, form.rootAttributes, children);
}

function elementOf(content: Parm | Characteristic, form: DocumentForm): XmlElement {
  const value = content.value === undefined ? {} : { [form.value]: content.value };
  if (!isCharacteristic(content)) return xmlElement(form.parm, { [form.name]: content.name, ...value });
  const children = content.content.map(inner => elementOf(inner, form));
  return xmlElement(form.group, { [form.type]: content.type, ...value }, children);
}

/**
 * The document of a root element; what the document type does not have is left out with a warning.
 * @throws MmsError `provisioning/document-type`
 */
export function fromElement(
  root: WbxmlElement,
  form: DocumentForm,
  warnings: Warnings,
): ProvisioningDocument {
  const { name } = form.language;
  if (root.name !== name) {
    throw new MmsError(
      'provisioning/document-type',
      `expected the document type ${name}, found ${root.name}`,
    );
  }
  const content = contentOf(root, form, warnings);
  return { characteristics: content.filter(isCharacteristic) };
}

function contentOf(element: WbxmlElement, form: DocumentForm, warnings: Warnings): (Parm | Characteristic)[] {
  return element.children.flatMap(child => {
    if (typeof child === 'string' && child.trim() === '') return [];
    const content = isWbxmlElement(child) ? fromChild(child, form, warnings) : undefined;
    if (content !== undefined) return [content];
    const found = isWbxmlElement(child) ? child.name : 'text';
    warnings.warn('provisioning/not-in-dtd', `${found} in ${element.name}`, { path: element.name });
    return [];
  });
}

function fromChild(
  element: WbxmlElement,
  form: DocumentForm,
  warnings: Warnings,
): Parm | Characteristic | undefined {
  const { attributes } = element;
  const name = attributes.get(element.name === form.group ? form.type : form.name)?.value;
  const value = attributes.get(form.value)?.value;
  const own = value === undefined ? {} : { value };
  if (name === undefined) return undefined;
  if (element.name === form.parm) return { name, ...own };
  if (element.name !== form.group) return undefined;
  return { type: name, ...own, content: contentOf(element, form, warnings) };
}
