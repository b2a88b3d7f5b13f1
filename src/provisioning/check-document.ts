import { requireArray, requireObject } from '../bytes/index.ts';
import { MmsError } from '../errors.ts';
import { type Characteristic, isCharacteristic, type Parm, type ProvisioningDocument } from './document.ts';

/**
 * Makes sure that a value is a document: groups of parameters, all of them texts.
 * @throws MmsError `bytes/value-type`, `provisioning/value`
 */
export function checkDocument(document: ProvisioningDocument): void {
  const { characteristics } = requireObject(document, 'a document such as { characteristics }', 'document');
  for (const [index, group] of requireArray(characteristics, 'a list of groups', 'characteristics').entries())
    checkContent(group, `characteristics[${index}]`);
}

function checkContent(content: Parm | Characteristic, path: string): void {
  requireObject(content, 'a parameter or a group', path);
  if (content.value !== undefined) checkText(content.value, `${path}.value`);
  if (!isCharacteristic(content)) {
    checkText(content.name, `${path}.name`);
    return;
  }
  checkText(content.type, `${path}.type`);
  const inner = requireArray(content.content, 'the content of a group', `${path}.content`);
  for (const [index, one] of inner.entries()) checkContent(one, `${path}.content[${index}]`);
}

function checkText(value: unknown, path: string): void {
  if (typeof value !== 'string') throw new MmsError('provisioning/value', 'expected a text', { path });
}
