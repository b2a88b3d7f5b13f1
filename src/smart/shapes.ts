import {
  boolean,
  fromScript,
  list,
  number,
  object,
  octets,
  requireShape,
  text,
  word,
} from '../schema/index.ts';

/** Checked by the room of the value itself. */
const anything = fromScript('a value', (value): value is object => value !== undefined);

const otherItems = list(
  'Items of other types.',
  object('An item.', { keys: { type: number('Its type.', { max: 0xff }), data: octets('Its octets.') } }),
);

const CONTENT = object('What the message holds.', {
  keys: {
    bitmap: anything,
    screenSaver: object('A bitmap.', { keys: {}, isOpen: true }),
    tune: anything,
    text: text('The text.'),
    profileName: text('The name of a profile.'),
    otherItems,
  },
  isOpen: true,
});

const OPTIONS = object('How the message is written.', {
  keys: {
    rowPadding: word('Where a row begins.', ['none', 'octet']),
    form: word('With or without version octet.', ['short', 'versioned']),
    threeDigitMnc: word('Networks of three digits.', ['encode', 'refuse']),
    unicode: boolean('UTF-16 in any case.'),
    itemOrder: list('The items in their order.', text('An item.')),
    sourcePort: number('The port that it comes from.'),
    reference: number('The same in all parts.'),
    maxParts: number('A message of more parts gets a warning.'),
  },
  isOpen: true,
});

/**
 * Makes sure that content and options of a Smart Message are of the right shape; pictures, tunes and network codes are
 * checked by who writes them.
 * @throws MmsError `bytes/value-type`
 */
export function checkSmart(content: unknown, options: unknown): void {
  requireShape(CONTENT, content, 'bytes/value-type', ['content']);
  checkSmartOptions(options);
}

/** @throws MmsError `bytes/value-type` */
export function checkSmartOptions(options: unknown): void {
  requireShape(OPTIONS, options, 'bytes/value-type', ['options']);
}
