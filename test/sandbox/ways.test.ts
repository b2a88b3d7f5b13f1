import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { toHex } from '../../src/bytes/index.ts';
import { decodePdu, encodePdu } from '../../src/mms/index.ts';
import { Presentation } from '../../src/presentation/index.ts';
import { type Fault, type Sandbox, startSandbox } from '../../src/sandbox/index.ts';
import {
  type GatewayMessage,
  kannel,
  type MmsSubmission,
  mm1,
  mm7,
  sendBy,
  type Way,
} from '../../src/submit/index.ts';
import { vector } from '../submit/ways/vectors.ts';

const TO = ['447700900123', '447700900124'];
const FILE = { name: 'a.mms', data: vector('mm1-send-req.mms') };
const MMS: MmsSubmission = { kind: 'mms', to: TO, cc: ['447700900125'], file: FILE };
const SMS: GatewayMessage = { kind: 'text', to: TO, text: 'Grüße {€}' };
const ACCOUNT = { username: 'shop', password: '123456' };

let sandbox: Sandbox;
beforeEach(async () => {
  sandbox = await startSandbox();
});
afterEach(() => sandbox.close());

const WAYS: Readonly<Record<string, { open: (from: Sandbox) => Way; message: GatewayMessage }>> = {
  mm1: { open: ({ ways }) => mm1({ mmsc: ways.mm1, userAgent: 'x' }), message: MMS },
  mm7: { open: ({ ways }) => mm7({ servers: [ways.mm7], ...ACCOUNT }), message: MMS },
  kannel: { open: ({ ways }) => kannel({ servers: [ways.kannel], ...ACCOUNT }), message: SMS },
};

const PATIENT = { throwOnFailure: false };
/** Long enough for a busy machine to read the request in the meantime. */
const QUICK = { ...PATIENT, timeouts: { headersMs: 1000, bodyMs: 1000 } };
/** Faults after which nothing more comes. */
const SILENT: readonly Fault['kind'][] = ['hang', 'stall'];

describe.each(Object.entries(WAYS))('by %s', (name, { open, message }) => {
  it('a message is taken and stands in the inbox', async () => {
    const result = await sendBy(open(sandbox), message);
    expect(result.outcome).toBe('accepted');
    expect(result.results.every(({ accepted }) => accepted)).toBe(true);
    expect(sandbox.messages.flatMap(({ message: kept }) => kept.to)).toEqual(TO);
    const [first] = sandbox.messages;
    if (message.kind !== 'mms') {
      expect(first?.message).toMatchObject({ kind: 'text', text: 'Grüße {€}' });
      return;
    }
    expect(first?.message).toMatchObject({ kind: 'mms', cc: MMS.cc });
    const parts = (octets: Uint8Array) =>
      Presentation.fromMms(octets).parts.map(({ contentType, contentId, data }) => [
        contentType,
        contentId,
        toHex(data),
      ]);
    expect(parts(first?.delivery?.mms ?? new Uint8Array())).toEqual(parts(FILE.data));
    expect((await fetch(sandbox.inboxUrl)).status).toBe(200);
  });

  it.each<[Fault, string]>([
    [{ kind: 'reset-after-reading' }, 'unknown'],
    [{ kind: 'close-after-reading' }, 'unknown'],
    [{ kind: 'hang' }, 'unknown'],
    [{ kind: 'cut' }, 'unknown'],
    [{ kind: 'stall' }, 'unknown'],
    [{ kind: 'garbage' }, 'unknown'],
    [{ kind: 'html' }, 'unknown'],
    [{ kind: 'empty' }, 'unknown'],
    [{ kind: 'oversized' }, 'unknown'],
    [{ kind: 'status', status: 503 }, 'unknown'],
    [{ kind: 'status', status: 403 }, 'rejected'],
    [{ kind: 'slow', delayMs: 20 }, 'accepted'],
    [{ kind: 'report', report: 15 }, 'rejected'],
  ])('%j gives %s', async (fault, outcome) => {
    sandbox.fault(fault);
    const one = { ...message, to: TO.slice(0, 1), ...(message.kind === 'mms' && { cc: [] }) };
    const options = SILENT.includes(fault.kind) ? QUICK : PATIENT;
    expect((await sendBy(open(sandbox), one, options)).outcome).toBe(outcome);
    await expect.poll(() => sandbox.requests, { timeout: 20_000 }).toBe(1);
  });

  it('some refused of several is partial', async () => {
    sandbox.fault({ kind: 'report', report: 15, every: 2 });
    const result = await sendBy(open(sandbox), message, { ...PATIENT, continueAfterFailure: true });
    expect(result.outcome).toBe(name === 'kannel' ? 'accepted' : 'partial');
  });
});

describe('the stand-ins', () => {
  it('let in the account of the sandbox alone, where their protocol has one', async () => {
    const guarded = await startSandbox({ username: 'shop', pin: '654321' });
    const outcomes: string[] = [];
    for (const { open, message } of Object.values(WAYS)) {
      outcomes.push((await sendBy(open(guarded), message, PATIENT)).outcome);
    }
    await guarded.close();
    expect(outcomes).toEqual(['accepted', 'rejected', 'partial']);
  });

  it('take what a real phone, a real service provider and a real client sent', async () => {
    const post = async (url: string, body: Uint8Array, type: string) =>
      (
        await fetch(url, { method: 'POST', body: Buffer.from(body), headers: { 'Content-Type': type } })
      ).text();
    const mm7Type = 'multipart/related; boundary="outer1"; type="text/xml"; start="<soap@ways>"';
    expect(await post(sandbox.ways.mm1, vector('mm1-acknowledge-ind.mms'), 'x')).toBe('Received');
    expect(await post(sandbox.ways.mm1, Buffer.from('x'), 'x')).toBe('Malformed MMS message');
    for (const name of ['rel5', 'rel6', 'recipients']) {
      const answer = await post(sandbox.ways.mm7, vector(`mm7-submit-${name}-request.bin`), mm7Type);
      expect(answer).toContain('<StatusCode>1000</StatusCode>');
    }
    expect(await post(sandbox.ways.mm7, vector('mm7-broken-request.bin'), mm7Type)).toContain('2007');
    expect(sandbox.messages).toHaveLength(3);
    const query = new URLSearchParams({ ...ACCOUNT, text: 'x' });
    expect(await (await fetch(`${sandbox.ways.kannel}?${query}`)).text()).toBe(
      'Missing receiver number, rejected',
    );
    query.set('to', '+447700900123');
    query.set('coding', '5');
    expect((await fetch(`${sandbox.ways.kannel}?${query}`)).status).toBe(400);
  });

  it('refuse what is too long, and what names nobody who can be reached', async () => {
    const small = await startSandbox({ limits: { maxUploadBytes: 1000 } });
    const send = async (url: string, body: Uint8Array) =>
      fetch(url, { method: 'POST', body: Buffer.from(body) });
    expect((await send(small.ways.mm1, new Uint8Array(70_000))).status).toBe(413);
    const body = encodePdu({
      messageType: 'm-send-req',
      transactionId: 'T1',
      from: 'insert-address',
      to: ['ann@example.com'],
      contentType: { type: 'application/vnd.wap.multipart.mixed' },
      parts: [{ contentType: 'text/plain', data: Buffer.from('Hi') }],
    });
    const answer = decodePdu(new Uint8Array(await (await send(small.ways.mm1, body)).arrayBuffer()));
    expect(answer).toMatchObject({
      messageType: 'm-send-conf',
      responseStatus: 'error-permanent-failure',
      responseText: expect.stringMatching(/\S/),
    });
    expect(small.messages).toEqual([]);
    await small.close();
  });

  it('answer with 500 where a message cannot be stored', async () => {
    const store = await mkdtemp(join(tmpdir(), 'sandbox-'));
    const errors: string[] = [];
    const losing = await startSandbox({ store, onError: ({ code }) => errors.push(code) });
    await rm(store, { recursive: true });
    const query = new URLSearchParams({ ...ACCOUNT, to: '+447700900123', text: 'x' });
    expect((await fetch(`${losing.ways.kannel}?${query}`)).status).toBe(500);
    expect(errors).toEqual(['sandbox/cannot-store']);
    await losing.close();
  });

  it('keep an SMS with a header as it is', async () => {
    const message: GatewayMessage = { kind: 'ringtone', to: ['447700900123'], tune: 'a:d=4,o=5,b=63:c' };
    const way = kannel({ servers: [sandbox.ways.kannel], ...ACCOUNT });
    expect((await sendBy(way, message)).outcome).toBe('accepted');
    expect(sandbox.messages[0]?.message).toMatchObject({ kind: 'pdu', dataCodingScheme: 0xf5 });
  });

  it('take nothing from pages of other origins', async () => {
    const headers = { Origin: 'http://evil.example' };
    const query = new URLSearchParams({ ...ACCOUNT, to: '+447700900123', text: 'x' });
    expect((await fetch(`${sandbox.ways.kannel}?${query}`, { headers })).status).toBe(403);
    expect((await fetch(sandbox.ways.mm1, { method: 'POST', body: 'x', headers })).status).toBe(403);
    expect(sandbox.messages).toEqual([]);
  });
});
