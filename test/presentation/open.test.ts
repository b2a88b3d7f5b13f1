import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeZip } from '../../src/archive/index.ts';
import { openMessages, openPresentation } from '../../src/presentation/index.ts';
import { GIF, utf8 } from '../media/samples.ts';
import { looseMessage, named } from '../preview/message.ts';

describe('the inputs of a message', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'open-'));
    writeFileSync(join(folder, 'a.gif'), GIF);
    writeFileSync(join(folder, 'a.mms'), looseMessage([]));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('are media, or one message alone', async () => {
    const [picture, message] = [join(folder, 'a.gif'), join(folder, 'a.mms')];
    expect(await openMessages([picture])).toHaveLength(1);
    await expect(openMessages([picture, message])).rejects.toThrow(
      expect.objectContaining({ code: 'file/unknown-format', path: message }),
    );
  });

  it('are a message by what they are called, and a text that looks like one is a text', async () => {
    const picture = join(folder, 'a.gif');
    const written = async (name: string, data: Uint8Array | string) => {
      writeFileSync(join(folder, name), data);
      return join(folder, name);
    };
    for (const bundle of [
      await written('x.zip', await writeZip([{ name: 'b.gif', data: GIF }])),
      await written('x.yaml', 'slides: [{ text: Hi }]'),
    ])
      await expect(openMessages([picture, bundle])).rejects.toMatchObject({
        code: 'file/unknown-format',
        path: bundle,
      });
    const [notes] = await openMessages([await written('notes.txt', 'slides: [{ text: Hi }]')]);
    expect(notes?.presentation.parts.map(({ name }) => name)).toEqual(['notes.txt']);
  });

  it('come from standard input where its octets are given', async () => {
    const [one] = await openMessages(['-'], { stdin: looseMessage([]) });
    expect(one?.presentation.parts).toEqual([]);
    await expect(openMessages(['-'])).rejects.toThrow(
      expect.objectContaining({ code: 'bytes/value-type', path: 'options.stdin' }),
    );
    for (const paths of [[], Object(5)])
      await expect(openMessages(paths)).rejects.toThrow(expect.objectContaining({ path: 'paths' }));
  });

  it('are known by their octets where they have no name', async () => {
    const opened = async (stdin: Uint8Array) => {
      const [one] = await openMessages(['-'], { stdin });
      return one?.presentation.parts.map(({ name }) => name);
    };
    expect(await opened(GIF)).toEqual(['stdin']);
    expect(await opened(await writeZip([{ name: 'b.gif', data: GIF }]))).toEqual(['b.gif']);
    expect(await opened(utf8('attachments: [{ value: Hi, name: a.txt }]'))).toEqual(['a.txt']);
    await expect(openMessages(['-'], { stdin: utf8('slides: [{ tekst: Hi }]') })).rejects.toMatchObject({
      details: { issues: [{ file: 'stdin' }] },
    });
  });

  it('of an archive name no files that are written', async () => {
    const manifest = utf8('{"slides": [{"text": "Hi"}], "out": {"mms": "a.mms"}}');
    const [one] = await openMessages(['-'], {
      stdin: await writeZip([{ name: 'message.json', data: manifest }]),
    });
    expect(one?.files).toStrictEqual({});
  });

  it('are fitted to the receiver', async () => {
    const picture = join(folder, 'a.gif');
    const [plain] = await openMessages([picture]);
    expect(plain).toStrictEqual({
      target: 'default',
      presentation: plain?.presentation,
      changes: [],
      files: {},
    });
    const [fitted] = await openMessages([picture], { receiver: { maxBytes: 5000 } });
    expect(fitted).toMatchObject({ target: 'default', maxBytes: 5000, files: {} });
    expect(fitted?.changes).toMatchObject([{ name: 'a.gif', action: 'kept' }]);
  });

  it('are all outputs of a manifest, or one message of it', async () => {
    const file = join(folder, 'targets.yaml');
    writeFileSync(file, 'slides: [{ text: Hi }]\ntargets: { one: {}, default: {} }\n');
    const namesOf = async (options: Parameters<typeof openMessages>[1]) =>
      (await openMessages([file], options)).map(({ target }) => target);
    expect(await namesOf({})).toEqual(['one', 'default']);
    expect(await namesOf({ single: true })).toEqual(['default']);
    expect(await namesOf({ target: 'one' })).toEqual(['one']);
    expect((await openPresentation([file])).slides).toHaveLength(1);
  });

  it('are told when they are read, and have no more octets than are allowed', async () => {
    const told: string[] = [];
    const paths = ['a.gif', 'b.gif'].map(name => join(folder, name));
    writeFileSync(paths[1] ?? '', GIF);
    await openMessages(paths, { onRead: async path => void told.push(path) });
    expect(told).toEqual(paths);
    await expect(openMessages(paths, { limits: { maxAssetBytes: 4 } })).rejects.toMatchObject({
      code: 'file/too-large',
    });
    const parts = [named('a.gif', 'image/gif', GIF), named('b.gif', 'image/gif', GIF)];
    writeFileSync(join(folder, 'two.mms'), looseMessage(parts));
    await expect(openMessages([join(folder, 'two.mms')], { limits: { maxParts: 1 } })).rejects.toMatchObject({
      code: expect.stringMatching(/^wsp\//),
    });
    await expect(openMessages([paths[0] ?? '', Object(5)])).rejects.toMatchObject({ path: 'paths[1]' });
  });
});
