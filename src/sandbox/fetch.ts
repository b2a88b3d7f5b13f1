import type { IncomingHttpHeaders } from 'node:http';
import { unlessRefused } from '../errors.ts';
import type { Handset, HandsetQuery } from '../handsets/index.ts';
import type { GatewayMessage } from '../submit/index.ts';
import { deliver } from './deliver.ts';
import type { ReceivedMessage } from './received-message.ts';

/** What a telephone fetches: an m-retrieve-conf, or the file of a WAP Push. */
const FETCHED = /^\/(?:mms\/([0-9]{1,9})|messages\/([0-9]{1,9})\/file)$/;

/** Where phones name their profile; some networks want the second name. */
const PROFILE_HEADERS = ['x-wap-profile', 'profile'] as const;

/**
 * The messages as the phone gets them that asks for one: its pictures are made for that phone, as `x-wap-profile` or
 * User-Agent call it, else PhoneMake and PhoneModel of the submission. A phone that nobody knows gets what all get.
 */
export async function asFetched(
  path: string,
  messages: readonly ReceivedMessage[],
  headers: IncomingHttpHeaders,
): Promise<readonly ReceivedMessage[]> {
  const [, mms, file] = FETCHED.exec(path) ?? [];
  const number = Number(mms ?? file);
  const index = messages.findIndex(one => one.number === number);
  const received = messages[index];
  if (received?.file === undefined) return messages;
  const { message } = received;
  if (message.kind !== 'mms' && message.kind !== 'wap-push') return messages;
  const phone = await phoneOf(headers, message);
  if (phone === undefined) return messages;
  return messages.with(index, { ...received, delivery: await deliver(message, received.file, phone) });
}

async function phoneOf(headers: IncomingHttpHeaders, message: GatewayMessage): Promise<Handset | undefined> {
  const { findHandset } = await import('../handsets/index.ts');
  const { phoneMake: make, phoneModel: model } = message;
  const names: readonly (HandsetQuery | undefined)[] = [
    ...PROFILE_HEADERS.map(name => headers[name]).filter(value => typeof value === 'string'),
    headers['user-agent'],
    model === undefined ? undefined : { make, model },
  ];
  // A phone that is not known, or could be several, is none.
  return names
    .map(name => (name === undefined ? undefined : unlessRefused(() => findHandset(name))))
    .find(phone => phone !== undefined);
}
