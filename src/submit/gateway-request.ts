import { createHash } from 'node:crypto';
import { octetsIn } from '../bytes/index.ts';
import { MmsError, refuseErrors } from '../errors.ts';
import { type Issue, issue } from '../issues/index.ts';
import { limit } from '../limits.ts';
import { chunksText } from './body-chunks.ts';
import type { Credentials } from './credentials.ts';
import type { FormField } from './form/fields.ts';
import { joinFields, requestFields } from './form/form.ts';
import type { GatewayMessage } from './form/message.ts';
import { percentDecode } from './form/percent.ts';
import { manyRecipients } from './form/rules.ts';
import type { Answer, Outgoing } from './outgoing.ts';
import type { PreparedRequest } from './prepared-request.ts';
import { REDACTED } from './secrets.ts';
import { judgeAnswer, type Verdict } from './verdict/outcome.ts';

/** What a request needs beside the message. */
interface RequestOptions {
  readonly credentials: Credentials;
  readonly servers: readonly URL[];
  readonly maxContentBytes?: number | undefined;
}

const CONTENT_TYPE = 'application/x-www-form-urlencoded; charset="utf-8"';

/** What a description of a request shows. */
export interface DescribeOptions {
  /** The user name too; the PIN never. */
  readonly showUsername?: boolean;
}

const SEND_TO = 'SendTo';

function recipientsOf(fields: readonly FormField[]): readonly string[] {
  const list = fields.find(({ name }) => name === SEND_TO)?.text;
  return list === undefined ? [] : list.split(',');
}

/** Address books and copies make the number of reports unknown. */
const MORE_RECIPIENTS: ReadonlySet<string> = new Set([
  'SendToAddressBook',
  'SendCc',
  'SendCcAddressBook',
  'SendBcc',
  'SendBccAddressBook',
]);

/** One pair of the body, percent-encoded once however often it is sent. Plain ASCII. */
interface Pair {
  readonly name: string;
  readonly octets: Uint8Array;
}

function encodePair(field: FormField): Pair {
  return { name: field.name, octets: Buffer.from(joinFields([field]), 'latin1') };
}

const AND = Buffer.from('&');

/** What the same message may have another time. */
const BESIDE_MESSAGE: ReadonlySet<string> = new Set(['Username', 'PIN', SEND_TO, 'ResponseFormat']);

/** A pair for a person, such as `SendCc=447700900123`. */
function pairText({ octets }: Pair): string {
  return percentDecode(Buffer.from(octets).toString('latin1')).text;
}

function chunksOf(pairs: readonly Pair[]): readonly Uint8Array[] {
  return pairs.flatMap(({ octets }, index) => (index === 0 ? [octets] : [AND, octets]));
}

/** What a request is made of. */
interface RequestParts {
  readonly pairs: readonly Pair[];
  readonly recipients: readonly string[];
  readonly servers: readonly URL[];
  readonly warnings: readonly Issue[];
}

/** A checked request. The body is put together on demand; only the transport gets it. */
export class GatewayRequest implements Outgoing {
  readonly method = 'POST';
  readonly recipients: readonly string[];
  /** False when others than `recipients` get the message too. */
  readonly recipientsAreAll: boolean;
  readonly warnings: readonly Issue[];
  readonly #pairs: readonly Pair[];
  readonly #servers: readonly URL[];

  private constructor({ pairs, recipients, servers, warnings }: RequestParts) {
    this.#pairs = pairs;
    this.#servers = servers;
    this.recipients = recipients;
    this.recipientsAreAll = !pairs.some(({ name }) => MORE_RECIPIENTS.has(name));
    this.warnings = warnings;
  }

  /** @throws MmsError `submit/invalid-message`, `submit/too-large` */
  static of(
    message: GatewayMessage,
    { credentials, servers, maxContentBytes }: RequestOptions,
  ): GatewayRequest {
    const { fields, issues } = requestFields(message, { credentials });
    refuseErrors(issues, 'submit/invalid-message');
    checkSize(fields, limit('maxUploadBytes', maxContentBytes));
    const recipients = recipientsOf(fields);
    return new GatewayRequest({ pairs: fields.map(encodePair), recipients, servers, warnings: issues });
  }

  /** The same request to some of its recipients; nothing but the list is re-encoded. */
  to(recipients: readonly string[]): GatewayRequest {
    const list = encodePair({ name: SEND_TO, text: recipients.join(',') });
    const pairs = this.#pairs.map(pair => (pair.name === SEND_TO ? list : pair));
    const others = this.warnings.filter(({ path = '' }) => path !== 'to' && !path.startsWith('to['));
    const warnings = [...others, ...manyRecipients(recipients.length)];
    return new GatewayRequest({ pairs, recipients, servers: this.#servers, warnings });
  }

  /** Who gets the message, address books and copies as well: one claim of a journal. */
  get audience(): readonly string[] {
    const others = this.#pairs.filter(({ name }) => MORE_RECIPIENTS.has(name));
    return [...this.recipients, ...others.map(pairText)];
  }

  /** A hash of the message, without those who get it by `to` and without the account. */
  campaign(): string {
    const hash = createHash('sha256').update('gateway');
    for (const { name, octets } of this.#pairs)
      if (!BESIDE_MESSAGE.has(name)) hash.update(AND).update(octets);
    return hash.digest('hex');
  }

  get parameterNames(): readonly string[] {
    return this.#pairs.map(({ name }) => name);
  }

  target(server: URL): URL {
    return server;
  }

  headers(): Readonly<Record<string, string>> {
    return requestHeaders(this.bodyChunks());
  }

  judge(answer: Answer): Verdict {
    return judgeAnswer(answer, this);
  }

  /** The body with the PIN. */
  bodyChunks(): readonly Uint8Array[] {
    return chunksOf(this.#pairs);
  }

  /** What may be shown. */
  describe({ showUsername = false }: DescribeOptions = {}): PreparedRequest {
    const isHidden = (name: string): boolean => name === 'PIN' || (name === 'Username' && !showUsername);
    const shown = this.#pairs.map(pair =>
      isHidden(pair.name) ? encodePair({ name: pair.name, text: REDACTED }) : pair,
    );
    const chunks = chunksOf(shown);
    return {
      method: 'POST',
      servers: this.#servers.map(String),
      headers: { ...requestHeaders(chunks), Connection: 'close' },
      body: chunksText(chunks),
      parameters: shown.map(({ name, octets }) => ({ name, bytes: octets.length })),
      recipients: this.recipients,
      warnings: this.warnings,
    };
  }
}

function checkSize(fields: readonly FormField[], maxBytes: number): void {
  const bytes = fields.reduce(
    (sum, { text, unreserved }) => sum + (unreserved ? text.length / 2 : text.length),
    0,
  );
  if (bytes <= maxBytes) return;
  const message = `at most ${maxBytes} octets of content, found ${Math.ceil(bytes)}`;
  throw new MmsError('submit/too-large', message, {
    details: { issues: [issue('submit/too-large', message)] },
  });
}

/** The headers that the manual asks for, but Host and Connection, which the transport adds. */
function requestHeaders(chunks: readonly Uint8Array[]): Readonly<Record<string, string>> {
  return { 'Content-Type': CONTENT_TYPE, 'Content-Length': String(octetsIn(chunks)) };
}
