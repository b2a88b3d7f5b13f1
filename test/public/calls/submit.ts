import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as bulk from '../../../src/public/bulk.ts';
import * as sandbox from '../../../src/public/sandbox.ts';
import * as submit from '../../../src/public/submit.ts';
import type { CallRows } from './row.ts';
import { part, segments, TO } from './values.ts';

const folder = await mkdtemp(join(tmpdir(), 'wrong-values-'));
const journal = join(folder, 'journal');
await writeFile(journal, '');
const message = { kind: 'text', to: ['447700900123'], text: 'Hi' } as const;
const reports = [{ report: 0, accepted: true, messageIdentifier: '1', text: 'x' }];
const gateway = { username: 'u', pin: '1234', servers: ['https://a.example/'] };
const client = new submit.GatewayClient(gateway);
const kannel = { servers: ['https://a.example/'], username: 'u', password: 'p', smsc: 'x' };
const mm7 = {
  servers: ['https://a.example/'],
  username: 'u',
  password: 'p',
  schema: 'REL-6-MM7-1-4',
  numbers: 'plus',
  fields: { vaspId: 'x', expiryDate: new Date(0), deliveryReport: true },
} as const;
const way = submit.kannel(kannel);
const mms = { kind: 'mms', to: ['447700900123'], subject: 'Hi', file: { name: 'a.mms', data: part.data } };

export const SUBMIT: CallRows = {
  Credentials: {
    call: (account: never) => new submit.Credentials(account),
    args: [{ username: 'u', pin: '1234' }],
  },
  GatewayClient: { call: (options: never) => new submit.GatewayClient(options), args: [gateway] },
  'GatewayClient.prepare': {
    call: (...args: [never, never]) => client.prepare(...args),
    args: [message, { showUsername: true }],
  },
  'GatewayClient.send': {
    call: (given: never) => client.send(given, { dryRun: true }),
    args: [mms],
  },
  carrierHeaders: { call: submit.carrierHeaders, args: [['X-MDN: ##LINE1##'], { line1: '1' }] },
  encodeForm: { call: submit.encodeForm, args: [message, { responseFormat: 3 }] },
  decodeForm: { call: submit.decodeForm, args: [submit.encodeForm(message), { strict: false }] },
  emsSubmissions: {
    call: submit.emsSubmissions,
    args: [[{ type: 'text', text: 'Hi' }], { to: ['447700900123'], phoneMake: 'Siemens' }, 7],
  },
  validateMessage: {
    call: submit.validateMessage,
    args: [message],
    leftAlone: { 0: 'what is wrong with it is its result' },
  },
  messageToJson: { call: submit.messageToJson, args: [message] },
  messageFromJson: { call: submit.messageFromJson, args: [message] },
  formatResponse: { call: submit.formatResponse, args: [reports, 3] },
  parseResponse: { call: submit.parseResponse, args: [submit.formatResponse(reports, 3)] },
  recipientStates: {
    call: submit.recipientStates,
    args: [
      ['447700900123'],
      { outcome: 'accepted', results: [{ ...reports[0], recipient: '447700900123' }] },
    ],
  },
  reportCode: { call: submit.reportCode, args: [0] },
  isAccepted: { call: submit.isAccepted, args: [0] },
  mm7Status: { call: submit.mm7Status, args: [1000] },
  percentDecode: { call: submit.percentDecode, args: ['a'] },
  percentEncode: { call: submit.percentEncode, args: ['a'] },
  fileJournal: { call: submit.fileJournal, args: [journal, {}] },
  readJournal: { call: submit.readJournal, args: [journal] },
  fileLibraryCache: { call: submit.fileLibraryCache, args: [join(folder, 'cache')] },
  kannel: { call: submit.kannel, args: [kannel] },
  smpp: {
    call: submit.smpp,
    args: [{ servers: ['ssmpp://a.example'], systemId: 'u', password: 'p', sender: 'x', headers: 'tlv' }],
  },
  mm1: {
    call: submit.mm1,
    args: [
      {
        mmsc: ['https://a.example/'],
        userAgent: 'x',
        carrierHeaders: ['X-A: ##LINE1##'],
        subscriber: { line1: '1' },
      },
    ],
  },
  mm7: { call: submit.mm7, args: [mm7] },
  'mm7.plan': {
    call: (given: never) => submit.mm7(mm7).plan(given),
    args: [{ ...mms, file: { name: 'a.txt', data: part.data } }],
  },
  modemSteps: {
    call: submit.modemSteps,
    args: [message, { dialect: 'quectel', baud: 9600, network: { apn: 'a', mmsc: 'b' } }],
  },
  sendBy: {
    call: (given: never, sent: never) => submit.sendBy(given, sent, { dryRun: true }),
    args: [way, message],
    leftAlone: { 0: 'an object of this library' },
  },
  formatSubmitReq: {
    call: submit.formatSubmitReq,
    args: [
      {
        transactionId: 'T1',
        schema: 'REL-6-MM7-1-4',
        fields: mm7.fields,
        recipients: { to: [TO], cc: [], bcc: [] },
        subject: 'x',
        contentId: 'a',
      },
    ],
  },
  formatMm7Response: {
    call: submit.formatMm7Response,
    args: [{ operation: 'DeliverReq', transactionId: 'T1' }, { code: 1000, text: 'x' }, 'REL-6-MM7-1-4'],
  },
  parseMm7Request: {
    call: submit.parseMm7Request,
    args: [
      submit.formatSubmitReq({
        transactionId: 'T1',
        schema: 'REL-6-MM7-1-4',
        fields: {},
        recipients: { to: [TO], cc: [], bcc: [] },
        contentId: 'a',
      }),
    ],
  },
  smsSegments: { call: submit.smsSegments, args: [message, '447700900123'] },
  smsSteps: { call: submit.smsSteps, args: [segments] },
  submitSm: { call: submit.submitSm, args: [segments[0], '447700900123', { sender: 'x', headers: 'tlv' }] },
  toMime: { call: submit.toMime, args: [{ parts: [part], smil: undefined }, 'base64'] },
};

/** A text that stands for a folder is one of our own. */
function storedInside(options: never): never {
  const { store } = Object(options) as { readonly store?: unknown };
  if (typeof store !== 'string' || store.startsWith(folder)) return options;
  return { ...Object(options), store: join(folder, store) } as never;
}

export const SANDBOX: CallRows = {
  startSandbox: {
    call: async (options: never) => (await sandbox.startSandbox(storedInside(options))).close(),
    args: [{ port: 0, host: '127.0.0.1', profile: 'nokia-6230', store: join(folder, 'store') }],
  },
};

const counts = { accepted: 1, partial: 0, rejected: 0, 'not-sent': 0, unknown: 0, claimed: 0 };

export const BULK: CallRows = {
  formatProgress: {
    call: bulk.formatProgress,
    args: [{ name: 'sale', listed: 1, counts, left: 0, isPaused: false }],
  },
};
