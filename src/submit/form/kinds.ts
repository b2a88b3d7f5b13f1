import type { MessageKind } from './message.ts';

/** What a kind of message is. */
export interface MessageKindRow {
  readonly title: string;
  /** Keys of the message of which exactly one must be there. */
  readonly oneOf: readonly string[];
  /** The size that telephones expect of a one-bit picture, in pixels. */
  readonly picture?: { readonly width: number; readonly height: number };
}

/** Every kind of message with what it may carry (manual, Parameter Description). */
export const MESSAGE_KINDS: Readonly<Record<MessageKind, MessageKindRow>> = {
  text: { title: 'plain text', oneOf: ['text'] },
  'picture-message': {
    title: 'one-bit picture',
    oneOf: ['library', 'bitmap'],
    picture: { width: 72, height: 28 },
  },
  'group-graphic': {
    title: 'one-bit icon of a caller group',
    oneOf: ['library', 'bitmap'],
    picture: { width: 72, height: 14 },
  },
  'operator-logo': {
    title: 'one-bit logo of a network',
    oneOf: ['library', 'bitmap'],
    picture: { width: 72, height: 14 },
  },
  ringtone: { title: 'monophonic ringtone', oneOf: ['library', 'tune'] },
  vcard: { title: 'business card', oneOf: ['card'] },
  vcalendar: { title: 'event or task', oneOf: ['calendar'] },
  mms: { title: 'MMS notification', oneOf: ['library', 'file', 'presentation'] },
  'wap-push': { title: 'WAP Push of a file', oneOf: ['library', 'file'] },
  'service-indication': { title: 'WAP Push of a link', oneOf: ['href'] },
  pdu: { title: 'fields of an SMS-SUBMIT', oneOf: ['userData', 'text', 'segment', 'ems'] },
};

/** True for a value of `kind`. */
export function isMessageKind(value: unknown): value is MessageKind {
  return typeof value === 'string' && Object.hasOwn(MESSAGE_KINDS, value);
}

/** The keys of {@link MESSAGE_KINDS}. */
export const MESSAGE_KIND_NAMES: readonly MessageKind[] = Object.keys(MESSAGE_KINDS).filter(isMessageKind);
