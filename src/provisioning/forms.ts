import { requireArray, requireObject } from '../bytes/index.ts';
import { MmsError } from '../errors.ts';
import type { Warnings } from '../warnings.ts';
import { isWbxmlElement, type WbxmlElement, type WbxmlLanguage, type WbxmlVersion } from '../wbxml/index.ts';
import { type XmlElement, xmlElement } from '../xml/index.ts';
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
  const { characteristics } = requireObject(document, 'a document such as { characteristics }', 'document');
  const children = requireArray(characteristics, 'a list of groups', 'characteristics').map((group, index) =>
    elementOf(group, form, `characteristics[${index}]`),
  );
  return xmlElement(form.language.name, form.rootAttributes, children);
}

function elementOf(content: Parm | Characteristic, form: DocumentForm, path: string): XmlElement {
  requireObject(content, 'a parameter or a group', path);
  const value = content.value === undefined ? {} : { [form.value]: textOf(content.value, `${path}.value`) };
  if (!isCharacteristic(content)) {
    return xmlElement(form.parm, { [form.name]: textOf(content.name, `${path}.name`), ...value });
  }
  const children = requireArray(content.content, 'the content of a group', `${path}.content`).map(
    (inner, index) => elementOf(inner, form, `${path}.content[${index}]`),
  );
  return xmlElement(form.group, { [form.type]: textOf(content.type, `${path}.type`), ...value }, children);
}

function textOf(value: unknown, path: string): string {
  if (typeof value === 'string') return value;
  throw new MmsError('provisioning/value', 'expected a text', { path });
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
