import { describe, expect, it } from 'vitest';
import { presentation } from '../../../src/presentation/index.ts';
import type { MmsSubmission } from '../../../src/submit/form/message.ts';
import { presentationOf, requireMms, subjectOf } from '../../../src/submit/ways/presentation-of.ts';

const to = ['447700900123'];
const built = presentation().slide({ text: 'Hello' }).build();
const textsOf = async (message: MmsSubmission): Promise<string[]> =>
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

  it.each<[MmsSubmission, string, string]>([
    [{ kind: 'mms', to, library: 80_001, subject: 'x' }, 'submit/missing', 'file'],
    [{ kind: 'mms', to, presentation: JSON.parse('{}') }, 'bytes/value-type', 'presentation.parts'],
    [{ kind: 'mms', to, presentation: JSON.parse('7') }, 'bytes/value-type', 'presentation'],
    [{ kind: 'mms', to, file: JSON.parse('{}') }, 'bytes/value-type', 'file.name'],
    [{ kind: 'mms', to, file: JSON.parse('7') }, 'bytes/value-type', 'file'],
  ])('is none of %j', async (message, code, path) => {
    await expect(presentationOf(message)).rejects.toMatchObject({ code, path });
  });

  it('is of a file alone, whose name merely looks like another', async () => {
    for (const name of ['a.mms.txt', 'a.zip.txt'])
      expect(
        await textsOf({ kind: 'mms', to, file: { name, data: new TextEncoder().encode('Hello') } }),
      ).toContain('Hello');
  });

  it('has a SMIL of ours where one is asked for', async () => {
    const file = { name: 'a.txt', data: new TextEncoder().encode('Hello') };
    const typesBy = async (change: Partial<MmsSubmission>): Promise<string[]> =>
      (await presentationOf({ kind: 'mms', to, file, ...change })).parts.map(
        ({ contentType }) => contentType,
      );
    expect(await typesBy({ smil: 'always' })).toContain('application/smil');
    expect(await typesBy({})).toEqual(['text/plain']);
  });

  it('has the subject of the message, else its own', async () => {
    const own = await presentation({ headers: { subject: 'Own' } })
      .slide({ text: 'Hello' })
      .build();
    expect(subjectOf({ kind: 'mms', to, subject: 'Other' }, own)).toBe('Other');
    expect(subjectOf({ kind: 'mms', to }, own)).toBe('Own');
    expect(subjectOf({ kind: 'mms', to }, await built)).toBeUndefined();
    expect(subjectOf({ kind: 'mms', to }, Object({ headers: { subject: { raw: [1] } } }))).toBeUndefined();
  });

  it('is of an MMS alone', () => {
    const mms = { kind: 'mms', to } as const;
    expect(requireMms(mms)).toBe(mms);
    expect(() => requireMms({ kind: 'text', to, text: 'Hi' })).toThrow(
      expect.objectContaining({
        code: 'submit/kind',
        path: 'kind',
        hint: 'send it by the gateway, kannel, smpp or modem',
      }),
    );
  });
});
