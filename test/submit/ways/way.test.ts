import { describe, expect, it } from 'vitest';
import type { GatewayMessage } from '../../../src/submit/index.ts';
import { checkCarried, numbersOf } from '../../../src/submit/ways/way.ts';

const [A, B] = ['447700900121', '447700900122'] as const;
const MMS = { kind: 'mms', to: [A], cc: [B, `+${B}`], subject: 'x', library: 80_001 } as const;

describe('the numbers of a message', () => {
  it('are digits, each once', () => {
    expect(numbersOf({ kind: 'text', to: [`+${A}`, A, B], text: 'Hi' })).toEqual([A, B]);
    expect(numbersOf(MMS, 'to')).toEqual([A]);
    expect(numbersOf(MMS, 'cc')).toEqual([B]);
    expect(numbersOf(MMS, 'bcc')).toEqual([]);
  });

  it('are copied to by an MMS alone', () => {
    const message = { kind: 'text', to: [A], cc: [B], text: 'Hi' } as GatewayMessage;
    expect(numbersOf(message, 'cc')).toEqual([]);
  });

  it.each<[object, 'to' | 'cc' | 'bcc', string, string]>([
    [{ to: [] }, 'to', 'submit/no-recipient', 'to'],
    [{ to: undefined }, 'to', 'submit/no-recipient', 'to'],
    [{ to: 7 }, 'to', 'bytes/value-type', 'to'],
    [{ cc: 7 }, 'cc', 'bytes/value-type', 'cc'],
    [{ to: [A, '0'] }, 'to', 'submit/invalid-message', 'to[1]'],
    [{ cc: ['0'] }, 'cc', 'submit/invalid-message', 'cc[0]'],
    [{ bcc: ['0'] }, 'bcc', 'submit/invalid-message', 'bcc[0]'],
  ])('are none of %j: %s', (change, key, code, path) => {
    const message: GatewayMessage = { ...MMS, ...change };
    expect(() => numbersOf(message, key)).toThrow(
      expect.objectContaining(code === 'submit/invalid-message' ? { code } : { code, path }),
    );
  });
});

describe('what only the gateway knows', () => {
  it.each([
    ['addressBook', 'Friends'],
    ['ccAddressBook', 'Friends'],
    ['bccAddressBook', 'Friends'],
    ['library', 80_001],
    ['delayMinutes', 5],
    ['sendAt', new Date(0)],
    ['extraParameters', { A: 'b' }],
    ['walledGardenRule', 1],
    ['adapt', true],
  ])('%s is refused by other ways, unless they know it', (key, value) => {
    const message = { kind: 'mms', to: [A], subject: 'x', [key]: value } as GatewayMessage;
    const check = (known: Parameters<typeof checkCarried>[2]) => () => checkCarried(message, 'MM1', known);
    expect(check([])).toThrow(
      expect.objectContaining({
        code: 'submit/conflict',
        path: key,
        message: `${key} is for the gateway: MM1 has nothing like it`,
      }),
    );
    expect(check([key] as Parameters<typeof checkCarried>[2])).not.toThrow();
  });

  it('is refused by default, and values of other types before it', () => {
    expect(() => checkCarried({ ...MMS }, 'MM1')).toThrow(expect.objectContaining({ path: 'library' }));
    expect(() => checkCarried({ kind: 'text', to: [A], text: JSON.parse('7') }, 'MM1')).toThrow(
      expect.objectContaining({ code: 'submit/invalid-message' }),
    );
    expect(() => checkCarried({ kind: 'text', to: [A], text: 'Hi' }, 'MM1')).not.toThrow();
  });
});
