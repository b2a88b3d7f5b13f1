/** A parameter of settings; without `value` it is a flag. */
export interface Parm {
  readonly name: string;
  readonly value?: string | undefined;
}

/** A group of parameters, in which further groups may stand. */
export interface Characteristic {
  readonly type: string;
  /** In the older settings a group can have a value of its own. */
  readonly value?: string | undefined;
  /** In document order. */
  readonly content: readonly (Parm | Characteristic)[];
}

/** Settings as a document: OMA client provisioning (OMA-WAP-ProvCont 4), or the older OTA settings. */
export interface ProvisioningDocument {
  readonly characteristics: readonly Characteristic[];
}

/** True for a group. */
export function isCharacteristic(content: Parm | Characteristic): content is Characteristic {
  return 'type' in content;
}

/** A group made by hand; parameters whose value is `undefined` are left out, `true` is a flag. */
export function characteristic(
  type: string,
  parms: Readonly<Record<string, string | true | undefined>>,
  ...groups: readonly (Characteristic | undefined)[]
): Characteristic {
  const content = Object.entries(parms).flatMap(([name, value]): Parm[] => {
    if (value === undefined) return [];
    return [value === true ? { name } : { name, value }];
  });
  return { type, content: [...content, ...groups.filter(group => group !== undefined)] };
}
