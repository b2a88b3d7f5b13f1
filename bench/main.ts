import { benchMms } from './mms.ts';

benchMms();
