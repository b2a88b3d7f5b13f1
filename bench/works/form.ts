import { request } from 'undici';
import type { GatewayMessage } from '../../src/submit/index.ts';
import type { Build } from '../build.ts';
import { growing, type Work } from '../work.ts';
import { octets } from './messages.ts';

const ACCOUNT = { username: 'ANOther.12345', pin: '123456' };
const TO = ['447700900123'];
const UPLOAD_BYTES = 300_000;
const RECIPIENTS = [1, 10, 100, 1000, 10_000];
const LINES = 2000;

/** The form of the gateway against bare hexadecimal. */
export async function formWorks(build: Build): Promise<readonly Work[]> {
  const { encodeForm } = await build.room('submit');
  const data = octets(UPLOAD_BYTES);
  const message: GatewayMessage = { kind: 'mms', to: TO, file: { name: 'a.mms', data } };
  return [
    {
      name: 'encodeForm, .mms of 300 kB',
      run: () => encodeForm(message, { credentials: ACCOUNT }),
      peer: { name: 'Buffer in hexadecimal', run: () => Buffer.from(data.buffer).toString('hex') },
    },
    ...growing('encodeForm by recipients', RECIPIENTS, size => {
      const to = Array.from({ length: size }, (_, i) => `4477009${String(i).padStart(5, '0')}`);
      return { run: () => encodeForm({ kind: 'text', to, text: 'Hello' }) };
    }),
  ];
}

/** Submissions on loopback against bare requests of the same octets; the server of both is ours. */
export async function submissionWorks(build: Build): Promise<readonly Work[]> {
  const { startSandbox } = await import('../../dist/sandbox/index.js');
  const { encodeForm, GatewayClient } = await build.room('submit');
  const { url } = await startSandbox();
  const client = new GatewayClient({ ...ACCOUNT, servers: [url] });
  const headers = { 'Content-Type': 'application/x-www-form-urlencoded; charset="utf-8"' };
  const submission = (name: string, message: GatewayMessage): Work => {
    const body = encodeForm(message, { credentials: ACCOUNT });
    const bare = async (): Promise<string> => {
      const answer = await request(url, { method: 'POST', headers, body, reset: true });
      return answer.body.text();
    };
    return { name, run: () => client.send(message), peer: { name: 'bare undici', run: bare } };
  };
  const data = new TextEncoder().encode('a line of text\n'.repeat(LINES));
  return [
    submission('GatewayClient.send, a text', { kind: 'text', to: TO, text: 'Hello' }),
    submission('GatewayClient.send, an upload', { kind: 'mms', to: TO, file: { name: 'a.txt', data } }),
  ];
}
