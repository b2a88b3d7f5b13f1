import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as index from '../../../src/public/index.ts';
import * as inspect from '../../../src/public/inspect.ts';
import * as lint from '../../../src/public/lint.ts';
import { decodePdu } from '../../../src/public/mms.ts';
import * as preview from '../../../src/public/preview.ts';
import * as provisioning from '../../../src/public/provisioning.ts';
import { decodePush, encodePush } from '../../../src/public/push.ts';
import type { CallRows } from './row.ts';
import { data, part, settings, TO, tpdus } from './values.ts';

const { Presentation } = index;
const folder = await mkdtemp(join(tmpdir(), 'wrong-values-'));
const file = join(folder, 'a.txt');
await writeFile(file, 'Hi');
const message = await Presentation.fromFiles([{ name: 'a.txt', data }]);
const octets = message.toMms({ to: [TO] });
const manifest = { slides: [{ text: 'Hi' }] };
const tree = inspect.inspect(octets);
let written = 0;

export const INDEX: CallRows = {
  fromHex: { call: index.fromHex, args: ['4869'] },
  toHex: { call: index.toHex, args: [data] },
  toJson: { call: index.toJson, args: [{ a: new Date(0) }], leftAlone: { 0: 'any value of JSON is right' } },
  pduToJson: { call: index.pduToJson, args: [decodePdu(octets)] },
  pushToJson: {
    call: index.pushToJson,
    args: [decodePush(encodePush({ contentType: 'text/plain', body: data }))],
  },
  writeFolder: {
    call: (to: never, entries: never) =>
      index.writeFolder(typeof to === 'string' ? join(folder, `${to}${written++}`) : to, entries),
    args: ['out', [{ name: 'a.txt', data }]],
  },
  checkManifest: {
    call: index.checkManifest,
    args: [manifest, {}],
    leftAlone: { 0: 'what is wrong with it is its result' },
  },
  composeTargets: { call: index.composeTargets, args: [manifest, {}] },
  openPresentation: { call: index.openPresentation, args: [[file], {}] },
  openProfile: { call: index.openProfile, args: ['nokia-6230', folder] },
  openReceiver: {
    call: index.openReceiver,
    args: [{ profile: 'nokia-6230', network: '234-10', maxBytes: 9999, baseDir: folder }],
  },
  presentation: {
    call: (options: never) => index.presentation(options).slide({ text: 'Hi' }).build(),
    args: [{ subject: 'Hi', layout: { width: 99 } }],
  },
  'presentation.slide': {
    call: (slide: never) => index.presentation().slide(slide).build(),
    args: [{ text: { value: 'Hi', charset: 'utf-8' }, duration: '5s' }],
  },
  'presentation.attach': {
    call: (attachment: never) => index.presentation().slide({ text: 'Hi' }).attach(attachment).build(),
    args: [{ value: 'Hi', name: 'a.txt' }],
  },
  'Presentation.fromFiles': {
    call: (a: never, b: never) => Presentation.fromFiles(a, b),
    args: [[{ name: 'a.txt', data }], {}],
  },
  'Presentation.fromFolder': {
    call: (a: never, b: never) => Presentation.fromFolder(a, b),
    args: [folder, {}],
  },
  'Presentation.fromZip': {
    call: (a: never, b: never) => Presentation.fromZip(a, b),
    args: [await message.toZip(), {}],
  },
  'Presentation.fromMms': { call: (a: never, b: never) => Presentation.fromMms(a, b), args: [octets, {}] },
  'Presentation.fromManifest': {
    call: (a: never, b: never) => Presentation.fromManifest(a, b),
    args: [manifest, {}],
  },
  'Presentation.toMms': {
    call: (options: never) => message.toMms(options),
    args: [{ to: [TO], subject: 'Hi', messageType: 'm-send-req' }],
  },
  'Presentation.adapt': {
    call: (a: never, b: never) => message.adapt(a, b),
    args: [{ maxBytes: 9999, maxImage: { width: 9, height: 9 } }, {}],
  },
  'Presentation.sizeReport': { call: (headers: never) => message.sizeReport(headers), args: [{ to: [TO] }] },
  'Presentation.toEms': {
    call: (options: never) => message.toEms(options),
    args: [{ phoneMake: 'Siemens' }],
  },
};

export const INSPECT: CallRows = {
  inspect: { call: inspect.inspect, args: [tpdus, { as: 'sms-submit' }] },
  formatInspection: { call: inspect.formatInspection, args: [tree, { colour: false }] },
  inspectionToJson: { call: inspect.inspectionToJson, args: [tree] },
  renderInspection: { call: inspect.renderInspection, args: [tree, { title: 'x' }] },
};

export const LINT: CallRows = {
  lint: { call: lint.lint, args: [{ parts: [part] }, { mode: 'free', rules: { 'name/too-long': 'off' } }] },
  lintNetwork: {
    call: lint.lintNetwork,
    args: [{ parts: [part] }, { code: '440-10', limits: { maxBytes: 9 } }],
  },
};

export const PREVIEW: CallRows = {
  renderPreview: {
    call: preview.renderPreview,
    args: [
      octets,
      { phones: [{ id: 'x', screen: { width: 9, height: 9 }, accept: ['text/*'] }], title: 'x', issues: [] },
    ],
  },
  formatSlides: { call: preview.formatSlides, args: [octets, { columns: 9, colour: false }] },
  renderFilmstrip: {
    call: preview.renderFilmstrip,
    args: [octets, { phone: { screen: { width: 9, height: 9 } } }],
  },
  renderAnimation: { call: preview.renderAnimation, args: [octets, { format: 'gif', texts: false }] },
};

const wanted = { name: 'x', accessPoint: { apn: 'a' }, mmsc: 'http://a.example/' };
const push = provisioning.provisioningPush(data, { method: 'userpin', pin: '1234' });

export const PROVISIONING: CallRows = {
  bookmarksDocument: {
    call: provisioning.bookmarksDocument,
    args: [[{ name: 'x', url: 'http://a.example/' }]],
  },
  checkProvisioningSettings: {
    call: provisioning.checkProvisioningSettings,
    args: [wanted],
  },
  checkReferences: { call: provisioning.checkReferences, args: [settings] },
  settingsDocument: { call: provisioning.settingsDocument, args: [wanted] },
  otaSettingsDocument: { call: provisioning.otaSettingsDocument, args: [wanted] },
  encodeProvisioning: { call: provisioning.encodeProvisioning, args: [settings] },
  decodeProvisioning: {
    call: provisioning.decodeProvisioning,
    args: [provisioning.encodeProvisioning(settings), {}],
  },
  formatProvisioning: { call: provisioning.formatProvisioning, args: [settings] },
  parseProvisioning: {
    call: provisioning.parseProvisioning,
    args: [provisioning.formatProvisioning(settings), {}],
  },
  encodeOtaSettings: { call: provisioning.encodeOtaSettings, args: [settings] },
  decodeOtaSettings: {
    call: provisioning.decodeOtaSettings,
    args: [provisioning.encodeOtaSettings(settings), {}],
  },
  formatOtaSettings: { call: provisioning.formatOtaSettings, args: [settings] },
  parseOtaSettings: {
    call: provisioning.parseOtaSettings,
    args: [provisioning.formatOtaSettings(settings), {}],
  },
  provisioningPush: { call: provisioning.provisioningPush, args: [data, { method: 'userpin', pin: '1234' }] },
  otaSettingsPush: { call: provisioning.otaSettingsPush, args: [data, 'settings'] },
  encodeProvisioningSms: { call: provisioning.encodeProvisioningSms, args: [push, { to: TO }] },
  encodeOtaSettingsSms: { call: provisioning.encodeOtaSettingsSms, args: [push, { to: TO }] },
  provisioningMac: { call: provisioning.provisioningMac, args: [data, { method: 'userpin', pin: '1234' }] },
  userPinMac: { call: provisioning.userPinMac, args: [data, '1234'] },
};
