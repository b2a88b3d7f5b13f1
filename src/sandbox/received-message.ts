import type { Issue } from '../issues/index.ts';
import type { GatewayMessage, GatewayReport } from '../submit/index.ts';
import type { Delivery, LibraryFile } from './deliver.ts';

/** A message that the sandbox took in. */
export interface ReceivedMessage {
  /** Counted from 1. */
  readonly number: number;
  readonly username: string;
  /** ISO 8601, UTC; absent without a clock. */
  readonly receivedAt?: string;
  /** The form as it came, without the PIN, long values cut. */
  readonly form: string;
  readonly message: GatewayMessage;
  /** One for each number, in the order of To, Cc, Bcc. */
  readonly reports: readonly (GatewayReport & { readonly recipient: string })[];
  readonly warnings: readonly Issue[];
  /** The file that is sent, uploaded now or before. */
  readonly file?: LibraryFile;
  readonly libraryNumber?: number;
  /** What the telephone would fetch; absent for content that needs no fetching or that this library does not have. */
  readonly delivery?: Delivery;
}
