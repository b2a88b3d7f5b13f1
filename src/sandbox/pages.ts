import { isMmsError } from '../errors.ts';
import { inspect, renderInspection } from '../inspect/index.ts';
import { renderPreview } from '../preview/index.ts';
import { parseRtx, toWav } from '../ringtone/index.ts';
import type { ReceivedMessage } from './gateway.ts';
import { inboxPage } from './inbox-page.ts';
import { receivedToJson } from './message-json.ts';

/** Something to look at. */
export interface Page {
  readonly type: string;
  readonly body: string | Uint8Array;
  /** Name to save it under; absent: it is shown. */
  readonly saveAs?: string;
  /** A page of our own with a script that its policy names. */
  readonly hasScript?: boolean;
}

const MMS_TYPE = 'application/vnd.wap.mms-message';

/** What a browser shows without running anything. */
const SHOWN = /^(?:image\/(?:jpeg|png|gif|webp)|audio\/[a-z0-9.+-]{1,40}|video\/[a-z0-9.+-]{1,40})$/;

function json(value: unknown): Page {
  return { type: 'application/json; charset=utf-8', body: `${JSON.stringify(value, undefined, 2)}\n` };
}

function media(body: Uint8Array, contentType: string, name: string): Page {
  return SHOWN.test(contentType)
    ? { type: contentType, body }
    : { type: 'application/octet-stream', body, saveAs: name };
}

/** The tune of a message as sound; what is no tune has none. */
function tunePage(tune: unknown): Page | undefined {
  if (typeof tune !== 'string') return undefined;
  try {
    return { type: 'audio/wav', body: toWav(parseRtx(tune)) };
  } catch (error) {
    if (isMmsError(error)) return undefined;
    throw error;
  }
}

function scripted(body: string): Page {
  return { type: 'text/html; charset=utf-8', body, hasScript: true };
}

/** The octets of a message, field by field. */
function octetsPage({ number, message, delivery }: ReceivedMessage): Page | undefined {
  const bitmap = 'bitmap' in message && message.bitmap instanceof Uint8Array ? message.bitmap : undefined;
  const octets = delivery?.mms ?? bitmap;
  return octets && scripted(renderInspection(inspect(octets), { title: `${number}. ${message.kind}` }));
}

/** What stands below `/messages/N/`. */
function attachment(received: ReceivedMessage, rest: string): Page | undefined {
  const { message, delivery } = received;
  if (rest === 'file') {
    const file = delivery?.file ?? received.file;
    return file && media(file.data, file.contentType ?? '', file.name);
  }
  if (rest === 'preview') return delivery?.mms && scripted(renderPreview(delivery.mms));
  if (rest === 'octets') return octetsPage(received);
  if (rest === 'tune.wav') return message.kind === 'ringtone' ? tunePage(message.tune) : undefined;
  const part = delivery?.presentation?.parts.find(({ name }) => rest === `parts/${encodeURIComponent(name)}`);
  return part && media(part.data, part.contentType, part.name);
}

const MESSAGE_PATH = /^\/(messages|mms)\/([0-9]{1,9})(?:\/(.{1,200}))?$/;

/**
 * What stands at a path: `/` the inbox, `/messages` and `/messages/1` as JSON, `/messages/1/file` and
 * `/messages/1/parts/NAME` its octets,
 * `/messages/1/preview` and `/messages/1/octets` pages that show it, `/mms/1` the m-retrieve-conf that a telephone would fetch.
 */
export function pageFor(path: string, messages: readonly ReceivedMessage[]): Page | undefined {
  if (path === '/') return { type: 'text/html; charset=utf-8', body: inboxPage(messages) };
  if (path === '/messages') return json(messages.map(receivedToJson));
  const [, folder, number = '', rest] = MESSAGE_PATH.exec(path) ?? [];
  const received = messages.find(one => one.number === Number(number));
  if (received === undefined) return undefined;
  if (folder === 'messages')
    return rest === undefined ? json(receivedToJson(received)) : attachment(received, rest);
  const mms = rest === undefined ? received.delivery?.mms : undefined;
  return mms && { type: MMS_TYPE, body: mms };
}
