import { createHash } from 'node:crypto';
import { LIMITS } from '../../limits.ts';
import { mmsNotification } from '../../message/index.ts';
import {
  encodeServiceIndication,
  encodeServiceLoading,
  formatServiceIndication,
  formatServiceLoading,
  parseServiceIndication,
  parseServiceLoading,
  type ServiceIndication,
  type ServiceLoading,
  SI_ACTIONS,
  SL_ACTIONS,
} from '../../push/index.ts';
import { decodePush, encodePush } from '../../wsp/index.ts';
import { parseXml } from '../../xml/index.ts';
import { type CliArguments, type CliContext, UsageError } from '../command.ts';
import { tellIssues } from '../print/format-issue.ts';
import { readInput } from './files.ts';
import type { MadePush } from './made-push.ts';
import { numberOf, textOf, wordOf } from './option-values.ts';
import { provisioningOfFile } from './provisioning-content.ts';

type Values = CliArguments['values'];

/** Makes the push that the options ask for. */
export async function makePush(values: Values, context: CliContext): Promise<MadePush> {
  const kinds = ['si-href', 'si-id', 'sl-href', 'mms-location', 'xml', 'provisioning'].filter(
    name => values[name] !== undefined,
  );
  const [kind, other] = kinds.filter(name => name !== 'si-id' || !kinds.includes('si-href'));
  if (kind === undefined || other !== undefined) {
    throw new UsageError('expected one of --si-href, --sl-href, --mms-location, --xml and --provisioning');
  }
  if (kind === 'provisioning') return provisioningOfFile(String(values['provisioning']), values, context);
  if (kind === 'xml') return ofXml(String(values['xml']), values, context);
  if (kind === 'sl-href') return ofLoading(loadingOf(values), values);
  return kind === 'mms-location'
    ? ofNotification(values, context)
    : ofIndication(indicationOf(values), values);
}

function indicationOf(values: Values): ServiceIndication {
  const itemClass = textOf(values, 'si-info-class');
  const pcdata = textOf(values, 'si-info-pcdata');
  if ((itemClass === undefined) !== (pcdata === undefined)) {
    throw new UsageError('--si-info-class and --si-info-pcdata go together');
  }
  return {
    href: textOf(values, 'si-href'),
    siId: textOf(values, 'si-id'),
    action: wordOf(values, 'si-action', SI_ACTIONS),
    created: textOf(values, 'si-created'),
    siExpires: textOf(values, 'si-expires'),
    content: textOf(values, 'si-content'),
    info: itemClass === undefined || pcdata === undefined ? undefined : [{ class: itemClass, pcdata }],
  };
}

function loadingOf(values: Values): ServiceLoading {
  return { href: String(values['sl-href']), action: wordOf(values, 'sl-action', SL_ACTIONS) };
}

function ofIndication(indication: ServiceIndication, values: Values): MadePush {
  const wbxml = encodeServiceIndication(indication);
  return {
    xml: formatServiceIndication(indication),
    wbxml,
    push: wrapped(wbxml, 'application/vnd.wap.sic', values),
  };
}

function ofLoading(loading: ServiceLoading, values: Values): MadePush {
  const wbxml = encodeServiceLoading(loading);
  return {
    xml: formatServiceLoading(loading),
    wbxml,
    push: wrapped(wbxml, 'application/vnd.wap.slc', values),
  };
}

function wrapped(body: Uint8Array, type: string, values: Values): Uint8Array {
  const charset = textOf(values, 'charset');
  return encodePush({
    transactionId: numberOf(values, 'push-id'),
    contentType: charset === undefined ? type : { type, parameters: { charset } },
    applicationId: textOf(values, 'application-id'),
    body,
  });
}

function ofNotification(values: Values, context: CliContext): MadePush {
  const contentLocation = String(values['mms-location']);
  const expiry = numberOf(values, 'expiry');
  const optional = {
    from: textOf(values, 'from'),
    subject: textOf(values, 'subject'),
    messageSize: numberOf(values, 'message-size'),
    expiry: expiry === undefined ? undefined : { relative: expiry },
  };
  if (optional.messageSize === undefined) context.stderr.write('no --message-size: 0 stands in\n');
  const given = Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined));
  const transactionId = textOf(values, 'transaction-id') ?? transactionIdOf(contentLocation);
  const push = mmsNotification({ transactionId, contentLocation, ...given }, numberOf(values, 'push-id'));
  return { pdu: decodePush(push).body, push };
}

/** The same for the same address, so that a phone takes a repeat for a repeat. */
function transactionIdOf(location: string): string {
  return `T${createHash('sha256').update(location).digest('hex').slice(0, 16)}`;
}

async function ofXml(path: string, values: Values, context: CliContext): Promise<MadePush> {
  const xml = await readInput(path, LIMITS.maxXmlBytes, context);
  if (parseXml(xml).root.name === 'sl') {
    const loading = parseServiceLoading(xml);
    tellIssues(loading.warnings, context);
    return ofLoading(loading, values);
  }
  const indication = parseServiceIndication(xml);
  tellIssues(indication.warnings, context);
  return ofIndication(indication, values);
}
