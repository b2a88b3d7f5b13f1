import { type IMelodyObject, type MelodyEvent, SPECIFIERS, type VolumeChange } from './grammar.ts';

/** The text of an object: lines that end with CR LF, MELODY in one, however long it is. */
export function writeObject(object: IMelodyObject): string {
  const { version, name, composer, beat, style, volume, copyright, melody } = object;
  const fields = [
    ['BEGIN', version === undefined ? undefined : 'IMELODY'],
    ['VERSION', version],
    ['FORMAT', version === undefined ? undefined : 'CLASS1.0'],
    ['NAME', name],
    ['COMPOSER', composer],
    ['BEAT', beat],
    ['STYLE', style === undefined ? undefined : `S${style}`],
    ['VOLUME', volume === undefined ? undefined : writeVolume(volume)],
    ['COPYRIGHT', copyright],
    ['MELODY', melody.map(writeEvent).join('')],
    ['END', 'IMELODY'],
  ];
  return fields.flatMap(([field, value]) => (value === undefined ? [] : `${field}:${value}\r\n`)).join('');
}

/** The text of one event. */
export function writeEvent(event: MelodyEvent): string {
  if ('volume' in event) return writeVolume(event.volume);
  if ('switch' in event) return event.switch;
  if ('repeat' in event) {
    const step = event.volumeStep === undefined ? '' : `V${event.volumeStep}`;
    return `(${event.events.map(writeEvent).join('')}@${event.repeat}${step})`;
  }
  const { prefix, accidental = '', letter, duration, modifier } = event;
  const specifier = SPECIFIERS.find(row => row.name === modifier)?.character ?? '';
  return `${prefix === undefined ? '' : `*${prefix}`}${accidental}${letter}${duration}${specifier}`;
}

function writeVolume(volume: VolumeChange): string {
  return `V${volume}`;
}
