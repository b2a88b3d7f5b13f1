import { boolean, list, number, object, requireShape, text, word } from '../schema/index.ts';

const pixels = number('Pixels.', { min: 1 });

const PHONE_KEYS = {
  id: text('Its name.'),
  name: text('Its heading.'),
  screen: object('Its screen.', {
    keys: { width: pixels, height: pixels },
    required: ['width', 'height'],
    isOpen: true,
  }),
  accept: list('Media types.', text('A media type.')),
  ignoresLayout: boolean('Parts stand one below the other.'),
};
const PHONE = object('A phone to look at a message on.', { keys: PHONE_KEYS, isOpen: true });
const NAMED_PHONE = object('One of several phones.', { keys: PHONE_KEYS, required: ['id'], isOpen: true });

const FINDING = object('A finding.', {
  keys: { code: text('Its code.'), message: text('What was found.') },
  required: ['code', 'message'],
  isOpen: true,
});

const OPTIONS = object('How a message is shown.', {
  keys: {
    phones: list('The phones.', NAMED_PHONE),
    issues: list('What was found before.', FINDING),
    title: text('The heading.'),
    phone: PHONE,
    texts: boolean('Texts stand in the picture.'),
    format: word('Of an animation.', ['gif', 'webp']),
    colour: boolean('For a terminal with colours.'),
    columns: number('Of a terminal.', { min: 1, max: 400 }),
  },
  isOpen: true,
});

/** @throws MmsError `bytes/value-type` */
export function checkOptions(options: unknown): void {
  requireShape(OPTIONS, options, 'bytes/value-type', ['options']);
}
