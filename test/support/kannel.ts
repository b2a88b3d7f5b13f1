import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { TOOL_PATHS } from './oracle.ts';

/** A Kannel on this machine: smsbox, bearerbox, and a service centre that prints what it gets. */
export interface RunningKannel {
  readonly url: string;
  readonly username: string;
  readonly password: string;
  /** The lines of fakesmsc once there are so many. */
  lines(count: number): Promise<readonly string[]>;
  close(): Promise<void>;
}

const USER = { username: 'tester', password: 'CANARY-foobar' } as const;
const PATIENCE_MS = 20_000;
const STEP_MS = 50;

async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer());
  const ports: number[] = [];
  for (const server of servers) {
    await once(server.listen(0, '127.0.0.1'), 'listening');
    ports.push((server.address() as AddressInfo).port);
  }
  for (const server of servers) server.close();
  return ports;
}

async function until(isSo: () => boolean | Promise<boolean>, what: string): Promise<void> {
  for (let waited = 0; waited < PATIENCE_MS; waited += STEP_MS) {
    if (await isSo()) return;
    await delay(STEP_MS);
  }
  throw new Error(`${what} took longer than ${PATIENCE_MS} ms`);
}

async function answers(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  const isOpen = await Promise.race([
    once(socket, 'connect').then(() => true),
    once(socket, 'error').then(() => false),
  ]).catch(() => false);
  socket.destroy();
  return isOpen;
}

export async function startKannel(): Promise<RunningKannel> {
  const [admin = 0, box = 0, smsc = 0, sendsms = 0] = await freePorts(4);
  const folder = mkdtempSync(join(tmpdir(), 'kannel-'));
  const config = join(folder, 'kannel.conf');
  writeFileSync(
    config,
    `group = core
admin-port = ${admin}
admin-interface = 127.0.0.1
admin-password = none
smsbox-port = ${box}
smsbox-interface = 127.0.0.1
box-deny-ip = "*.*.*.*"
box-allow-ip = "127.0.0.1"

group = smsc
smsc = fake
smsc-id = fake
allowed-smsc-id = fake
port = ${smsc}
connect-allow-ip = 127.0.0.1

group = smsbox
bearerbox-host = 127.0.0.1
sendsms-port = ${sendsms}
sendsms-interface = 127.0.0.1
sendsms-chars = "0123456789 +-"
global-sender = 13013

group = sendsms-user
username = ${USER.username}
password = ${USER.password}
max-messages = 1
default-smsc = fake

group = sms-service
keyword = default
text = none
`,
  );
  const children: ChildProcess[] = [];
  let output = '';
  const start = (program: string, ...args: string[]): ChildProcess => {
    const child = spawn(program, args, { cwd: folder });
    children.push(child);
    return child;
  };
  start(TOOL_PATHS.bearerbox, '-v', '4', config);
  await until(() => answers(box), 'bearerbox');
  start(TOOL_PATHS.smsbox, '-v', '4', config);
  await until(() => answers(sendsms), 'smsbox');
  const printed = start(TOOL_PATHS.fakesmsc, '-H', '127.0.0.1', '-r', String(smsc), '-i', '1', '-m', '0');
  for (const stream of [printed.stdout, printed.stderr]) {
    stream?.on('data', data => {
      output += String(data);
    });
  }
  await until(() => output.includes('Connecting to'), 'fakesmsc');
  const received = (): string[] =>
    [...output.matchAll(/Got message \d+: <(.*)>/g)].map(([, line = '']) => line);
  return {
    url: `http://127.0.0.1:${sendsms}`,
    ...USER,
    lines: async count => {
      await until(() => received().length >= count, `${count} messages (${received().length} came)`);
      return received();
    },
    close: async () => {
      for (const child of children.reverse()) {
        child.kill('SIGKILL');
        if (child.exitCode === null && child.signalCode === null) await once(child, 'close');
      }
      rmSync(folder, { recursive: true });
    },
  };
}
