import { describe, expect, it } from 'vitest';
import { presentation } from '../../../src/presentation/index.ts';
import type { GatewayMessage } from '../../../src/submit/index.ts';
import { presentationOf, subjectOf } from '../../../src/submit/ways/presentation-of.ts';

const to = ['447700900123'];
const built = presentation().slide({ text: 'Hello' }).build();
const textsOf = async (message: GatewayMessage): Promise<string[]> =>
  (await presentationOf(message)).parts.map(({ data }) => new TextDecoder().decode(data));

describe('the presentation of an MMS', () => {
  it('is its own, or what its file says by its name', async () => {
    const own = await built;
    expect(await presentationOf({ kind: 'mms', to, presentation: own })).toBe(own);
    for (const [name, data] of [
      ['a.mms', own.toMms({ transactionId: 'T1', to: ['+447700900123'] })],
      ['A.ZIP', await own.toZip()],
      ['a.txt', new TextEncoder().encode('Hello')],
    ] as const)
      expect([name, await textsOf({ kind: 'mms', to, file: { name, data } })]).toEqual([
        name,
        expect.arrayContaining(['Hello']),
      ]);
  });

  it.each<[GatewayMessage, string, string]>([
    [{ kind: 'text', to, text: 'Hi' }, 'submit/kind', 'kind'],
    [{ kind: 'mms', to, library: 80_001, subject: 'x' }, 'submit/missing', 'file'],
    [{ kind: 'mms', to, presentation: JSON.parse('{}') }, 'bytes/value-type', 'presentation.parts'],
    [{ kind: 'mms', to, file: JSON.parse('{}') }, 'bytes/value-type', 'file.name'],
  ])('is none of %j', async (message, code, path) => {
    await expect(presentationOf(message)).rejects.toMatchObject({ code, path });
  });

  it('has the subject of the message, else its own', async () => {
    const own = await presentation({ headers: { subject: 'Own' } })
      .slide({ text: 'Hello' })
      .build();
    expect(subjectOf({ kind: 'mms', to, subject: 'Other' }, own)).toBe('Other');
    expect(subjectOf({ kind: 'mms', to }, own)).toBe('Own');
    expect(subjectOf({ kind: 'mms', to }, await built)).toBeUndefined();
  });
});
