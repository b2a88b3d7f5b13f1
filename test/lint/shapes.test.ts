import { describe, expect, it } from 'vitest';
import { type LintMessage, lint, lintNetwork } from '../../src/lint/index.ts';
import { encodePdu } from '../../src/mms/index.ts';
import { Presentation } from '../../src/presentation/index.ts';
import { GOOD } from './samples.ts';

const wrong = (path: string): unknown => expect.objectContaining({ code: 'bytes/value-type', path });
const [document] = GOOD.parts;

describe('what is no message', () => {
  it.each<[string, unknown, string]>([
    ['nothing', undefined, 'message'],
    ['null', null, 'message'],
    ['a number', 5, 'message'],
    ['an object without parts', {}, 'message.parts'],
    ['a part', { parts: [null] }, 'message.parts[0]'],
    ['parameters', { parts: [{ ...document, parameters: 'x' }] }, 'message.parts[0].parameters'],
    [
      'parameters that are null',
      { parts: [{ ...document, parameters: null }] },
      'message.parts[0].parameters',
    ],
    ['items of another kind', { items: 5 }, 'message.parts'],
    ['characteristics of another kind', { characteristics: 5 }, 'message.parts'],
  ])('is refused: %s', (_, message, path) => {
    expect(() => lint(message as LintMessage)).toThrow(wrong(path));
  });

  it('is refused for a network too', () => {
    const network = { code: '208-01', limits: {} };
    expect(() => lintNetwork(5 as unknown as LintMessage, network)).toThrow(wrong('message'));
  });
});

describe('what can be judged', () => {
  it('is an object whose class gives its parts', () => {
    class Stored {
      get parts(): LintMessage['parts'] {
        return GOOD.parts;
      }
    }
    expect(lint(new Stored())).toEqual(lint(GOOD));
  });

  it('is a presentation, which is an object of a class', () => {
    const presentation = Presentation.fromMms(
      encodePdu({
        messageType: 'm-send-req',
        transactionId: 'T1',
        to: ['+447700900123'],
        contentType: { type: 'application/vnd.wap.multipart.related' },
        parts: GOOD.parts,
      }),
    );
    expect(lint(presentation).map(({ code }) => code)).toEqual(['layout/unused-region']);
  });
});

describe('options', () => {
  it.each([
    ['the mode', JSON.parse('{ "mode": "strict" }'), 'options.mode'],
    ['the class', JSON.parse('{ "contentClass": 5 }'), 'options.contentClass'],
    ['the rules', JSON.parse('{ "rules": 5 }'), 'options.rules'],
    ['all of them', JSON.parse('5'), 'options'],
  ])('are refused by their shape: %s', (_, options, path) => {
    expect(() => lint(GOOD, options)).toThrow(wrong(path));
  });

  it('of a network are refused by their shape', () => {
    expect(() => lintNetwork(GOOD, JSON.parse('null'))).toThrow(wrong('network'));
    expect(() => lintNetwork(GOOD, JSON.parse('{ "code": "208-01" }'))).toThrow(wrong('network.limits'));
  });
});
