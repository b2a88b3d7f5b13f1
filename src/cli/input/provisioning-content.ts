import { LIMITS } from '../../limits.ts';
import { lint } from '../../lint/index.ts';
import {
  encodeOtaSettings,
  encodeProvisioning,
  formatOtaSettings,
  formatProvisioning,
  otaSettingsDocument,
  otaSettingsPush,
  type ProvisioningDocument,
  type ProvisioningSettings,
  parseProvisioning,
  provisioningPush,
  settingsDocument,
} from '../../provisioning/index.ts';
import type { CliArguments, CliContext } from '../command.ts';
import { tellIssues } from '../print/format-issue.ts';
import { readInput } from './files.ts';
import type { MadePush } from './made-push.ts';
import { readSecret, writeCode } from './provisioning-secret.ts';

type Values = CliArguments['values'];

/** The push of a client provisioning document that stands in an XML file. */
export async function provisioningOfFile(
  path: string,
  values: Values,
  context: CliContext,
): Promise<MadePush> {
  const { warnings, ...document } = parseProvisioning(await readInput(path, LIMITS.maxXmlBytes, context));
  tellIssues(warnings, context);
  return provisioningOf(document, values, context);
}

/** The push of settings as client provisioning. */
export async function provisioningOfSettings(
  settings: ProvisioningSettings,
  values: Values,
  context: CliContext,
): Promise<MadePush> {
  return provisioningOf(settingsDocument(settings), values, context);
}

async function provisioningOf(
  document: ProvisioningDocument,
  values: Values,
  context: CliContext,
): Promise<MadePush> {
  const secret = await readSecret(values, context);
  const pin = secret !== undefined && 'pin' in secret ? secret.pin : undefined;
  tellIssues(lint(document, { pin }), context);
  if (secret === undefined) context.stderr.write('no --sec: most telephones refuse settings without one\n');
  const wbxml = encodeProvisioning(document);
  await writeCode(wbxml, secret, values, context);
  return { xml: formatProvisioning(document), wbxml, push: provisioningPush(wbxml, secret) };
}

/** The push of settings in the form that phones took before client provisioning. */
export function otaOfSettings(settings: ProvisioningSettings): MadePush {
  const document = otaSettingsDocument(settings);
  const wbxml = encodeOtaSettings(document);
  return { xml: formatOtaSettings(document), wbxml, push: otaSettingsPush(wbxml) };
}
