import { MmsError, refuseErrors } from '../errors.ts';
import { type Issue, issue } from '../issues/index.ts';
import { limit } from '../limits.ts';
import { type Credentials, REDACTED } from './credentials.ts';
import type { FormField } from './form/fields.ts';
import { joinFields, requestFields } from './form/form.ts';
import type { GatewayMessage } from './form/message.ts';

/** A request as it would be sent, without the PIN: the result of a dry run. */
export interface PreparedRequest {
  readonly method: 'POST';
  /** In the order in which they would be tried. */
  readonly servers: readonly string[];
  /** Content-Length is that of the real body. */
  readonly headers: Readonly<Record<string, string>>;
  /** The body, with `[REDACTED]` (percent-encoded) for PIN and user name. */
  readonly body: string;
  /** Names and sizes of the parameters, in order. */
  readonly parameters: readonly { readonly name: string; readonly bytes: number }[];
  /** Numbers in the order in which format 3 answers. */
  readonly recipients: readonly string[];
  readonly warnings: readonly Issue[];
}

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

function recipientsOf(fields: readonly FormField[]): readonly string[] {
  const list = fields.find(({ name }) => name === 'SendTo')?.text;
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

/** A checked request. The body is made on demand; only the transport gets it. */
export class GatewayRequest {
  readonly recipients: readonly string[];
  /** False when others than `recipients` get the message too. */
  readonly recipientsAreAll: boolean;
  readonly warnings: readonly Issue[];
  readonly #fields: readonly FormField[];
  readonly #servers: readonly URL[];

  /** @throws MmsError `submit/invalid-message`, `submit/too-large` */
  constructor(message: GatewayMessage, { credentials, servers, maxContentBytes }: RequestOptions) {
    const { fields, issues } = requestFields(message, { credentials });
    refuseErrors(issues, 'submit/invalid-message');
    this.warnings = issues;
    this.recipients = recipientsOf(fields);
    this.recipientsAreAll = !fields.some(({ name }) => MORE_RECIPIENTS.has(name));
    this.#fields = fields;
    this.#servers = servers;
    this.#checkSize(limit('maxUploadBytes', maxContentBytes));
  }

  get parameterNames(): readonly string[] {
    return this.#fields.map(({ name }) => name);
  }

  /** The body with the PIN. Plain ASCII. */
  body(): Uint8Array {
    return Buffer.from(joinFields(this.#fields), 'latin1');
  }

  /** What may be shown. */
  describe({ showUsername = false }: DescribeOptions = {}): PreparedRequest {
    const isHidden = (name: string): boolean => name === 'PIN' || (name === 'Username' && !showUsername);
    const shown = this.#fields.map(field => (isHidden(field.name) ? { ...field, text: REDACTED } : field));
    return {
      method: 'POST',
      servers: this.#servers.map(String),
      headers: { ...requestHeaders(this.body()), Connection: 'close' },
      body: joinFields(shown),
      parameters: shown.map(field => ({ name: field.name, bytes: joinFields([field]).length })),
      recipients: this.recipients,
      warnings: this.warnings,
    };
  }

  #checkSize(maxBytes: number): void {
    const bytes = this.#fields.reduce(
      (sum, { text, unreserved }) => sum + (unreserved ? text.length / 2 : text.length),
      0,
    );
    if (bytes <= maxBytes) return;
    const message = `at most ${maxBytes} octets of content, found ${Math.ceil(bytes)}`;
    throw new MmsError('submit/too-large', message, {
      details: { issues: [issue('submit/too-large', message)] },
    });
  }
}

/** The headers that the manual asks for, but Host and Connection, which the transport adds. */
export function requestHeaders(body: Uint8Array): Readonly<Record<string, string>> {
  return { 'Content-Type': CONTENT_TYPE, 'Content-Length': String(body.length) };
}
