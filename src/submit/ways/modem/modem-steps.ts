import { MmsError } from '../../../errors.ts';
import type { GatewayMessage, MmsSubmission } from '../../form/message.ts';
import { presentationOf, subjectOf } from '../presentation-of.ts';
import { checkWayOptions } from '../shapes.ts';
import { segmentsTo } from '../sms-segments.ts';
import { checkCarried, numbersOf } from '../way.ts';
import type { ModemDialect } from './dialects.ts';
import type { LineOptions, ModemMms, ModemNetwork } from './mms-content.ts';
import { quectelSteps } from './quectel.ts';
import { simcomSteps } from './simcom.ts';
import { smsSteps } from './sms.ts';
import type { ModemStep } from './step.ts';

/** What a modem must know beside the message. */
export interface ModemOptions extends LineOptions {
  /** Needed for an MMS. */
  readonly dialect?: ModemDialect | undefined;
  /** Needed for an MMS. */
  readonly network?: ModemNetwork | undefined;
}

/** A SMIL that a modem would send as a file beside its own. */
const SMIL_TYPE = 'application/smil';

async function mmsOf(message: MmsSubmission): Promise<ModemMms> {
  const presentation = await presentationOf(message);
  return {
    to: numbersOf(message),
    cc: numbersOf(message, 'cc'),
    bcc: numbersOf(message, 'bcc'),
    subject: subjectOf(message, presentation),
    parts: presentation.parts.filter(({ contentType }) => contentType !== SMIL_TYPE),
  };
}

/**
 * What to send down the line to a modem, step by step; no port is opened. SMS go by AT+CMGS, each number and part on its
 * own; an MMS by the commands of the maker, which composes it itself.
 * @throws MmsError `submit/missing` without dialect or network, `submit/character`, and as the encoders
 * @example for (const { send, expect, timeoutMs } of await modemSteps({ kind: 'text', to, text: 'Hi' })) …
 */
export async function modemSteps(
  message: GatewayMessage,
  options: ModemOptions = {},
): Promise<readonly ModemStep[]> {
  checkWayOptions('modem', options);
  checkCarried(message, 'a modem');
  const { dialect, network, baud } = options;
  if (message.kind !== 'mms') {
    const numbers = numbersOf(message);
    const messages = await Promise.all(numbers.map(number => segmentsTo(message, number)));
    return messages.flatMap(smsSteps);
  }
  if (dialect === undefined || network === undefined) {
    throw new MmsError('submit/missing', 'an MMS needs the dialect of the modem and its network', {
      path: dialect === undefined ? 'options.dialect' : 'options.network',
    });
  }
  const mms = await mmsOf(message);
  const line = { baud };
  return dialect === 'quectel' ? quectelSteps(mms, network, line) : simcomSteps(mms, network, dialect, line);
}
