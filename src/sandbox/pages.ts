import { unlessRefused } from '../errors.ts';
import { inspect, renderInspection } from '../inspect/index.ts';
import type { Limits } from '../limits.ts';
import { renderPreview } from '../preview/index.ts';
import { toWav } from '../ringtone/index.ts';
import { inboxPage } from './inbox/inbox-page.ts';
import { readQuery } from './inbox/query.ts';
import { KIND_LABELS } from './inbox/row.ts';
import { arrivalOf } from './look/arrival.ts';
import { downloadOf } from './look/download.ts';
import { formPage } from './look/form-page.ts';
import { partsTogether } from './look/parts-together.ts';
import { phonePage } from './look/phone-page.ts';
import { tenPhonesPage } from './look/ten-phones.ts';
import { tunesOf } from './look/tunes.ts';
import { receivedToJson } from './message-json.ts';
import type { ReceivedMessage } from './received-message.ts';
import { weightOf } from './weight.ts';

/** Something to look at. */
export interface Page {
  readonly type: string;
  readonly body: string | Uint8Array;
  /** Name to save it under; absent: it is shown. */
  readonly saveAs?: string;
  /** A page of our own with a script that its policy names: of the sandbox itself, or about one message. */
  readonly script?: 'inbox' | 'message';
  /** Address of the page before it, for programs. */
  readonly previous?: string;
}

const MMS_TYPE = 'application/vnd.wap.mms-message';
const BINARY_TYPE = 'application/octet-stream';

/** What a browser shows without running anything. */
const SHOWN = /^(?:image\/(?:jpeg|png|gif|webp)|audio\/[a-z0-9.+-]{1,40}|video\/[a-z0-9.+-]{1,40})$/;

function json(value: unknown): Page {
  return { type: 'application/json; charset=utf-8', body: `${JSON.stringify(value, undefined, 2)}\n` };
}

function media(body: Uint8Array, contentType: string, name: string): Page {
  return SHOWN.test(contentType) ? { type: contentType, body } : { type: BINARY_TYPE, body, saveAs: name };
}

function page(body: string, script: 'inbox' | 'message'): Page {
  return { type: 'text/html; charset=utf-8', body, script };
}

type Messages = readonly ReceivedMessage[];

/** How many of the last messages make one page. */
function lengthOfPage(messages: Messages, { maxSandboxPageMessages, maxSandboxPageBytes }: Limits): number {
  let length = 0;
  let bytes = 0;
  for (const received of messages.toReversed()) {
    bytes += weightOf(received);
    if (length > 0 && (bytes > maxSandboxPageBytes || length >= maxSandboxPageMessages)) break;
    length += 1;
  }
  return length;
}

/** A run of messages as JSON, oldest first; where it begins later than the first one, a link leads on. */
function listOf(messages: Messages, search: URLSearchParams, limits: Limits): Page {
  const before = Number(search.get('before') ?? Number.POSITIVE_INFINITY);
  const wanted = messages.filter(({ number }) => number < before);
  const run = wanted.slice(-lengthOfPage(wanted, limits));
  const [first] = run;
  const link =
    first === undefined || run.length === wanted.length ? undefined : `/messages?before=${first.number}`;
  return { ...json(run.map(receivedToJson)), ...(link !== undefined && { previous: link }) };
}

type Make = (received: ReceivedMessage, all: Messages) => Page | undefined | Promise<Page | undefined>;

/** What stands below `/messages/N/` under a fixed name. */
const OF_A_MESSAGE: Readonly<Record<string, Make>> = {
  phone: (received, all) => page(onThePhone(received, all), 'message'),
  preview: ({ delivery }) => delivery?.mms && page(renderPreview(delivery.mms), 'message'),
  phones: async received => {
    const body = await tenPhonesPage(received);
    return body === undefined ? undefined : page(body, 'message');
  },
  octets: octetsPage,
  form: received => page(formPage(received), 'message'),
  file: ({ delivery, file: uploaded }) => {
    const file = delivery?.file ?? uploaded;
    return file && media(file.data, file.contentType ?? '', file.name);
  },
  download: received => {
    const { name, data } = downloadOf(received);
    return { type: BINARY_TYPE, body: data, saveAs: name };
  },
};

function onThePhone(received: ReceivedMessage, all: Messages): string {
  const { delivery } = received;
  return delivery?.mms === undefined
    ? phonePage(received, arrivalOf(received, all))
    : renderPreview(delivery.mms);
}

/** The octets that go to the phone, field by field. */
function octetsPage(received: ReceivedMessage, all: Messages): Page {
  const { number, message, delivery } = received;
  const octets =
    delivery?.mms ??
    delivery?.file?.data ??
    unlessRefused(() => partsTogether(received, all)) ??
    downloadOf(received).data;
  return page(
    renderInspection(inspect(octets), { title: `${KIND_LABELS[message.kind]} #${number}` }),
    'message',
  );
}

const TUNE = /^tune(\d{0,2})\.wav$/;

/** What stands below `/messages/N/` under a name that the message gives. */
function named(received: ReceivedMessage, all: Messages, name: string): Page | undefined {
  const [isTune, index = ''] = TUNE.exec(name) ?? [];
  if (isTune !== undefined) {
    const tune = tunesOf(arrivalOf(received, all))[index === '' ? 0 : Number(index) - 1];
    return tune && { type: 'audio/wav', body: toWav(tune) };
  }
  const parts = received.delivery?.presentation?.parts ?? [];
  const part = parts.find(one => name === `parts/${encodeURIComponent(one.name)}`);
  return part && media(part.data, part.contentType, part.name);
}

const MESSAGE_PATH = /^\/(messages|mms)\/([0-9]{1,9})(?:\/(.{1,200}))?$/;

/**
 * What stands at an address: `/` the inbox, `/messages` (the newest, `?before=N` those before one) and `/messages/1` as
 * JSON, `/messages/1/phone`, `/messages/1/phones`,
 * `/messages/1/preview`, `/messages/1/octets` and `/messages/1/form` pages that show it, `/messages/1/file`,
 * `/messages/1/parts/NAME`, `/messages/1/tune.wav` and `/messages/1/download` what is in it, `/mms/1` the m-retrieve-conf
 * that a telephone would fetch.
 */
export async function pageFor(
  path: string,
  search: URLSearchParams,
  messages: Messages,
  limits: Limits,
): Promise<Page | undefined> {
  if (path === '/') return page(inboxPage(messages, readQuery(search)), 'inbox');
  if (path === '/messages') return listOf(messages, search, limits);
  const [, folder, number = '', rest] = MESSAGE_PATH.exec(path) ?? [];
  const received = messages.find(one => one.number === Number(number));
  if (received === undefined) return undefined;
  if (folder === 'mms') {
    const mms = rest === undefined ? received.delivery?.mms : undefined;
    return mms && { type: MMS_TYPE, body: mms };
  }
  if (rest === undefined) return json(receivedToJson(received));
  const make = Object.hasOwn(OF_A_MESSAGE, rest) ? OF_A_MESSAGE[rest] : undefined;
  return make === undefined ? named(received, messages, rest) : make(received, messages);
}
