import { type Issue, issueOf, PROVISIONING_ISSUES } from '../issues/index.ts';
import { checkDocument } from './check-document.ts';
import { type Characteristic, isCharacteristic, type ProvisioningDocument } from './document.ts';

/** Parameters that refer to another group by its key. */
const REFERENCES = [
  { parm: 'TO-NAPID', type: 'NAPDEF', key: 'NAPID' },
  { parm: 'TO-PROXY', type: 'PXLOGICAL', key: 'PROXY-ID' },
] as const;

/** Any access point that leads to the Internet. */
const ANY_ACCESS_POINT = 'INTERNET';

/** Findings about references to an access point or proxy that the document does not have; the phone may have it. */
export function checkReferences(document: ProvisioningDocument): Issue[] {
  checkDocument(document);
  return REFERENCES.flatMap(({ parm, type, key }) => {
    const known = new Set(
      document.characteristics.filter(group => group.type === type).map(group => parmIn(group, key)),
    );
    return document.characteristics
      .flatMap((group, index) => valuesIn(group, parm, `characteristics[${index}]`))
      .filter(({ value }) => value !== ANY_ACCESS_POINT && !known.has(value))
      .map(({ value, path }) =>
        issueOf(
          PROVISIONING_ISSUES,
          'provisioning/dangling-reference',
          `${parm} names ${value}, which no ${type} has`,
          { path },
        ),
      );
  });
}

function parmIn(group: Characteristic, name: string): string | undefined {
  return group.content.find(content => !isCharacteristic(content) && content.name === name)?.value;
}

function valuesIn(group: Characteristic, name: string, path: string): { value: string; path: string }[] {
  return group.content.flatMap((content, index) => {
    const at = `${path}.content[${index}]`;
    if (isCharacteristic(content)) return valuesIn(content, name, at);
    return content.name === name ? [{ value: content.value ?? '', path: at }] : [];
  });
}
