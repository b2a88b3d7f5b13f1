import { encodeSms } from '../../../src/public/sms.ts';

/** Values that many public functions take. */
export const bitmap = { width: 8, height: 2, rows: ['#.#.#.#.', '.#.#.#.#'] };
export const data = new TextEncoder().encode('Hi');
export const part = { contentType: 'text/plain', parameters: { name: 'a.txt' }, data };
export const pixels = { width: 2, height: 2, rgba: new Uint8Array(16) };
export const TO = '+447700900123';
export const segments = encodeSms({ to: TO, text: 'Hi' });
export const tpdus = segments.map(({ tpdu }) => tpdu);
export const tune = {
  title: 'x',
  loop: 0,
  events: [{ note: 'a', octave: 4, duration: 4, modifier: 'none', bpm: 120, style: 'staccato', volume: 9 }],
} as const;
export const settings = { characteristics: [{ type: 'NAPDEF', content: [{ name: 'NAME', value: 'x' }] }] };
