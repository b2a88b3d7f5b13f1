import { describe, expect, it } from 'vitest';
import { flattenSmsJson } from '../../../src/cli/input/sms-json.ts';

describe('an SMS as JSON', () => {
  it('has its nested options in the form of the command line', () => {
    expect(flattenSmsJson({ text: 'a', ports: { destination: 5505 }, nationalLanguage: 'auto' })).toEqual({
      text: 'a',
      port: '5505',
      nationalLanguage: 'auto',
    });
    expect(
      flattenSmsJson({
        ports: { destination: 5505, source: 1 },
        nationalLanguage: { singleShift: 1 },
        informationElements: [{ id: 0x24, data: '01' }],
      }),
    ).toEqual({ port: '5505:1', nationalLanguage: '1', udh: '03240101' });
    expect(flattenSmsJson({ nationalLanguage: { lockingShift: 2 } })).toEqual({ nationalLanguage: ':2' });
  });

  it.each([
    [['a'], 'manifest/type', '$'],
    [null, 'manifest/type', '$'],
    [{ ports: 5505 }, 'manifest/type', 'ports'],
    [{ ports: { destination: 1, sourc: 2 } }, 'manifest/unknown-key', 'ports.sourc'],
    [{ informationElements: {} }, 'manifest/type', 'informationElements'],
    [{ informationElements: [{ id: '5', data: '01' }] }, 'manifest/type', 'informationElements[0]'],
  ])('is refused as %j', (json, code, path) => {
    expect(() => flattenSmsJson(json)).toThrow(expect.objectContaining({ code, path }));
  });
});
