import { parseVCalendar, parseVCard } from '../../cards/index.ts';
import { isMmsError } from '../../errors.ts';
import { type Issue, type IssueCode, issue } from '../../issues/index.ts';
import type { Findings } from './findings.ts';
import { logoProblem, otaProblem } from './legacy-pictures.ts';
import type { MessageKind } from './message.ts';
import type { ParameterName } from './parameters.ts';
import { countNumbers } from './values/number-list.ts';

/** Form texts by parameter. */
export type Texts = Pick<ReadonlyMap<string, string>, 'get' | 'has'>;

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

function manyProblem(count: number): string | undefined {
  return count > SUGGESTED_RECIPIENTS
    ? `the gateway suggests at most ${SUGGESTED_RECIPIENTS} numbers a request, found ${count}`
    : undefined;
}

const IN_CHUNKS = 'send in chunks';

/** The finding about a list of `to` that is longer than the gateway suggests. */
export function manyRecipients(count: number): Issue[] {
  const problem = manyProblem(count);
  if (problem === undefined) return [];
  return [issue('submit/many-recipients', problem, { path: 'to', hint: IN_CHUNKS })];
}

function tooMany(name: ParameterName, path: string): Rule {
  return {
    code: 'submit/many-recipients',
    path,
    check(texts) {
      const list = texts.get(name);
      return list === undefined ? undefined : manyProblem(countNumbers(list));
    },
    hint: IN_CHUNKS,
  };
}

/** What is odd about a card or entry: phones accept little that departs from the format. */
function cardProblem(
  text: string | undefined,
  parse: (text: string) => { readonly warnings: readonly Issue[] },
): string | undefined {
  if (text === undefined) return undefined;
  try {
    const messages = parse(text).warnings.map(({ message }) => message);
    return messages.length === 0 ? undefined : messages.slice(0, 3).join('; ');
  } catch (error) {
    if (!isMmsError(error)) throw error;
    return error.message;
  }
}

/** What holds between parameters; what holds for one parameter alone stands in its codec. */
const RULES: readonly Rule[] = [
  tooMany('SendTo', 'to'),
  {
    code: 'submit/duplicate-recipient',
    path: 'cc',
    kinds: ['mms'],
    check(texts) {
      const numbers = (name: ParameterName): string[] => texts.get(name)?.split(',') ?? [];
      const direct = new Set(numbers('SendTo'));
      const twice = [...numbers('SendCc'), ...numbers('SendBcc')].find(number => direct.has(number));
      return twice === undefined ? undefined : `${twice} is also among to: it gets the message twice`;
    },
  },
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
    check: texts => otaProblem(texts.get('PictureMessage'), { width: 72, height: 28 }),
  },
  {
    code: 'submit/bitmap-form',
    path: 'bitmap',
    kinds: ['group-graphic'],
    check: texts => otaProblem(texts.get('GroupGraphic'), { width: 72, height: 14 }),
  },
  {
    code: 'submit/logo-network',
    path: 'bitmap',
    kinds: ['operator-logo'],
    check: texts => logoProblem(texts.get('OperatorLogo'), texts.get('MCC'), texts.get('MNC')),
    hint: 'which of the two the gateway goes by is unknown: make them agree',
  },
  {
    code: 'submit/card-slips',
    path: 'card',
    kinds: ['vcard'],
    check: texts => cardProblem(texts.get('vCard'), parseVCard),
  },
  {
    code: 'submit/card-slips',
    path: 'calendar',
    kinds: ['vcalendar'],
    check: texts => cardProblem(texts.get('vCal'), parseVCalendar),
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
