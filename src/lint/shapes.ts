import { fromScript, list, object, octets, requireShape, text, word } from '../schema/index.ts';

const PARAMETERS = fromScript(
  'parameters by name',
  (value): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null,
);

/** A presentation is an object of a class, of which the keys count. */
const MESSAGE = object('A message.', {
  keys: {
    parts: list(
      'Its parts.',
      object('A part.', {
        keys: {
          contentType: text('Its type.'),
          parameters: PARAMETERS,
          data: octets('Its octets.'),
          contentId: text('Its Content-ID.'),
          contentLocation: text('Its Content-Location.'),
        },
        required: ['contentType', 'parameters', 'data'],
        isOpen: true,
      }),
    ),
  },
  required: ['parts'],
  isOpen: true,
});

/** @throws MmsError `bytes/value-type` for what is not a message */
export function checkMessage(message: unknown): void {
  if (typeof message === 'string' || message instanceof Uint8Array) return;
  const seen =
    typeof message === 'object' && message !== null && 'parts' in message
      ? { parts: message.parts }
      : message;
  requireShape(MESSAGE, seen, 'bytes/value-type', ['message']);
}

const OPTIONS = object('How it is judged.', {
  keys: {
    mode: word('How content classes bind.', ['restricted', 'warning', 'free']),
    contentClass: text('The name of a class.'),
    rules: object('Levels by rule.', { keys: {}, isOpen: true }),
    file: text('Name of the input.'),
  },
  isOpen: true,
});

/** @throws MmsError `bytes/value-type` */
export function checkOptions(options: unknown): void {
  requireShape(OPTIONS, options, 'bytes/value-type', ['options']);
}

const NETWORK = object('A network.', {
  keys: { code: text('Its code.'), limits: object('What it lets pass.', { keys: {}, isOpen: true }) },
  required: ['code', 'limits'],
  isOpen: true,
});

/** @throws MmsError `bytes/value-type` */
export function checkNetwork(network: unknown): void {
  requireShape(NETWORK, network, 'bytes/value-type', ['network']);
}
