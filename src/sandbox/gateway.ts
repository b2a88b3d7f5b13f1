import { createHash } from 'node:crypto';
import { isMmsError, MmsError } from '../errors.ts';
import { issue } from '../issues/index.ts';
import { type Limits, resolveLimits } from '../limits.ts';
import type { Profile } from '../media/index.ts';
import {
  type AccountCredentials,
  type DecodedForm,
  decodeFormText,
  type GatewayMessage,
  type GatewayReport,
  type ResponseFormat,
  readFormText,
  textOfForm,
} from '../submit/index.ts';
import { type Delivery, deliver, type LibraryFile } from './deliver.ts';
import type { Fault } from './fault.ts';
import { KeptMessages } from './kept-messages.ts';
import { readableForm } from './readable-form.ts';
import type { ReceivedMessage } from './received-message.ts';
import { INVALID_LOGIN, recipientsOf, refusedReports, reportOf, requestedFormat } from './reports.ts';
import type { StoredMessage } from './store.ts';
import { UploadLibrary } from './upload-library.ts';

type ReportFault = Extract<Fault, { kind: 'report' }>;

const QUEUED = -2;

/** Whom the gateway lets in, and what it refuses. */
export interface GatewayOptions {
  /** The only account that is let in; default: every one. */
  readonly username?: string;
  readonly pin?: string;
  /** Reports for certain numbers, such as `{ '447700900115': 15 }`. */
  readonly reports?: Readonly<Record<string, number>>;
  /** Whose pictures are made to fit where the phone does not say who it is; default: any phone, 640x480. */
  readonly profile?: Profile;
  /** Refuses a request that comes more often than this with HTTP status 403, as the manual threatens. */
  readonly blockAfterRepeats?: number;
  /** Tells when a message came, such as `() => new Date()`. Default: that is not kept. */
  readonly now?: () => Date;
  /** What is kept in memory, and how much of a form is taken; default: `LIMITS`. */
  readonly limits?: Partial<Limits>;
}

/** What the gateway does with a form: an answer, or the refusal to answer at all. */
interface Processed {
  readonly reports: readonly GatewayReport[];
  readonly format: ResponseFormat;
  readonly received?: ReceivedMessage;
  readonly blocked?: true;
}

/** What a message sends, and where it comes from. */
type Upload =
  | { readonly isNew: true; readonly file: LibraryFile; readonly delivery: Delivery }
  | {
      readonly isNew: false;
      readonly libraryNumber: number;
      readonly file?: LibraryFile;
      readonly delivery?: Delivery;
    };

const FIRST_IDENTIFIER = 0x30106cce;

/** A copy that holds no text of another one in memory; the octets of a file, which are its own, move along. */
function detached<T extends { readonly message: GatewayMessage }>(value: T): T {
  const file = 'file' in value.message ? value.message.file : undefined;
  const buffer = file?.data.buffer;
  const isOwn = buffer instanceof ArrayBuffer && buffer.byteLength === file?.data.byteLength;
  return structuredClone(value, isOwn ? { transfer: [buffer] } : {});
}

/** The gateway of the manual without its network: takes forms, keeps messages and a library, gives reports. */
export class Gateway {
  readonly #options: GatewayOptions;
  readonly #limits: Limits;
  readonly #kept: KeptMessages;
  readonly #library: UploadLibrary;
  readonly #repeats = new Map<string, number>();
  #identifiers = 0;
  #last = 0;

  constructor(options: GatewayOptions) {
    this.#options = options;
    this.#limits = resolveLimits(options.limits);
    this.#kept = new KeptMessages(this.#limits);
    this.#library = new UploadLibrary(this.#limits);
  }

  /** The messages that are kept, oldest first. */
  get received(): readonly ReceivedMessage[] {
    return this.#kept.list;
  }

  /** An account that is let in, for those whose protocol has none. */
  get anyone(): AccountCredentials {
    const { username = 'phone', pin = 'phone' } = this.#options;
    return { username, pin };
  }

  /** Takes in what a store holds; numbering goes on behind `last`. */
  async restore(messages: readonly StoredMessage[], last: number): Promise<void> {
    for (const stored of messages) this.#kept.add({ ...stored, ...(await this.#redeliver(stored)) });
    for (const { file, libraryNumber } of messages) {
      if (file !== undefined && libraryNumber !== undefined) this.#library.restore(libraryNumber, file);
    }
    for (const { reports } of messages) {
      for (const { messageIdentifier = '' } of reports) this.#passOver(messageIdentifier);
    }
    this.#last = last;
  }

  /** Forgets all messages; their numbers do not come again, and the library stays. */
  clear(): void {
    this.#kept.clear();
  }

  /** What the telephone would fetch, made again; a file that can no longer be composed has none. */
  async #redeliver({ message, file }: StoredMessage): Promise<Pick<ReceivedMessage, 'delivery'>> {
    if (file === undefined || (message.kind !== 'mms' && message.kind !== 'wap-push')) return {};
    try {
      return { delivery: await deliver(message, file, this.#options.profile) };
    } catch (error) {
      if (isMmsError(error)) return {};
      throw error;
    }
  }

  /** Takes one form, with a fault that concerns the reports if there is one. */
  async process(octets: Uint8Array, fault?: ReportFault, byGet = false): Promise<Processed> {
    if (this.#isBlocked(octets)) return { reports: [], format: 0, blocked: true };
    try {
      const read = readFormText(octets);
      const form = decodeFormText(read, { strict: true, maxRecipients: this.#limits.maxSandboxRecipients });
      const warnings = byGet
        ? [issue('sandbox/get', 'sent by GET: the PIN stands in the address'), ...form.warnings]
        : form.warnings;
      return await this.#take({ ...form, warnings }, readableForm(read.text), fault);
    } catch (error) {
      if (!isMmsError(error)) throw error;
      const body = textOfForm(octets);
      return { reports: refusedReports(body, error.message), format: requestedFormat(body) };
    }
  }

  #isBlocked(body: Uint8Array): boolean {
    const limit = this.#options.blockAfterRepeats;
    if (limit === undefined) return false;
    const key = createHash('sha256').update(body).digest('hex');
    const count = (this.#repeats.get(key) ?? 0) + 1;
    this.#repeats.delete(key);
    this.#repeats.set(key, count);
    const [oldest] = this.#repeats.keys();
    if (oldest !== undefined && this.#repeats.size > this.#limits.maxSandboxMessages)
      this.#repeats.delete(oldest);
    return count > limit + 1;
  }

  async #take(decoded: DecodedForm, form: string, fault: ReportFault | undefined): Promise<Processed> {
    const { credentials, responseFormat: format } = decoded;
    if (credentials === undefined || !this.#letsIn(credentials.username, credentials.revealPin())) {
      return { reports: [{ messageIdentifier: '-1', ...reportOf(INVALID_LOGIN) }], format };
    }
    // A piece of a text holds the whole text in memory: what is kept is copied, so that the body can go.
    const { message, warnings, ...own } = detached({
      message: decoded.message,
      warnings: decoded.warnings,
      username: credentials.username,
      form,
    });
    this.#refuseMany(recipientsOf(message).length);
    const upload = await this.#upload(message);
    const newNumber = upload?.isNew === true ? this.#library.keep(upload.file) : undefined;
    const libraryNumber = upload?.isNew === false ? upload.libraryNumber : newNumber;
    const reports = this.#reports(message, newNumber, fault);
    if (!reports.some(({ accepted }) => accepted)) return { reports, format };
    const received: ReceivedMessage = {
      ...own,
      number: ++this.#last,
      ...(this.#options.now && { receivedAt: this.#options.now().toISOString() }),
      message,
      reports,
      warnings: [...warnings, ...(upload?.delivery?.warnings ?? [])],
      ...(libraryNumber !== undefined && { libraryNumber }),
      ...(upload?.file && { file: upload.file }),
      ...(upload?.delivery && { delivery: upload.delivery }),
    };
    this.#kept.add(received);
    return { reports, format, received };
  }

  #refuseMany(count: number): void {
    const { maxSandboxRecipients } = this.#limits;
    if (count > maxSandboxRecipients) {
      throw new MmsError('submit/unreadable-form', `at most ${maxSandboxRecipients} numbers, found ${count}`);
    }
  }

  /** The file of a message and what a telephone would fetch of it; a number that this library lacks has neither. */
  async #upload(message: GatewayMessage): Promise<Upload | undefined> {
    if (message.kind !== 'mms' && message.kind !== 'wap-push') return undefined;
    const { profile } = this.#options;
    const { file, library: libraryNumber } = message;
    if (file !== undefined) return { isNew: true, file, delivery: await deliver(message, file, profile) };
    if (libraryNumber === undefined) return undefined;
    const known = this.#library.get(libraryNumber);
    if (known === undefined) return { isNew: false, libraryNumber };
    return { isNew: false, libraryNumber, file: known, delivery: await deliver(message, known, profile) };
  }

  #reports(message: GatewayMessage, libraryNumber: number | undefined, fault: ReportFault | undefined) {
    return recipientsOf(message).map((recipient, index) => ({
      recipient,
      messageIdentifier: this.#nextIdentifier(),
      ...this.#reportFor(recipient, index, fault),
      ...(libraryNumber !== undefined && { libraryNumber }),
    }));
  }

  #letsIn(username: string, pin: string): boolean {
    const { username: expected = username, pin: expectedPin = pin } = this.#options;
    return username === expected && pin === expectedPin;
  }

  #reportFor(recipient: string, index: number, fault: ReportFault | undefined) {
    const isHit = fault !== undefined && (index + 1) % (fault.every ?? 1) === 0;
    if (isHit) return reportOf(fault.report, fault.text);
    return reportOf(this.#options.reports?.[recipient] ?? QUEUED);
  }

  /** Never reuses an identifier that a report already has. */
  #passOver(identifier: string): void {
    if (!/^[0-9A-F]{8}$/.test(identifier)) return;
    this.#identifiers = Math.max(this.#identifiers, Number.parseInt(identifier, 16) - FIRST_IDENTIFIER + 1);
  }

  #nextIdentifier(): string {
    return (FIRST_IDENTIFIER + this.#identifiers++).toString(16).toUpperCase();
  }
}
