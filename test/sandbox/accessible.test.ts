import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../src/sandbox/index.ts';
import { GatewayClient } from '../../src/submit/index.ts';
import { describeInBrowser, findingsEverywhere, findingsInTurn, someOfKind } from '../support/chromium.ts';
import { everyKind } from './messages.ts';

const messages = await everyKind('Your table at the harbour is ready, see you at eight. ');
/** Number and kind of each; the parts of one message are shown together, on the same page. */
const numbered = messages.flatMap((message, index) => {
  const isFurtherPart = message.kind === 'pdu' && (message.segment?.sequence ?? 1) > 1;
  return isFurtherPart ? [] : [[index + 1, message.kind] as const];
});

/** The first of every kind; the others of a kind share its styles. */
const firsts = numbered.filter(([, kind], index) => numbered.findIndex(([, of]) => of === kind) === index);
const shown = [...firsts, ...someOfKind(numbered.filter(one => !firsts.includes(one)))];

describeInBrowser('a message as the phone shows it has nothing that axe-core calls serious:', open => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await startSandbox();
    const client = new GatewayClient({ username: 'ANOther', pin: '123456', servers: [sandbox.url] });
    for (const message of messages) await client.send(message);
  });
  afterAll(() => sandbox.close());

  it.each(shown)('number %i, %s', async number => {
    const { page } = await open(new URL(`messages/${number}/phone`, sandbox.inboxUrl));
    expect(await findingsInTurn(page, number)).toEqual([]);
    await page.context().close();
  });

  it.each(['octets', 'form', 'phones'])('its %s', async look => {
    const { number } = sandbox.messages.find(({ message }) => message.kind === 'mms') ?? {};
    const { page } = await open(new URL(`messages/${number}/${look}`, sandbox.inboxUrl));
    expect(await findingsEverywhere(page)).toEqual([]);
    await page.context().close();
  });
});
