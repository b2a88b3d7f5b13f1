import type { EncodingOptions } from './choose-encoding.ts';
import type { MessageClass } from './data-coding.ts';
import type { HeaderOptions } from './header-elements.ts';
import type { Concatenation } from './segment.ts';

/** What an SMS carries, either `text` or `data`, and how it is coded and cut. */
export interface SmsContent extends EncodingOptions, HeaderOptions, Concatenation {
  readonly text?: string | undefined;
  /** Octets, sent 8-bit. */
  readonly data?: Uint8Array | undefined;
  /** TP-DCS, written as it is; it must name the alphabet that is used. */
  readonly dataCodingScheme?: number | undefined;
  /** Makes the DCS F0-F3, F4-F7 or 18-1B. */
  readonly messageClass?: MessageClass | undefined;
}
