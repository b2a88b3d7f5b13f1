import { requireArray, requireObject, wrongType } from '../bytes/index.ts';
import { MmsError } from '../errors.ts';
import { type InformationElement, informationElement } from './information-element.ts';
import type { NationalLanguage } from './language.ts';

/** Application ports (3GPP TS 23.040 9.2.3.24.3 and .4), such as 2948 for WAP push. */
export interface Ports {
  readonly destination: number;
  /** Default 0. */
  readonly source?: number | undefined;
}

/** What a message wants in the header of each part beside the concatenation. */
export interface HeaderOptions {
  readonly ports?: Ports | undefined;
  /** Width of a port number. Default 16. */
  readonly portBits?: 8 | 16 | undefined;
  /** Elements of the caller, written before our own, in every part. */
  readonly informationElements?: readonly InformationElement[] | undefined;
}

const NO_ELEMENTS: readonly InformationElement[] = [];

function portsElement(ports: Ports, portBits: number): InformationElement {
  const { destination, source = 0 } = requireObject(ports, 'ports such as { destination: 2948 }', 'ports');
  if (portBits !== 8 && portBits !== 16) throw wrongType('8 or 16', portBits, 'portBits');
  const most = portBits === 8 ? 0xff : 0xffff;
  for (const [name, port] of Object.entries({ destination, source })) {
    if (typeof port !== 'number') throw wrongType('a number', port, `ports.${name}`);
    if (!Number.isInteger(port) || port < 0 || port > most) {
      throw new MmsError('sms/port-range', `expected a port 0-${most}, found ${port}`, {
        path: `ports.${name}`,
      });
    }
  }
  return informationElement(portBits === 8 ? 'ports8' : 'ports16', { destination, source });
}

function languageElements({ singleShift, lockingShift }: NationalLanguage): InformationElement[] {
  return [
    ...(singleShift === undefined ? [] : [informationElement('singleShift', { language: singleShift })]),
    ...(lockingShift === undefined ? [] : [informationElement('lockingShift', { language: lockingShift })]),
  ];
}

/**
 * The elements in the order we write: the caller's, ports, language tables; the concatenation comes after them.
 * @throws MmsError `sms/port-range`, `sms/element-conflict` for a language element among the caller's
 */
export function headerElements(
  options: HeaderOptions,
  language: NationalLanguage | undefined,
): readonly InformationElement[] {
  const own = requireArray(
    options.informationElements ?? NO_ELEMENTS,
    'an array of information elements',
    'informationElements',
  );
  if (own.length === 0 && options.ports === undefined && language === undefined) return NO_ELEMENTS;
  if (
    own.some(element => {
      const { id } = requireObject(element, 'an information element', 'informationElements');
      return id === 0x24 || id === 0x25;
    })
  ) {
    throw new MmsError('sms/element-conflict', 'a language element among informationElements', {
      path: 'informationElements',
      hint: 'ask for the tables with nationalLanguage: the text is coded by them',
    });
  }
  return [
    ...own,
    ...(options.ports === undefined ? [] : [portsElement(options.ports, options.portBits ?? 16)]),
    ...(language === undefined ? [] : languageElements(language)),
  ];
}
