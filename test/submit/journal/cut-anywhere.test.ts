import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import {
  decodeForm,
  fileJournal,
  GatewayClient,
  readJournal,
  type Transport,
} from '../../../src/submit/index.ts';

const TO = Array.from({ length: 9 }, (_, index) => `44770090012${index}`);
const SIZE = 3;

/** Sends by a journal to all that it leaves open, and tells to whom it went, and how long the journal was then. */
async function run(path: string): Promise<{ readonly to: readonly string[]; readonly length: number }[]> {
  const sent: { to: readonly string[]; length: number }[] = [];
  const transport: Transport = async ({ body }) => {
    const to = decodeForm(Buffer.from(body).toString('latin1')).message.to ?? [];
    sent.push({ to, length: (await readFile(path)).length });
    const answer = `MessageIdentifier=${to.map(() => 'x').join()}&Report=${to.map(() => -2).join()}`;
    return { kind: 'answer', status: 200, body: Buffer.from(answer) };
  };
  const journal = fileJournal(path);
  const options = { username: 'A.1', pin: '123456', servers: ['http://127.0.0.1:1/'], journal, transport };
  const client = new GatewayClient(options);
  for await (const { result } of client.sendInChunks({ kind: 'text', to: TO, text: 'Hi' }, { size: SIZE }))
    expect(result.outcome).toBe('accepted');
  await journal.close();
  return sent;
}

const EVERY = 11;

it('a journal that breaks off anywhere lets nobody have it twice, and loses nobody', {
  timeout: 300_000,
}, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'cut-'));
  const path = join(folder, 'whole');
  const sent = await run(path);
  const whole = await readFile(path);
  const lineEnds = [...whole.keys()].filter(at => whole[at] === 0x0a);
  const cuts = new Set([
    ...lineEnds.flatMap(at => [at, at + 1, at + 2]),
    ...Array.from({ length: Math.ceil(whole.length / EVERY) }, (_, index) => index * EVERY),
  ]);
  for (const cut of [...cuts].filter(at => at <= whole.length)) {
    const broken = join(folder, `cut-${cut}`);
    await writeFile(broken, whole.subarray(0, cut));
    // A request leaves when its claim is whole on the disk: what had left before this cut.
    const before = sent.filter(({ length }) => length <= cut).flatMap(({ to }) => to);
    const after = (await run(broken)).flatMap(({ to }) => to);
    expect([...before, ...after].toSorted(), `cut at ${cut}`).toEqual(TO);
    const { counts, unresolved } = await readJournal(broken);
    const answered = new Set(after);
    const unanswered = unresolved.flatMap(({ recipients }) => recipients);
    expect(counts.accepted + counts.unknown, `cut at ${cut}`).toBe(TO.length);
    expect(unanswered.filter(recipient => answered.has(recipient))).toEqual([]);
  }
  await rm(folder, { recursive: true });
});
