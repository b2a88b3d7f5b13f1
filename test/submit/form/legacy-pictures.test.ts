import { describe, expect, it } from 'vitest';
import { logoProblem, otaProblem } from '../../../src/submit/form/legacy-pictures.ts';

/** Info field, width, height, depth, then a bit a pixel. */
function otaBitmap(width: number, height: number): string {
  const hex = (value: number) => value.toString(16).padStart(2, '0');
  return `00${hex(width)}${hex(height)}01${'00'.repeat(Math.ceil((width * height) / 8))}`;
}

describe('a picture', () => {
  const USUAL = { width: 72, height: 14 };

  it.each([
    ['is not given', undefined, undefined],
    ['is a number of the library', '99999', undefined],
    ['is as telephones expect it', otaBitmap(72, 14), undefined],
    ['is narrower', otaBitmap(71, 14), 'telephones expect 72x14, found 71x14'],
    ['is higher', otaBitmap(72, 15), 'telephones expect 72x14, found 72x15'],
    ['breaks off', '00480E0100', 'no plain OTA bitmap'],
  ])('%s', (_, form, problem) => {
    expect(otaProblem(form, USUAL)).toBe(problem);
  });
});

describe('a logo', () => {
  /** TS 24.008 10.5.1.3: the digits of 234 33 with the halves of the octets swapped. */
  const LOGO = `32F433${otaBitmap(72, 14)}`;

  it.each([
    ['is not given', undefined, '234', '33', undefined],
    ['is a number of the library', '12345', '234', '33', undefined],
    ['is for its network', LOGO, '234', '33', undefined],
    ['is for another country', LOGO, '244', '33', 'a logo for network 234 33, sent for 244 33'],
    ['is for another network', LOGO, '234', '05', 'a logo for network 234 33, sent for 234 05'],
    ['has no country to be sent for', LOGO, undefined, '33', undefined],
    ['has no network to be sent for', LOGO, '234', undefined, undefined],
    ['has no picture', '32F433', '234', '33', expect.stringContaining('no network code with an OTA bitmap')],
  ])('%s', (_, form, mcc, mnc, problem) => {
    expect(logoProblem(form, mcc, mnc)).toEqual(problem);
  });
});
