import { type Html, html } from '../../inspect/index.ts';
import type { Characteristic, Parm, ProvisioningDocument } from '../../provisioning/index.ts';
import type { ServiceIndication, ServiceLoading } from '../../push/index.ts';
import type { Arrival } from './arrival.ts';
import { keys } from './screen-views.ts';

function prompt(heading: string, body: Html, left: string, right: string): Html {
  return html`<div class="prompt"><h2>${heading}</h2>${body}${keys(left, right)}</div>`;
}

function fact(term: string, value: unknown): Html {
  return value === undefined ? html`` : html`<dt>${term}</dt><dd>${String(value)}</dd>`;
}

function isoOf(time: unknown): string | undefined {
  return time instanceof Date
    ? time.toISOString().replace('.000Z', 'Z')
    : typeof time === 'string'
      ? time
      : undefined;
}

/** The telephone's prompt for a link; the page does not follow it. */
export function indicationView(indication: ServiceIndication): Html {
  const { href, content, action = 'signal-medium', created, siExpires, siId, info = [] } = indication;
  if (action === 'delete')
    return prompt('Service message withdrawn', html`<p>${siId ?? href ?? ''}</p>`, 'OK', 'Back');
  const body = html`${content === undefined ? '' : html`<p class="lines">${content}</p>`}${href === undefined ? '' : html`<p class="link">${href}</p>`}
<dl>${fact('signal', action.replace('signal-', ''))}${fact('created', isoOf(created))}${fact('expires', isoOf(siExpires))}${info.map(({ class: name, pcdata }) => fact(name, pcdata))}</dl>`;
  return prompt('Service message', body, 'Load', 'Later');
}

/** A link that the telephone opens by itself. */
export function loadingView({ href, action = 'execute-low' }: ServiceLoading): Html {
  const does =
    action === 'cache'
      ? 'fetched in silence, for later'
      : action === 'execute-high'
        ? 'opened at once'
        : 'opened when nothing else goes on';
  return prompt(
    'Service loading',
    html`<p class="link">${href}</p><p class="soft">${does}</p>`,
    'Stop',
    'Hide',
  );
}

type Notification = Extract<Arrival, { as: 'notification' }>['notification'];

/** What a telephone knows of an MMS before it has it. */
export function notificationView({
  from,
  subject,
  messageSize,
  contentLocation,
  expiry,
}: Notification): Html {
  const lasts =
    expiry === undefined
      ? undefined
      : 'relative' in expiry
        ? `in ${expiry.relative} s`
        : isoOf(expiry.absolute);
  const body = html`${subject === undefined ? '' : html`<p class="lines">${subject}</p>`}
<dl>${fact('from', from === undefined ? 'nobody that is named' : from)}${fact('size', `${messageSize} octets`)}${fact('expires', lasts)}${fact('at', contentLocation)}</dl>`;
  return prompt('Multimedia message waiting', body, 'Retrieve', 'Later');
}

/** Settings, group by group, and the question whether to keep them. */
export function settingsView({ characteristics }: ProvisioningDocument): Html {
  return prompt('Settings received', html`${characteristics.map(groupView)}`, 'Save', 'Discard');
}

function groupView({ type, value, content }: Characteristic): Html {
  const parms = content.filter(isParm);
  const groups = content.flatMap(one => (isParm(one) ? [] : [one]));
  return html`<section class="group"><h3>${type}${value === undefined ? '' : ` ${value}`}</h3>
<dl>${parms.map(parm => html`<dt>${parm.name}</dt><dd>${shown(parm)}</dd>`)}</dl>${groups.map(groupView)}</section>`;
}

function isParm(content: Parm | Characteristic): content is Parm {
  return !('type' in content);
}

/** A page can be looked at by others than the one who wrote the settings. */
function shown({ name, value }: Parm): string {
  if (value === undefined) return 'yes';
  return /^(?:AAUTHSECRET|AUTHSECRET|PXAUTH-PW|CLIENTPW|PASSWORD)$/i.test(name) ? '••••' : value;
}
