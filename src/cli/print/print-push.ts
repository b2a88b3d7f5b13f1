import { toHex } from '../../bytes/index.ts';
import { encodePushSms, segmentPush } from '../../push/index.ts';
import type { Ports } from '../../sms/index.ts';
import type { CliArguments, CliContext } from '../command.ts';
import { writeOutput } from '../input/files.ts';
import type { MadePush } from '../input/made-push.ts';
import { hexCaseOf, textOf } from '../input/option-values.ts';
import { portsOf, submitOptionsOf } from '../input/sms-options.ts';
import { formatJson } from './format-json.ts';
import { formatSegments } from './format-sms.ts';

type Values = CliArguments['values'];

/** Prints a push in all its layers, down to the SMS; `usualPorts` where it does not go to the WAP push port. */
export async function printPush(
  made: MadePush,
  values: Values,
  context: CliContext,
  usualPorts?: Ports,
): Promise<void> {
  const ports = portsOf(values) ?? usualPorts;
  const options = { ...submitOptionsOf(values), ...(ports === undefined ? {} : { ports }) };
  const to = textOf(values, 'to');
  const segments =
    to === undefined ? segmentPush(made.push, options) : encodePushSms(made.push, { ...options, to });
  const output = textOf(values, 'output');
  if (output !== undefined) await writeOutput(output, made.push, context);
  if (values['json'] === true) context.stdout.write(formatJson({ ...made, segments }, hexCaseOf(values)));
  else if (output === undefined) context.stdout.write(formatPush(made) + formatSegments(segments));
}

function formatPush({ xml, wbxml, pdu, push: octets }: MadePush): string {
  const layers = [
    ...(xml === undefined ? [] : [xml.trimEnd()]),
    ...(wbxml === undefined ? [] : [`WBXML\n${toHex(wbxml)}`]),
    ...(pdu === undefined ? [] : [`m-notification-ind\n${toHex(pdu)}`]),
    `Push PDU\n${toHex(octets)}`,
  ];
  return `${layers.join('\n\n')}\n`;
}
