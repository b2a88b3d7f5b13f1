import { describe, expect, it } from 'vitest';
import { fill, pickVariables, variablesOf } from '../../../src/bulk/list/fill.ts';

describe('the variables of a message', () => {
  it('are asked for once, in order, by any text of it', () => {
    expect(variablesOf({ text: '{{b}} {{ a }} {{b}}', more: ['{{c}}', 1, null] })).toEqual(['a', 'b', 'c']);
    expect(variablesOf('no {{ name}}s} {{}}')).toEqual(['name']);
  });

  it('stand in their places, and nothing where they are not given', () => {
    expect(fill({ text: 'Dear {{name}}!', n: 1 }, { name: 'Ada' })).toEqual({ text: 'Dear Ada!', n: 1 });
    expect(fill('Dear {{name}}!', {})).toBe('Dear !');
  });

  it('of a recipient are those that are asked for', () => {
    expect(pickVariables(['name'], { name: 'Ada', town: 'York' }, 'recipients[0]')).toEqual({ name: 'Ada' });
    for (const name of ['town', 'toString'])
      expect(() => pickVariables([name], { name: 'Ada' }, 'recipients[0]')).toThrow(
        expect.objectContaining({ code: 'bulk/variable', path: 'recipients[0].variables' }),
      );
  });
});
