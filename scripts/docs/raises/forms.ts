import { program, type Raise, type Raises } from './raise.ts';

/** A form, read. */
const read = (form: string): Raise =>
  program(`
import { decodeForm } from 'mms-composer/submit';

const { warnings } = decodeForm('${form}');
console.log(warnings);`);

/** The form of a text with another value, or more behind it. */
const text = (value: string): Raise => read(`SendTo=447700900123&Message=${value}`);

/** Forms as a gateway gets them, each with one fault. */
export const FORM_RAISES = {
  'submit/unreadable-form': read('SendTo=447700900123'),
  'submit/form-value': text('Hi&SendTimeDelay=soon'),
  'submit/form-hex': {
    ...read('SendTo=447700900123&PictureMessage=30zz'),
    besides: ['submit/value'],
  },
  'submit/form-escape': text('100%'),
  'submit/form-number': read('SendTo=%2B447700900123&Message=Hi'),
  'submit/form-repeated': text('Hi&Message=Hello'),
  'submit/form-separator': text('Hi&&ResponseFormat=3'),
  'submit/form-blank': text('Hi there'),
  'submit/form-plus': text('Hi+there'),
  'submit/form-reserved': text('Hi!'),
  'submit/form-character': text('Grüße'),
  'submit/form-name': read('sendto=447700900123&Message=Hi'),
  'submit/form-empty': text('Hi&ReplyTo='),
  'submit/form-unknown': text('Hi&Colour=red'),
  'submit/form-foreign': text('Hi&MCC=234'),
} satisfies Raises;
