import { isMessageKind, type MessageKind } from '../../submit/index.ts';

/** Ways to look at a message: on the phone, on ten phones, its octets, its form. */
export const LOOKS = ['phone', 'phones', 'octets', 'form'] as const;

/** One of {@link LOOKS}. */
export type Look = (typeof LOOKS)[number];

/** What the inbox shows; it stands in the address of the page. */
export interface InboxQuery {
  /** Words that a message must have, in any order. */
  readonly q: string;
  readonly kind: MessageKind | undefined;
  /** Digits of a recipient. */
  readonly to: string;
  /** Number of the message that is open. */
  readonly open: number | undefined;
  readonly look: Look;
}

/** Longest text that is searched for. */
const LONGEST = 100;

/** The query of an address; what is not one of ours is left out. */
export function readQuery(parameters: URLSearchParams): InboxQuery {
  const textOf = (name: string): string => (parameters.get(name) ?? '').slice(0, LONGEST);
  const kind = textOf('kind');
  const open = textOf('open');
  const look = textOf('look');
  return {
    q: textOf('q').trim(),
    kind: isMessageKind(kind) ? kind : undefined,
    to: textOf('to').replace(/\D/g, ''),
    open: /^\d{1,9}$/.test(open) ? Number(open) : undefined,
    look: LOOKS.find(name => name === look) ?? 'phone',
  };
}

/** The address of the inbox with a query, changed in part. */
export function inboxAddress(query: InboxQuery, change: Partial<InboxQuery> = {}): string {
  const { q, kind, to, open, look } = { ...query, ...change };
  const parameters = new URLSearchParams({
    ...(q !== '' && { q }),
    ...(kind && { kind }),
    ...(to !== '' && { to }),
    ...(open !== undefined && { open: String(open) }),
    ...(open !== undefined && look !== 'phone' && { look }),
  }).toString();
  return parameters === '' ? '/' : `/?${parameters}`;
}
