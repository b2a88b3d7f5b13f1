import { addressForm } from '../mms/index.ts';
import { printable } from '../text/index.ts';

/** The header fields that name recipients. */
export interface Recipients {
  readonly to?: readonly string[] | undefined;
  readonly cc?: readonly string[] | undefined;
  readonly bcc?: readonly string[] | undefined;
}

/** What is odd about a recipient, and where it stands. */
interface RecipientFinding {
  readonly message: string;
  readonly path: string;
  readonly hint?: string;
}

const RECIPIENT_FIELDS = ['to', 'cc', 'bcc'] as const;

/** All recipients of a message, each with its path; what is no list of texts is left to the encoder, which refuses it. */
export function recipientsOf(headers: Recipients): { readonly path: string; readonly address: string }[] {
  return RECIPIENT_FIELDS.flatMap(field => {
    const addresses: unknown = headers[field];
    if (!Array.isArray(addresses)) return [];
    return addresses.flatMap((address: unknown, index) =>
      typeof address === 'string' ? [{ path: `${field}[${index}]`, address }] : [],
    );
  });
}

const TYPE_HINT = 'a person is reached by a number such as +447700900123 or by a mail address';

/** `*123`, `ACME1` and `John` without a type: short codes, which not every relay knows. */
export function oddRecipients(headers: Recipients): RecipientFinding[] {
  return recipientsOf(headers).flatMap(({ path, address }) => {
    const form = addressForm(address);
    const isShortCode =
      form === 'alphanumeric-short-code' || (form === 'numeric-short-code' && /\D/.test(address));
    if (!isShortCode) return [];
    const message = `${printable(address)} is sent as a short code; some relays make a mail address of it`;
    return [{ message, path, hint: TYPE_HINT }];
  });
}

/** Mail addresses that some telephones shorten. */
export function slashesInRecipients(headers: Recipients): RecipientFinding[] {
  return recipientsOf(headers).flatMap(({ path, address }) =>
    addressForm(address) === 'mail' && address.includes('/')
      ? [{ message: `some phones cut ${printable(address)} at the "/"`, path }]
      : [],
  );
}
