import { performance } from 'node:perf_hooks';
import type { Fields, Pdu } from 'smpp';
import { toHex } from '../../../bytes/index.ts';
import { errorCode, MmsError } from '../../../errors.ts';
import type { SmsSegment } from '../../../sms/index.ts';
import { printable } from '../../../text/index.ts';
import { callHook } from '../../hooks.ts';
import type { PreparedRequest } from '../../prepared-request.ts';
import { Secrets } from '../../secrets.ts';
import { conclude, type Submission } from '../../submission.ts';
import { mayTryNext } from '../../transport/connect-failures.ts';
import { isLoopback } from '../../transport/server-url.ts';
import { TIMEOUT_DEFAULTS } from '../../transport/transport.ts';
import { judgeFailure, unknown, type Verdict } from '../../verdict/outcome.ts';
import type { Attempt } from '../../verdict/result.ts';
import { campaignOf } from '../campaign.ts';
import { checkWayOptions } from '../shapes.ts';
import { segmentsTo } from '../sms-segments.ts';
import { type CarryOptions, checkCarried, numbersOf, type Way, type WayRequest } from '../way.ts';
import { isPackageMissing, type OpenSession, openSession, type SmppPeer } from './session.ts';
import { smppStatus } from './status.ts';
import { type SubmitSm, type SubmitSmOptions, submitSm } from './submit-sm.ts';

/** A short message service centre, and the account there. */
export interface SmppOptions extends SubmitSmOptions {
  /** `smpp://host:2775`, or `ssmpp://host:3550` for TLS; the next is tried only where nothing was sent. */
  readonly servers: readonly string[];
  readonly systemId: string;
  readonly password: string;
  readonly systemType?: string | undefined;
  /** Allows `smpp:` to other machines: password and messages then travel in the clear. */
  readonly allowInsecure?: boolean | undefined;
}

const PORTS: Readonly<Record<string, number>> = { 'smpp:': 2775, 'ssmpp:': 3550 };

interface NamedPeer extends SmppPeer {
  readonly href: string;
}

function peerOf(written: string, allowInsecure: boolean): NamedPeer {
  const url = new URL(URL.canParse(written) ? written : 'none:');
  const port = PORTS[url.protocol];
  if (port === undefined || url.hostname === '') {
    throw new MmsError(
      'submit/server-url',
      'expected an address such as smpp://host:2775 or ssmpp://host:3550',
    );
  }
  if (url.username !== '' || url.password !== '' || /[?#]/.test(written)) {
    throw new MmsError('submit/server-url', `more than a host and a port: ${printable(url.host)}`);
  }
  const host = url.hostname.replace(/[[\]]/g, '');
  const tls = url.protocol === 'ssmpp:';
  if (!tls && !allowInsecure && !isLoopback(url.hostname)) {
    throw new MmsError('submit/server-url', `no encryption on the way to ${printable(url.host)}`, {
      hint: 'use ssmpp://, or set allowInsecure',
    });
  }
  return { host, port: Number(url.port || port), tls, href: `${url.protocol}//${url.host}` };
}

/** The fields as the package takes them: octets as Buffers, absent ones left out. */
function packageFields(sm: SubmitSm): Fields {
  return Object.fromEntries(
    Object.entries(sm).map(([name, value]) => [
      name,
      value instanceof Uint8Array ? Buffer.from(value) : value,
    ]),
  );
}

/** The same for a person: octets in hexadecimal. */
function shownFields(sm: SubmitSm): Record<string, string> {
  return Object.fromEntries(
    Object.entries(sm).map(([name, value]) => [
      name,
      value instanceof Uint8Array ? toHex(value) : String(value),
    ]),
  );
}

/** The message itself, in whichever field it stands. */
function contentOf({ message_payload, short_message }: SubmitSm): Uint8Array {
  return message_payload ?? short_message;
}

/** How far a message came. */
interface Progress {
  readonly verdict: Verdict;
  readonly requestSent: 'no' | 'maybe';
  readonly error?: unknown;
}

function judgePdu({ command_status: status, message_id: identifier }: Pdu, number: string): Verdict {
  const { meaning, retryable } = smppStatus(status);
  const result = {
    recipient: number,
    report: status,
    accepted: status === 0,
    ...(identifier !== undefined && { messageIdentifier: identifier }),
  };
  if (status === 0) return { outcome: 'accepted', requestSent: 'maybe', results: [result] };
  const message = `the SMSC refuses with status ${status.toString(16).toUpperCase()} (${meaning})`;
  return {
    outcome: 'rejected',
    requestSent: 'maybe',
    results: [result],
    problem: { code: 'submit/rejected', message },
    ...(retryable && { retryable }),
  };
}

async function submitOne(
  session: OpenSession,
  sm: SubmitSm,
  signal: AbortSignal | undefined,
): Promise<Progress> {
  try {
    const pdu = await session.submit(packageFields(sm));
    return { verdict: judgePdu(pdu, sm.destination_addr), requestSent: 'maybe' };
  } catch (error) {
    return failure(error, 'maybe', signal?.aborted === true);
  }
}

function failure(error: unknown, requestSent: 'no' | 'maybe', aborted: boolean): Progress {
  const verdict = judgeFailure({ requestSent, error }, aborted);
  return { verdict, requestSent, error };
}

/** A refused bind is about the account: no other server is asked, and nothing of the message was sent. */
function refusedBind({ command_status: status }: Pdu): Progress {
  const message = `the SMSC refuses the bind with status ${status.toString(16).toUpperCase()} (${smppStatus(status).meaning})`;
  const problem = { code: 'submit/not-connected', message } as const;
  return { verdict: { outcome: 'not-sent', requestSent: 'no', results: [], problem }, requestSent: 'no' };
}

/**
 * The way out to a short message service centre over SMPP 3.4, by the package `smpp`, which is loaded when something is
 * sent. One session a recipient: bind, a submit_sm for each SMS, unbind.
 * @throws MmsError `submit/credentials`, `submit/server-url`, `submit/too-long`
 */
export function smpp(options: SmppOptions): Way {
  checkWayOptions('smpp', options);
  const { systemId, password, systemType = '', allowInsecure = false } = options;
  if (systemId === '' || password === '') {
    throw new MmsError('submit/credentials', 'expected a system_id and a password');
  }
  const peers = options.servers.map(server => peerOf(server, allowInsecure));
  if (peers.length === 0) throw new MmsError('submit/server-url', 'expected at least one server');
  const secrets = new Secrets([password]);
  const account = { system_id: systemId, password, system_type: systemType, interface_version: 0x34 };

  const requestOf = (number: string, segment: SmsSegment): WayRequest => {
    const sm = submitSm(segment, number, options);
    return {
      describe: () => describe(sm, peers),
      carry: carryOptions => carry(sm, carryOptions),
    };
  };

  const tryPeer = async (
    peer: NamedPeer,
    sm: SubmitSm,
    { timeouts, ca, signal }: CarryOptions,
  ): Promise<Progress> => {
    const { connectMs, headersMs } = { ...TIMEOUT_DEFAULTS, ...timeouts };
    let session: OpenSession | undefined;
    try {
      session = await openSession(peer, ca, { connectMs, answerMs: headersMs, signal });
      const bound = await session.bind(account);
      return bound.command_status === 0 ? await submitOne(session, sm, signal) : refusedBind(bound);
    } catch (error) {
      if (isPackageMissing(error)) throw error;
      return failure(error, 'no', signal?.aborted === true);
    } finally {
      session?.close();
    }
  };

  const carry = async (sm: SubmitSm, carryOptions: CarryOptions): Promise<Submission> => {
    const { hooks = {}, signal } = carryOptions;
    const start = performance.now();
    const attempts: Attempt[] = [];
    let last: Progress = { verdict: unknown({ code: 'submit/aborted', message: '' }), requestSent: 'no' };
    for (const peer of peers) {
      const began = performance.now();
      last = await tryPeer(peer, sm, carryOptions);
      const { requestSent, error } = last;
      const durationMs = Math.round(performance.now() - began);
      const code = error === undefined ? {} : { code: errorCode(error) };
      const attempt = { endpoint: peer.href, requestSent, durationMs, ...code };
      attempts.push(attempt);
      const bytes = contentOf(sm).length;
      callHook(
        hooks.onAttempt,
        { ...attempt, attempt: attempts.length, bytes, parameters: Object.keys(sm) },
        () => undefined,
      );
      if (requestSent === 'maybe' || signal?.aborted || !mayTryNext(error)) break;
    }
    const { verdict, error } = last;
    return conclude(
      { verdict, attempts, warnings: [], error, durationMs: performance.now() - start },
      { secrets, hooks },
    );
  };

  return {
    name: 'smpp',
    async plan(message) {
      checkCarried(message, 'SMPP');
      const deliveries = await Promise.all(
        numbersOf(message).map(async number => ({
          recipients: [number],
          requests: (await segmentsTo(message, number)).map(segment => requestOf(number, segment)),
        })),
      );
      return { campaign: campaignOf('smpp', message), deliveries };
    },
  };
}

function describe(sm: SubmitSm, peers: readonly NamedPeer[]): PreparedRequest {
  const headers = shownFields(sm);
  return {
    method: 'submit_sm',
    servers: peers.map(({ href }) => href),
    headers,
    body: toHex(contentOf(sm)),
    parameters: Object.entries(headers).map(([name, { length }]) => ({ name, bytes: length })),
    recipients: [sm.destination_addr],
    warnings: [],
  };
}
