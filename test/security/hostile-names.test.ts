import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Compiled, compileForChild } from '../support/compiled.ts';

const PUBLIC = readdirSync(join(import.meta.dirname, '../../src/public')).map(name => `public/${name}`);

/**
 * Runs as plain JavaScript in a process whose `Object.prototype` is frozen, or whose `__proto__` throws: every reader and
 * writer with keys and names that each object has already. Prints what is not an MmsError (nor the TypeError about a limit
 * or a form that there is not), and what has leaked.
 */
const CHILD = `
import { readFileSync } from 'node:fs';
import * as all from './public/index.js';
import * as cards from './public/cards.js';
import * as ems from './public/ems.js';
import * as handsets from './public/handsets.js';
import * as inspection from './public/inspect.js';
import * as linting from './public/lint.js';
import * as media from './public/media.js';
import * as mms from './public/mms.js';
import * as networks from './public/networks.js';
import * as provisioning from './public/provisioning.js';
import * as push from './public/push.js';
import * as ringtone from './public/ringtone.js';
import * as smart from './public/smart.js';
import * as smil from './public/smil.js';
import * as sms from './public/sms.js';
import * as submit from './public/submit.js';
import * as wsp from './public/wsp.js';
import { readZip, writeZip } from './archive/index.js';
import { runCli } from './cli/run.js';
import { parseXml } from './xml/index.js';

const NAMES = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf', '__defineGetter__', '__lookupSetter__'];
const utf8 = text => new TextEncoder().encode(text);
/** An object with a key of its own by that name, as JSON makes it. */
const keyed = (name, value, more = {}) => JSON.parse(JSON.stringify(more).replace(/^\\{/, '{' + JSON.stringify(name) + ':' + JSON.stringify(value) + (Object.keys(more).length > 0 ? ',' : '')));
const part = (name, parameters = {}) => ({ contentType: 'text/plain', parameters, contentId: '<' + name + '>', contentLocation: name, data: utf8('Hi') });
const pdu = more => ({ messageType: 'm-send-req', transactionId: 'T', mmsVersion: '1.2', to: ['+447700900123'], contentType: { type: 'application/vnd.wap.multipart.mixed', parameters: {} }, parts: [], ...more });
const cli = async (...args) => {
  const refused = [];
  const code = await runCli(args, { stdout: { write() {} }, stderr: { write: text => refused.push(text) }, stdin: async () => utf8(args.at(-1)), env: {}, isTerminal: false });
  if (/TypeError|RangeError|is not a function|Cannot/.test(refused.join(''))) throw new Error(refused.join(''));
  return code;
};
const message = (name, key) => ({ to: ['+447700900123'], kind: 'text', text: 'Hi', ...key });
const smilWith = (attributes, inside = '') => '<smil><head><layout><root-layout width="9" height="9"/><region id="a" ' + attributes + '/></layout></head><body><par ' + attributes + '>' + inside + '</par></body></smil>';

const JOBS = {
  'XML attribute': n => parseXml('<a ' + n + '="1" x="2"/>'),
  'XML element': n => parseXml('<a><' + n + '>x</' + n + '></a>'),
  'SMIL attribute': n => smil.formatSmil(smil.parseSmil(smilWith(n + '="1"')).document ?? smil.parseSmil(smilWith(n + '="1"'))),
  'SMIL element': n => smil.parseSmil(smilWith('', '<' + n + ' src="x"/>')),
  'SMIL names': n => smil.parseSmil('<smil><head><meta name="' + n + '" content="x"/><layout><root-layout/><region id="' + n + '" fit="' + n + '"/></layout></head><body><par dur="' + n + '"><img src="' + n + '" region="' + n + '"/></par></body></smil>'),
  'SMIL builder': n => smil.buildSmil({ slides: [{ media: [keyed(n, 1, { kind: 'image', src: n })] }] }),
  'manifest key': n => all.checkManifest(JSON.stringify({ slides: [{ text: 'Hi' }] }).replace('{', '{"' + n + '":1,')),
  'manifest headers': n => all.checkManifest('{"slides":[{"text":"Hi","' + n + '":1}],"headers":{"' + n + '":"x"},"lint":{"' + n + '":"off"},"vars":{"' + n + '":"x"},"targets":{"' + n + '":{"profile":"' + n + '"}}}'),
  'manifest YAML': n => all.checkManifest('slides: [{ text: "{{' + n + '}}" }]\\nvars: { ' + n + ': x }\\n' + n + ': 1\\n'),
  'manifest variable': n => all.Presentation.fromManifest({ slides: [{ text: '{{' + n + '}}' }], vars: keyed(n, 'x') }),
  'manifest as object': n => all.Presentation.fromManifest(keyed(n, 'x', { slides: [{ text: 'Hi' }] })),
  'manifest target': n => all.composeTargets({ slides: [{ text: 'Hi' }], targets: keyed(n, {}) }),
  'manifest application header': n => all.Presentation.fromManifest({ slides: [{ text: 'Hi' }], applicationHeaders: [{ name: n, value: 'x' }] }).then(p => all.Presentation.fromMms(p.toMms({ to: ['+447700900123'] })).unpack()),
  'manifest part parameters': n => all.Presentation.fromManifest({ parts: [{ data: 'Hi', name: n, type: 'text/plain', parameters: keyed(n, 'x') }] }),
  'builder': n => all.presentation({ subject: n }).slide(keyed(n, 'x', { text: 'Hi' })).build(),
  'builder text name': n => all.presentation().slide({ text: { text: 'Hi', name: n, alt: n } }).build().then(p => p.unpack()),
  'files': n => all.Presentation.fromFiles([{ name: n, data: utf8('Hi') }, { name: n + '.txt', data: utf8('Ho'), contentType: n }]).then(p => p.adapt({ maxBytes: 9999 })),
  'message options': n => all.Presentation.fromFiles([{ name: 'a.txt', data: utf8('Hi') }]).then(p => p.toMms(keyed(n, 'x', { to: ['+447700900123'] }))),
  'ZIP': async n => readZip(await writeZip([{ name: n, data: utf8('Hi') }, { name: 'a/' + n + '.txt', data: utf8('Hi') }])),
  'PDU parameters': n => all.pduToJson(mms.decodePdu(mms.encodePdu(pdu({ parts: [part(n, keyed(n, 'x'))] })))),
  'PDU application header': n => all.pduToJson(mms.decodePdu(mms.encodePdu(pdu({ applicationHeaders: [{ name: n, value: 'x' }] })))),
  'PDU key': n => mms.encodePdu(keyed(n, 'x', { messageType: 'm-notifyresp-ind', transactionId: 'T', mmsVersion: '1.2', status: 'retrieved' })),
  'PDU kind': n => mms.encodePdu({ messageType: n, transactionId: 'T' }),
  'PDU words': n => mms.encodePdu(pdu({ priority: n, messageClass: n, deliveryReport: n, mmsVersion: n })),
  'part headers': n => wsp.decodeMultipart(wsp.encodeMultipart([{ ...part(n), contentType: 'a/' + n, headers: [{ name: n, value: 'x' }] }])),
  'media type': n => wsp.encodeMultipart([{ ...part(n), contentType: n }]),
  'lint': n => linting.lint({ parts: [{ ...part(n, keyed(n, 'x')), name: n, kind: 'text' }], headers: keyed(n, 'x') }, { rules: keyed(n, 'off'), contentClass: n }),
  'lint of a type': n => linting.lint({ parts: [{ ...part(n), contentType: n, name: n, kind: 'other' }] }),
  'lint formats': n => Object.values(linting.FINDING_FORMATS).map(format => format([{ code: 'ref/unresolved', severity: 'error', message: n, path: n, file: n }])),
  'vCard': n => cards.formatVCard(cards.parseVCard('BEGIN:VCARD\\r\\nVERSION:2.1\\r\\nN:A;B\\r\\n' + n + ';' + n + '=' + n + ';' + n + ':x\\r\\nTEL;' + n + ':1\\r\\nEND:VCARD\\r\\n').card ?? {}),
  'vCard model': n => cards.formatVCard(keyed(n, 'x', { name: { family: 'A' }, phones: [{ number: '1', types: [n] }] })),
  'vCalendar': n => cards.parseVCalendar('BEGIN:VCALENDAR\\r\\nVERSION:1.0\\r\\nBEGIN:VEVENT\\r\\n' + n + ';' + n + '=' + n + ':x\\r\\nRRULE:' + n + '=1\\r\\nSTATUS:' + n + '\\r\\nEND:VEVENT\\r\\nEND:VCALENDAR\\r\\n'),
  'vCalendar model': n => cards.formatVCalendar(keyed(n, 'x', { type: n, start: '2004-05-23T00:00:00Z' })),
  'RTTTL': n => ringtone.parseRtttl(n + ':' + n + '=4,d=4,o=5,b=63:c,' + n),
  'iMelody': n => ringtone.parseIMelody('BEGIN:IMELODY\\r\\n' + n + ':1\\r\\nVERSION:1.0\\r\\nSTYLE:' + n + '\\r\\nMELODY:c4' + n + '\\r\\nEND:IMELODY\\r\\n'),
  'tune': n => ringtone.formatRtttl(keyed(n, 1, { title: n, loop: 0, events: [{ note: n, octave: 5, duration: n, modifier: n, bpm: 63, style: n }] })),
  'SMS': n => sms.encodeSms(keyed(n, 'x', { to: n, text: 'Hi', encoding: n })),
  'SMS elements': n => sms.encodeUdh([keyed(n, 1, { id: n, type: n })]),
  'EMS': n => ems.encodeEms([keyed(n, 'x', { type: n, text: 'x' })]),
  'smart message': n => smart.formatSckl(keyed(n, 'x', { text: n, destinationPort: n })),
  'SCKL': n => smart.parseSckl('//SCKL' + n + ' ' + n),
  'form': n => submit.decodeForm('Username=a&Pin=b&SendTo=447700900123&Text=x&' + n + '=1&CC=' + n),
  'form extra': n => submit.decodeForm(submit.encodeForm({ ...message(n), extraParameters: keyed(n, 'x') })),
  'form key': n => submit.encodeForm(keyed(n, 'x', message(n))),
  'form kind': n => submit.messageFromJson({ ...message(n), kind: n }),
  'form JSON': n => submit.messageFromJson(keyed(n, 'x', message(n))),
  'response': n => submit.parseResponse(utf8(n + '=1\\n' + n + ': 2\\nReport=' + n + '\\n')),
  'client': n => new submit.GatewayClient(keyed(n, 'x', { username: 'a', pin: 'b' })),
  'service indication': n => push.decodeServiceIndication(push.encodeServiceIndication(keyed(n, 'x', { href: 'http://' + n + '/', text: n, action: n }))),
  'provisioning': n => provisioning.parseProvisioning('<wap-provisioningdoc><characteristic type="' + n + '"><parm name="' + n + '" value="' + n + '" ' + n + '="x"/></characteristic></wap-provisioningdoc>'),
  'profile JSON': n => media.readProfile(utf8(JSON.stringify(keyed(n, 'x', { id: n, accept: [n], charsets: [n] }))), n),
  'UAProf': n => media.readProfile(utf8('<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:prf="' + n + '"><rdf:Description ' + n + '="x"><prf:' + n + '>1</prf:' + n + '></rdf:Description></rdf:RDF>'), n),
  'profile name': n => media.findProfile(n),
  'content class': n => media.contentClass(n),
  'profile file': n => all.openProfile(n),
  'phone': n => handsets.findHandset(n),
  'network': n => networks.findNetwork(n),
  'detect': n => media.detectMedia({ name: 'a.' + n, contentType: n, charset: n, data: utf8('Hi') }),
  'part name': n => media.safePartName(n, [n]),
  'picture options': n => media.adaptImage(utf8('P'), keyed(n, 1, { formats: [n] })),
  'inspect': n => inspection.inspect(utf8(n), { as: n }),
  'limits': n => mms.decodePdu(utf8(n), { limits: keyed(n, 1) }),
  'command': n => cli(n),
  'option': n => cli('compose', '--' + n, 'x'),
  'kind of send': n => cli('send', n, '--to', '+447700900123', '--dry-run'),
  'JSON options': n => cli('sms', '--input', '-', JSON.stringify(keyed(n, 'x', { text: 'Hi' }))),
  'form of inspect': n => cli('inspect', '--as', n, '--hex', '00'),
  'format of lint': n => cli('lint', '--format', n, '--rule', n + '=off', '-'),
  'completion': n => cli('completion', n),
  'kind of bitmap': n => cli('bitmap', '--input', '-', '--kind', n, JSON.stringify({ width: 1, height: 1, rows: ['#'] })),
};

const before = JSON.stringify([Object.getOwnPropertyNames(Object.prototype), Object.getOwnPropertyNames(Array.prototype)]);
if (process.argv[2] === 'frozen') for (const one of [Object, Array, Map, String, Function]) Object.freeze(one.prototype);
const failed = [];
let refused = 0;
let accepted = 0;
for (const [what, job] of Object.entries(JOBS)) {
  for (const name of NAMES) {
    try {
      await job(name);
      accepted++;
    } catch (error) {
      refused++;
      if (error?.name !== 'MmsError' && !/^(?:there is no limit called|as must be one of)/.test(error?.message)) failed.push(what + ', ' + name + ': ' + String(error?.stack ?? error).split('\\n').slice(0, 3).join(' | '));
    }
  }
}
if (before !== JSON.stringify([Object.getOwnPropertyNames(Object.prototype), Object.getOwnPropertyNames(Array.prototype)])) failed.push('a prototype has changed');
process.stdout.write(JSON.stringify({ failed, refused, accepted }));
`;

interface Outcome {
  readonly failed: readonly string[];
  readonly refused: number;
  readonly accepted: number;
}

describe('names that every object has', () => {
  let compiled: Compiled;
  let script = '';
  beforeAll(() => {
    compiled = compileForChild(...PUBLIC, 'archive/index.ts', 'xml/index.ts', 'cli/run.ts');
    script = compiled.script('names.js', CHILD);
  });
  afterAll(() => compiled.remove());

  it.each([
    ['as ever', [], 'plain'],
    ['with frozen prototypes', [], 'frozen'],
    ['where __proto__ throws', ['--disable-proto=throw'], 'plain'],
    ['where __proto__ is gone, with frozen prototypes', ['--disable-proto=delete'], 'frozen'],
  ])('are names like any other %s', (_, options, mode) => {
    const { stdout, stderr } = spawnSync(process.execPath, [...options, script, mode], { encoding: 'utf8' });
    expect(stderr).toBe('');
    const { failed, refused, accepted }: Outcome = JSON.parse(stdout);
    console.info(`${accepted} accepted, ${refused} refused`);
    expect(failed).toEqual([]);
    expect(Math.min(refused, accepted)).toBeGreaterThan(100);
  });
});
