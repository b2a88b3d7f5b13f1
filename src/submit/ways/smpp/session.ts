import { isIP } from 'node:net';
import type { ConnectOptions, Fields, Pdu, Session } from 'smpp';
import { isMmsError, MmsError } from '../../../errors.ts';
import { loadFailure } from '../../optional-package.ts';

/** A peer of SMPP as an address names it. */
export interface SmppPeer {
  readonly host: string;
  readonly port: number;
  readonly tls: boolean;
}

/** A session over which requests go one by one. Its functions reject when the connection fails or time is up. */
export interface OpenSession {
  bind(fields: Fields): Promise<Pdu>;
  submit(fields: Fields): Promise<Pdu>;
  /** Says goodbye and hangs up, whatever the peer says. */
  close(): void;
}

async function loadPackage(): Promise<typeof import('smpp')> {
  try {
    return await import('smpp');
  } catch (error) {
    throw new MmsError('submit/package-missing', `the package smpp ${loadFailure(error)}`, {
      hint: 'npm install smpp',
      cause: error,
    });
  }
}

/** Waits for an event of a session, no longer than a time and no longer than the session lasts. */
function waitFor<T>(
  session: Session,
  ms: number,
  signal: AbortSignal | undefined,
  begin: (done: (value: T) => void) => void,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => fail(Object.assign(new Error('no answer in time'), { code: 'ETIMEDOUT' })),
      ms,
    );
    const closed = (): void =>
      fail(Object.assign(new Error('the connection was closed'), { code: 'ECONNRESET' }));
    const aborted = (): void => fail(signal?.reason);
    const fail = (error: unknown): void => {
      settle();
      reject(error instanceof Error ? error : new Error('aborted'));
    };
    const settle = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', aborted);
    };
    session.on('error', fail).on('close', closed);
    signal?.addEventListener('abort', aborted);
    if (signal?.aborted) aborted();
    else {
      begin(value => {
        settle();
        resolve(value);
      });
    }
  });
}

/** How long each step may take. */
export interface SessionTimes {
  readonly connectMs: number;
  readonly answerMs: number;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Connects; nothing is sent.
 * @throws MmsError `submit/package-missing`; whatever failed to connect
 */
export async function openSession(
  { host, port, tls }: SmppPeer,
  ca: string | readonly string[] | undefined,
  { connectMs, answerMs, signal }: SessionTimes,
): Promise<OpenSession> {
  const smpp = await loadPackage();
  const options: ConnectOptions = {
    host,
    port,
    tls,
    // Whatever the environment says.
    rejectUnauthorized: true,
    // Node warns of an address in the place of a name.
    ...(isIP(host) === 0 && { servername: host }),
    ...(ca !== undefined && { ca: [ca].flat() }),
  };
  const session = smpp.connect(options);
  // Without a listener an error of the socket would end the process; each step has one of its own as well.
  session.on('error', () => undefined);
  const request = (send: (answered: (pdu: Pdu) => void) => boolean): Promise<Pdu> =>
    waitFor<Pdu>(session, answerMs, signal, done => {
      if (!send(done)) session.emit('close');
    });
  try {
    await waitFor<void>(session, connectMs, signal, done => {
      session.once(tls ? 'secureConnect' : 'connect', done);
    });
  } catch (error) {
    session.destroy();
    throw error;
  }
  return {
    bind: fields => request(answered => session.bind_transceiver(fields, answered)),
    submit: fields => request(answered => session.submit_sm(fields, answered)),
    close: () => {
      session.unbind();
      session.destroy();
    },
  };
}

/** True for a failure to begin with: the package is not there. */
export function isPackageMissing(error: unknown): boolean {
  return isMmsError(error) && error.code === 'submit/package-missing';
}
