/** A contact as SMS PDUs for many numbers: what `AT+CMGS` or an SMSC takes, one line each. */
import { formatVCard } from 'mms-composer/cards';
import { cardMessage, encodeSmartSms } from 'mms-composer/smart';

const numbers = process.argv.slice(2);
if (numbers.length === 0) {
  console.error('usage: tsx samples/contact-broadcast.ts NUMBER…');
  process.exitCode = 2;
}

const card = formatVCard({
  formattedName: 'Harbour office',
  family: 'Office',
  given: 'Harbour',
  tel: [{ number: '+447700900999', types: ['WORK'] }],
});
const message = cardMessage('vcard', card);
for (const to of numbers) {
  for (const { tpdu, length } of encodeSmartSms(message, { to })) {
    console.log(`${to} AT+CMGS=${length} 00${Buffer.from(tpdu).toString('hex').toUpperCase()}`);
  }
}
