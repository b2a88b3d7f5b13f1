import type { IssueCode } from '../issues.ts';
import type { Findings } from './findings.ts';
import type { MessageKind } from './message.ts';
import type { ParameterName } from './parameters.ts';

/** Form texts by parameter. */
type Texts = ReadonlyMap<string, string>;

interface Rule {
  readonly code: IssueCode;
  readonly path: string;
  readonly kinds?: readonly MessageKind[];
  /** What is wrong, or `undefined`. */
  readonly check: (texts: Texts) => string | undefined;
  readonly hint?: string;
}

/** The gateway asks for no more in one request. */
export const SUGGESTED_RECIPIENTS = 350;

function countOf(list: string | undefined): number {
  return list === undefined ? 0 : list.split(',').length;
}

function tooMany(name: ParameterName, path: string): Rule {
  return {
    code: 'submit/many-recipients',
    path,
    check(texts) {
      const count = countOf(texts.get(name));
      return count > SUGGESTED_RECIPIENTS
        ? `the gateway suggests at most ${SUGGESTED_RECIPIENTS} numbers a request, found ${count}`
        : undefined;
    },
    hint: 'send in chunks',
  };
}

/** The octets that say width, height and depth of a plain OTA bitmap; `undefined` if the text is no such bitmap. */
function otaSize(hex: string): { width: number; height: number } | undefined {
  const octet = (index: number): number => Number.parseInt(hex.slice(index * 2, index * 2 + 2), 16);
  const [width, height] = [octet(1), octet(2)];
  const fits = hex.length / 2 === 4 + Math.ceil((width * height) / 8);
  return octet(0) === 0 && octet(3) === 1 && fits ? { width, height } : undefined;
}

function isUpload(text: string | undefined): text is string {
  return text !== undefined && text.length > 5;
}

/** A network code as three octets, digits swapped in each: 234 and 33 are `32F433` (3GPP TS 24.008 10.5.1.3). */
function networkCode(mcc: string, mnc: string): string {
  const [a, b, c] = [...mcc];
  const [d, e, f = 'F'] = [...mnc];
  return `${b}${a}${f}${c}${e}${d}`;
}

function plainBitmap(name: ParameterName, size: { width: number; height: number }): Rule['check'] {
  return texts => {
    const hex = texts.get(name);
    if (!isUpload(hex)) return undefined;
    const found = otaSize(hex);
    if (found === undefined) return 'no plain OTA bitmap: expected 00, width, height, 01 and the rows';
    const isUsual = found.width === size.width && found.height === size.height;
    return isUsual
      ? undefined
      : `telephones expect ${size.width} x ${size.height}, found ${found.width} x ${found.height}`;
  };
}

/** What holds between parameters; what holds for one parameter alone stands in its codec. */
const RULES: readonly Rule[] = [
  tooMany('SendTo', 'to'),
  tooMany('SendCc', 'cc'),
  tooMany('SendBcc', 'bcc'),
  {
    code: 'submit/conflict',
    path: 'sendAt',
    check: texts =>
      texts.has('SendTimeDelay') && texts.has('SendTimeAbsolute')
        ? 'both delayMinutes and sendAt'
        : undefined,
  },
  {
    code: 'submit/conflict',
    path: 'phoneMake',
    kinds: ['group-graphic'],
    check: texts =>
      texts.get('PhoneMake') === 'Nokia' ? undefined : 'group graphics can be sent to Nokia telephones only',
  },
  {
    code: 'submit/bitmap-form',
    path: 'bitmap',
    kinds: ['picture-message'],
    check: plainBitmap('PictureMessage', { width: 72, height: 28 }),
  },
  {
    code: 'submit/bitmap-form',
    path: 'bitmap',
    kinds: ['group-graphic'],
    check: plainBitmap('GroupGraphic', { width: 72, height: 14 }),
  },
  {
    code: 'submit/logo-network',
    path: 'bitmap',
    kinds: ['operator-logo'],
    check(texts) {
      const hex = texts.get('OperatorLogo');
      if (!isUpload(hex)) return undefined;
      const expected = networkCode(texts.get('MCC') ?? '', texts.get('MNC') ?? '');
      const found = hex.slice(0, 6);
      return found === expected
        ? undefined
        : `expected the network code ${expected} in front, found ${found}`;
    },
    hint: 'which of the two the gateway goes by is unknown: make them agree',
  },
  {
    code: 'submit/value',
    path: 'expires',
    kinds: ['service-indication'],
    check(texts) {
      const [created, expires] = [texts.get('si-created'), texts.get('si-expires')];
      return created !== undefined && expires !== undefined && expires <= created
        ? 'expires is not later than created'
        : undefined;
    },
  },
  {
    code: 'submit/si-id-missing',
    path: 'id',
    kinds: ['service-indication'],
    check: texts =>
      texts.has('si-id') ? undefined : 'two indications of one link look the same to a telephone',
  },
  {
    code: 'submit/value',
    path: 'userDataHeader',
    kinds: ['pdu'],
    check(texts) {
      const hex = texts.get('SmsSubmitPduUserDataHeader') ?? '';
      const [announced, found] = [Number.parseInt(hex.slice(0, 2), 16), hex.length / 2 - 1];
      return hex === '' || announced === found
        ? undefined
        : `the length octet announces ${announced} octets, found ${found}`;
    },
  },
];

/** Reports every rule between parameters that a message breaks. */
export function checkRules(kind: MessageKind, texts: Texts, findings: Findings): void {
  for (const { kinds, check, code, path, hint } of RULES) {
    if (kinds !== undefined && !kinds.includes(kind)) continue;
    const problem = check(texts);
    if (problem !== undefined) findings.at(path)(code, problem, { hint });
  }
}
