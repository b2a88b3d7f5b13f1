import type { FieldLabel, ReaderOptions } from '../bytes/index.ts';

/** What a form of octets is called where one is chosen: `mms inspect --as`. */
export type InspectAs =
  | 'mms'
  | 'wsp-push'
  | 'wbxml'
  | 'sms-submit'
  | 'sms-deliver'
  | 'udh'
  | 'picture-message'
  | 'downloadable-profile'
  | 'ringing-tone'
  | 'operator-logo'
  | 'group-graphic'
  | 'ota-bitmap'
  | 'wbmp';

/** A field whose octets are of a form of their own. */
export interface Content {
  /** Of the field, as a decoder names it. */
  readonly path: string;
  readonly form: Form;
}

/** What comes of reading octets in a form. */
export interface Reading {
  readonly content?: Content | undefined;
}

/** A form of octets that can be inspected. */
export interface Form extends FieldLabel {
  readonly as: InspectAs;
  /** False for octets that cannot be meant as this form: a look at the beginning, or at lengths. */
  looksLike(bytes: Uint8Array): boolean;
  /**
   * Decodes with a trace.
   * @throws MmsError as the decoder
   */
  read(bytes: Uint8Array, options: ReaderOptions): Reading;
}
