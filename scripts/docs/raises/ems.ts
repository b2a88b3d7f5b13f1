import { json } from './inputs.ts';
import { program, type Raise, type Raises } from './raise.ts';

const ems = (items: readonly unknown[], more: object = {}): Raise => json('ems', { items, ...more });

/** An iMelody object of so many notes. */
const melody = (notes: number): string =>
  `BEGIN:IMELODY\r\nVERSION:1.2\r\nFORMAT:CLASS1.0\r\nMELODY:${'c2'.repeat(notes)}\r\nEND:IMELODY\r\n`;

/** A message of this user data header and three letters, read. */
const read = (header: string): Raise => ({
  run: `mms ems --decode 41000c91447700901032000013${header}61f118`,
});

/** A message, made into EMS for phones of a make. */
const forMake = (make: string): Raise =>
  program(`
import { presentation } from 'mms-composer';

const message = await presentation().slide({ text: 'Hello' }).build();
await message.toEms({ phoneMake: '${make}' });`);

/** EMS, each with one fault. */
export const EMS_RAISES = {
  'ems/value': ems([{ type: 'sound', number: 99 }]),
  'ems/picture-size': ems([{ type: 'picture', rows: ['#'] }]),
  'ems/melody-too-long': ems([{ type: 'melody', imelody: melody(100) }]),
  'ems/user-prompt': ems([{ type: 'userPrompt', objects: 3 }]),
  'ems/object-too-long': ems([{ type: 'element', id: 0x14, data: '00'.repeat(140) }]),
  'ems/not-taken': ems([{ type: 'picture', rows: Array(24).fill('#'.repeat(24)) }], { make: 'Ericsson' }),
  'ems/no-ems': forMake('Nokia'),
  'ems/left-out': ems(
    [
      { type: 'picture', rows: ['#'] },
      { type: 'text', text: 'Hi' },
    ],
    { unfit: 'leave-out' },
  ),
  'ems/melody-split': program(`
import { encodeEms } from 'mms-composer/ems';
import { parseRtttl } from 'mms-composer/ringtone';

const tune = parseRtttl(\`Scale:d=4,o=5,b=125:\${'c,d,e,f,g,a,b,c6,'.repeat(12)}c\`);
const warnings = [];
encodeEms([{ type: 'melody', tune }], { to: '+447700900123', warnings });
console.log(warnings);`),
  'ems/ambiguous-position': ems([
    { type: 'text', text: 'a{b' },
    { type: 'sound', number: 1 },
  ]),
  'ems/position': read('0d0b0209050d0200020a03000013'),
  'ems/reserved-value': read('0d0b0200200a030003130d020002'),
  'lint/unknown-make': forMake('Nokai'),
} satisfies Raises;
