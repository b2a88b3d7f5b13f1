import { formatVCard, parseVCard } from '../../cards/index.ts';
import { cardCommand } from './card-command.ts';

/** `mms vcard`: a contact card. */
export const vcard = cardCommand({
  name: 'vcard',
  kind: 'vcard',
  key: 'card',
  example: 'vcf',
  format: (card, options) => formatVCard(card, options),
  parse: parseVCard,
});
