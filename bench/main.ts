import { benchAdapt } from './adapt.ts';
import { benchBitmap } from './bitmap.ts';
import { benchHandsets } from './handsets.ts';
import { benchMms } from './mms.ts';
import { benchRingtone } from './ringtone.ts';
import { benchSms } from './sms.ts';
import { benchStart } from './start.ts';
import { benchSubmit } from './submit.ts';
import { benchZip } from './zip.ts';

benchStart();
benchMms();
benchSms();
benchBitmap();
benchRingtone();
await benchHandsets();
await benchZip();
await benchAdapt();
await benchSubmit();
