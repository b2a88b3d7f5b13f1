import { isMmsError } from '../errors.ts';
import type { Issue } from '../issues/index.ts';
import { encodeRingingTone, formatRtttl, type RingingToneOptions, type Tune } from '../ringtone/index.ts';
import { type SmartMessage, type SmartTransportOptions, smartMessage } from './message.ts';

/** How {@link ringingToneMessage} writes. */
export interface RingingToneMessageOptions
  extends Omit<RingingToneOptions, 'warnings'>,
    SmartTransportOptions {}

/** A ringing tone ready to be sent. */
export interface RingingToneMessage extends SmartMessage {
  /** The tune as RTTTL, which the parameter of an HTTP gateway wants; absent for a tune that RTTTL cannot say. */
  readonly bareContent?: string;
}

/**
 * A ringing tone, port 5505. `decodeRingingTone` reads its payload.
 * @throws MmsError as `encodeRingingTone`
 * @example ringingToneMessage(parseRtttl('fifth:d=8,o=5,b=63:g,g,g,2d#'))
 */
export function ringingToneMessage(tune: Tune, options: RingingToneMessageOptions = {}): RingingToneMessage {
  const warnings: Issue[] = [];
  const payload = encodeRingingTone(tune, { ...options, warnings });
  return { ...smartMessage('ringing-tone', payload, options, warnings), ...rtttlOf(tune) };
}

function rtttlOf(tune: Tune): Pick<RingingToneMessage, 'bareContent'> {
  try {
    const warnings: Issue[] = [];
    const bareContent = formatRtttl(tune, { warnings });
    return warnings.some(({ code }) => code === 'midi/length-rounded') ? {} : { bareContent };
  } catch (error) {
    if (isMmsError(error)) return {};
    throw error;
  }
}
