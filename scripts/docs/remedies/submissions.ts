import type { Remedies } from './remedy.ts';

/** What to do about messages on their way to a gateway. */
export const SUBMISSION_REMEDIES = {
  'submit/invalid-message': 'Correct what `details.issues` lists (`--json` shows it); nothing was sent.',
  'submit/missing': 'Give what the message names: a file, a text, or a number of the library.',
  'submit/type': 'Give the key a value of the type that the message names.',
  'submit/value': 'Choose a value within the range that the message names.',
  'submit/too-long': 'Shorten the text to what the message allows.',
  'submit/too-large':
    'Make the content smaller (`mms adapt --max-size`), or raise `maxContentBytes`, if the gateway takes it.',
  'submit/character': 'Remove the control character.',
  'submit/conflict': 'Keep one of the two that the message names.',
  'submit/unknown-key':
    'Correct the spelling of the key; what only the gateway knows goes into `extraParameters`.',
  'submit/recipient':
    'Write the whole number with its country code and without `+` or blanks: `447700900123`.',
  'submit/no-recipient': 'Name recipients with `--to`, or an address book with `--address-book`.',
  'submit/duplicate-recipient': 'Take the number out of the list; it was sent to once.',
  'submit/many-recipients': 'Send in chunks (`--chunk 350`), so that one failure does not concern everybody.',
  'submit/library-range': 'Check the number in the library of your account; the gateway may refuse this one.',
  'submit/long-unicode-text':
    'Shorten the text, or keep to the GSM alphabet: outside it fewer characters fit.',
  'submit/si-id-missing': 'Give `--id`, another one for each indication of the link.',
  'submit/bitmap-form': 'Use a picture of the size that the message names.',
  'submit/card-slips': 'Write the card anew with `mms vcard`, or `mms vcal`, and send the result.',
  'submit/logo-network': 'Make the logo for the network that MCC and MNC name.',
  'submit/unreadable-form':
    'Send a form with credentials, recipients and content, such as `encodeForm` writes it.',
  'submit/form-value': 'Write the value as the manual has it; the message says what is expected.',
  'submit/form-hex': 'Write the octets as pairs of hexadecimal digits.',
  'submit/form-escape': 'Encode UTF-8 octets as `%` and two digits, and a percent sign itself as `%25`.',
  'submit/form-number': 'Write numbers with digits alone, and commas between them.',
  'submit/form-repeated': 'Give the parameter once; the first one counts.',
  'submit/form-separator':
    'Write exactly one `&` between two parameters, and encode those of values as `%26`.',
  'submit/form-blank': 'Encode blanks as `%20`.',
  'submit/form-plus': 'Encode blanks as `%20`: not every server reads `+` as one.',
  'submit/form-reserved':
    'Encode the character, as `encodeURIComponent` and more strictly `percentEncode` do.',
  'submit/form-character': 'Encode the character as `%` and two digits for each of its octets in UTF-8.',
  'submit/form-name': 'Spell the name as the manual does: a gateway may look at case.',
  'submit/form-empty': 'Leave a parameter without value out.',
  'submit/form-unknown': 'Correct the spelling, or leave the parameter out.',
  'submit/form-foreign': 'Leave the parameter out: it belongs to another kind of message.',
  'submit/credentials':
    'Give user name and PIN: in the environment (MMS_USERNAME, MMS_PIN), a file, or the options of the client.',
  'submit/server-url':
    'Give an `https://` address without user name, query or fragment; `http://` only for this machine.',
  'submit/not-connected': 'Check address, network and firewall, and send again: nothing went out.',
  'submit/connection-lost':
    'Ask the gateway whether the message went out before you send again; a journal keeps it from going out twice.',
  'submit/aborted':
    'Send again, if nothing was sent; else ask the gateway first. `requestSent` says which it is.',
  'submit/http-status':
    'Check address and account for 3xx and 4xx; for 5xx ask the gateway before you send again.',
  'submit/unreadable-response':
    'Check that the address is that of the gateway, and ask it before you send again.',
  'submit/rejected': 'Do what the report says, such as buying credit or correcting a number, and send again.',
  'submit/response-count': 'Look at `results`: the reports could not be told apart by number.',
  'submit/hook-failed': 'Mend the hook; what it threw did not change the sending.',
  'submit/library-cache':
    'Make the file of the cache readable and writable, or delete it; the upload was sent in full.',
  'submit/package-missing': 'Install it: `npm install smpp`.',
  'submit/kind': 'Choose another way out with `--via`, or another kind of message.',
  'submit/header': 'Give the number of the line (`line1`), or leave the header field out.',
  'submit/not-tried':
    'Find out why the one before failed, and send to those who are listed; a journal knows them.',
  'submit/not-carried': 'Leave the feature out that the message names, or choose another way out.',
  'submit/journal-format':
    'Name the right file. A journal that was changed by hand says no longer who got the message.',
  'submit/journal-campaign': 'Name another file: a journal remembers one message.',
  'submit/journal-locked': 'Wait until the other run has ended; it goes on where that one was.',
  'submit/journal-unwritable':
    'Make room, or correct the rights, and run the same command again: it goes on where it was.',
  'submit/journal-claimed': 'Nothing: somebody else is sending to this recipient, or has done so.',
  'submit/journal-key': 'Choose a key that `mms journal FILE` lists as unknown.',
  'submit/journal-torn': 'Nothing: the writer was killed in this line, and had not acted upon it.',
  'submit/journal-unknown':
    'Ask the gateway or the recipient, then settle it: `mms journal FILE --resolve KEY sent` (or `not-sent`).',
  'submit/journal-skipped':
    'Nothing: these recipients have the message. Use another journal to send it again.',
  'submit/from-library': 'Nothing: the file was not uploaded again. Delete the cache to upload it anew.',
  'sandbox/cannot-listen': 'Choose another port, or leave it out to get any free one.',
  'sandbox/cannot-store': 'Name a folder that you may write to.',
  'sandbox/not-adapted': 'Mend the picture: a real gateway might drop it, or the message.',
  'sandbox/get': 'Send the form by POST: addresses, and so the PIN, end up in logs.',
  'bulk/package-missing': 'Install them: `npm install bullmq pg`.',
  'bulk/database':
    'Check that PostgreSQL runs, that the address and account are right, and that the database exists.',
  'bulk/campaign': 'Correct the part of the campaign that `path` names.',
  'bulk/other-message': 'Give the new message a campaign of its own, under another name.',
  'bulk/unknown-campaign': 'Correct the name; a campaign is known from its first `put` on.',
  'bulk/csv': 'Correct the list at the line that is named; `column` and `delimiter` say how it is written.',
  'bulk/variable': 'Give every recipient a value, or an empty text.',
  'bulk/hours':
    'Write hours as `08:00`, the end later than the beginning, days from 1 (Monday) to 7, and a time zone such as `Europe/London`.',
  'bulk/fit': 'Put the campaign again; if it comes back, fit the message once beforehand with `mms adapt`.',
  'bulk/chunk-failed':
    'See in `cause` what failed, then put the campaign again: who was never sent to gets a new job.',
  'bulk/paused': 'Find out why nothing was accepted, then call `resume`.',
} satisfies Remedies;
