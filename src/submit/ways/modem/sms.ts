import { toHex } from '../../../bytes/index.ts';
import type { SmsSegment } from '../../../sms/index.ts';
import { checkSegments } from '../../shapes.ts';
import { block, command, type ModemStep } from './step.ts';

/** Ends a PDU; no carriage return follows. */
const SUBSTITUTE = '\x1a';

/** Use the service centre that the SIM has. */
const STORED_CENTRE = '00';

/**
 * SMS in PDU mode (3GPP TS 27.005): AT+CMGS for each part, the link kept up between several.
 * @example for (const { send, expect } of smsSteps(encodeSms({ to, text }))) …
 */
export function smsSteps(segments: readonly SmsSegment[]): readonly ModemStep[] {
  checkSegments(segments);
  return [
    command('AT+CMGF=0'),
    ...(segments.length > 1 ? [command('AT+CMMS=1', { mayFail: true })] : []),
    ...segments.flatMap(({ length, tpdu }) => [
      command(`AT+CMGS=${length}`, { expect: ['> '], seconds: 10 }),
      block(`${STORED_CENTRE}${toHex(tpdu).toUpperCase()}${SUBSTITUTE}`, {
        expect: ['+CMGS:'],
        seconds: 120,
        commits: true,
      }),
    ]),
  ];
}
