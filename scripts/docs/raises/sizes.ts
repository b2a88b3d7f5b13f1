import type { Raise, Raises } from './raise.ts';

/** A message of a text of so many characters, and of more keys, judged. */
const text = (characters: number, options = '', keys = '', files: Raise['files'] = {}): Raise => ({
  run: `mms lint message.yaml${options}`,
  files: {
    'message.yaml': `${keys}slides: [{ text: { src: hello.txt } }]\n`,
    'hello.txt': 'Hello, '.repeat(characters / 7),
    ...files,
  },
});

const phone = (maxBytes: number): Raise['files'] => ({
  'phone.json': `${JSON.stringify({ id: 'my-phone', accept: ['text/plain'], maxBytes })}\n`,
});

/** Sizes and limits, each with one fault. */
export const SIZE_RAISES = {
  'size/over-class': text(35_000, ' --content-class text'),
  'size/over-profile': {
    run: 'mms compose a.txt --to +447700900123 --max-size 10 -o out.mms',
    files: { 'a.txt': 'Hello' },
  },
  'size/near-limit': text(700, ' --profile phone.json', '', phone(1150)),
  'size/over-usual': text(350_000),
  'network/over-size': text(140_000, ' --network 418-05'),
} satisfies Raises;
