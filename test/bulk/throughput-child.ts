import { type Compiled, compileFilesForChild } from '../support/compiled.ts';

/** A gateway that answers after 15 ms and reads no more of a form than it must. */
const SERVER = `
import { createServer } from 'node:http';
const server = createServer((request, response) => {
  const pieces = [];
  request.on('data', piece => pieces.push(piece));
  request.on('end', () => setTimeout(() => {
    const [, to] = /(?:^|&)SendTo=([^&]*)/.exec(Buffer.concat(pieces).toString('latin1'));
    const numbers = to.split(/,|%2C/i);
    response.end('MessageIdentifier=' + numbers.map(() => 1).join() + '&Report=' + numbers.map(() => -2).join());
  }, 15));
});
server.listen(0, '127.0.0.1', () => process.stdout.write('http://127.0.0.1:' + server.address().port + '/sendmms\\n'));
`;

/** Sends to so many, then to so many, in a bare loop and by the queue, and tells milliseconds and memory as JSON: POSTGRES SERVER CONCURRENCY SIZE… */
const RUN = `
import { openBulk } from './bulk/index.js';
import { GatewayClient } from './submit/index.js';
const [postgres, server, concurrency, ...sizes] = [JSON.parse(process.argv[2]), process.argv[3], ...process.argv.slice(4).map(Number)];
const CHUNK = 350;
const ROUNDS = 3;
const account = { username: 'A.1', pin: '0000', servers: [server] };
const message = { kind: 'text', text: 'Hi' };
function* numbers(size) { for (let index = 0; index < size; index++) yield String(447700000000 + index); }

async function bareLoop(size) {
  const client = new GatewayClient(account);
  const list = numbers(size);
  const next = () => { const to = []; for (const number of list2(list)) { to.push(number); if (to.length === CHUNK) break; } return to; };
  function* list2(it) { for (;;) { const { value, done } = it.next(); if (done) return; yield value; } }
  const begin = performance.now();
  await Promise.all(Array.from({ length: concurrency }, async () => {
    for (let to = next(); to.length > 0; to = next()) await client.send({ ...message, to });
  }));
  return performance.now() - begin;
}

const bulk = await openBulk({ postgres, queue: 'speed', onTrouble: error => process.stderr.write(error.message + '\\n') });
async function byQueue(name, size) {
  const begin = performance.now();
  await bulk.put({ name, message, recipients: numbers(size), chunk: CHUNK });
  const put = performance.now();
  let done = 0;
  let tellEnd;
  const ended = new Promise(resolve => { tellEnd = resolve; });
  const send = async (one, { journal, ...options }) => {
    const result = await new GatewayClient({ ...account, journal }).send(one, options);
    done += one.to.length;
    if (done === size) tellEnd();
    return result;
  };
  const worker = await bulk.work({ send, concurrency });
  await ended;
  const end = performance.now();
  const { counts } = await bulk.progress(name);
  await worker.close();
  return { putMs: put - begin, workMs: end - put, accepted: counts.accepted };
}
const measured = [];
for (const size of sizes) {
  const rounds = [];
  for (let round = 0; round < ROUNDS; round++) {
    const bareMs = await bareLoop(size);
    rounds.push({ bareMs, ...(await byQueue(['speed', size, round].join('-'), size)) });
  }
  // What was freed goes back to the system when nothing else is to be done.
  for (let round = 0; round < ROUNDS; round++) {
    global.gc();
    await new Promise(resolve => setTimeout(resolve, 300));
  }
  const { rss, heapUsed } = process.memoryUsage();
  measured.push({ rounds, rss, heapUsed });
}
process.stdout.write(JSON.stringify(measured) + '\\n');
await bulk.close();
`;

/** The scripts, compiled. */
export function throughputChild(): Compiled & { readonly server: string; readonly run: string } {
  const compiled = compileFilesForChild('bulk/index.ts', 'bulk/fit/fit-process.ts', 'submit/index.ts');
  return { ...compiled, server: compiled.script('server.js', SERVER), run: compiled.script('run.js', RUN) };
}
