import { performance } from 'node:perf_hooks';
import { request } from 'undici';
import { startSandbox } from '../dist/sandbox/index.js';
import { encodeForm, GatewayClient, type GatewayMessage } from '../dist/submit/index.js';
import { measure, printMeasured } from './measure.ts';

const ACCOUNT = { username: 'ANOther.12345', pin: '123456' };
const TO = ['447700900123'];

function benchForm(): void {
  const data = Uint8Array.from({ length: 300_000 }, (_, i) => (i * 31) & 0xff);
  const message: GatewayMessage = { kind: 'mms', to: TO, file: { name: 'a.mms', data } };
  const measured = measure(
    {
      'Buffer.toString("hex")': () => Buffer.from(data.buffer).toString('hex'),
      encodeForm: () => encodeForm(message, { credentials: ACCOUNT }),
    },
    30,
  );
  printMeasured('form of a .mms of 300000 octets (goal: 3)', measured, 'Buffer.toString("hex")');
}

const ROUNDS = 5;
const REQUESTS = 500;

async function timeOf(job: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  for (let i = 0; i < REQUESTS / ROUNDS; i++) await job();
  return performance.now() - start;
}

/** Our submissions against bare undici requests of the same octets, in turns. */
async function benchSubmissions(name: string, message: GatewayMessage): Promise<void> {
  const sandbox = await startSandbox();
  const client = new GatewayClient({ ...ACCOUNT, servers: [sandbox.url] });
  const body = encodeForm(message, { credentials: ACCOUNT });
  const headers = { 'Content-Type': 'application/x-www-form-urlencoded; charset="utf-8"' };
  const bare = async (): Promise<void> => {
    const answer = await request(sandbox.url, { method: 'POST', headers, body, reset: true });
    await answer.body.text();
  };
  const ours = (): Promise<unknown> => client.send(message);
  await timeOf(bare);
  await timeOf(ours);
  let [bareMs, oursMs] = [0, 0];
  for (let round = 0; round < ROUNDS; round++) {
    bareMs += await timeOf(bare);
    oursMs += await timeOf(ours);
  }
  await sandbox.close();
  const perSecond = (ms: number): string => ((REQUESTS / ms) * 1000).toFixed();
  console.log(`${REQUESTS} submissions in sequence: ${name}, ${body.length} octets`);
  console.log(`  bare undici  ${perSecond(bareMs).padStart(6)} requests/s`);
  console.log(
    `  GatewayClient${perSecond(oursMs).padStart(6)} requests/s, ratio ${(oursMs / bareMs).toFixed(2)} (goal: 1.5)`,
  );
}

/** The form against bare hexadecimal, submissions against bare requests. */
export async function benchSubmit(): Promise<void> {
  benchForm();
  await benchSubmissions('a text', { kind: 'text', to: TO, text: 'Hello' });
  const data = Buffer.from('a line of text\n'.repeat(2000));
  await benchSubmissions('an upload', { kind: 'mms', to: TO, file: { name: 'a.txt', data } });
}
