/** Tests of an application against the sandbox: `npx tsx --test samples/app/confirm-order.test.ts`. */
import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { type Sandbox, startSandbox } from 'mms-composer/sandbox';
import { GatewayClient } from 'mms-composer/submit';
import { confirmOrder } from './confirm-order.ts';

let sandbox: Sandbox;
let client: GatewayClient;
before(async () => {
  sandbox = await startSandbox();
  client = new GatewayClient({ username: 'shop', pin: '0000', servers: [sandbox.url] });
});
beforeEach(() => {
  sandbox.clear();
  sandbox.clearFaults();
});
after(() => sandbox.close());

test('the customer gets the confirmation', async () => {
  assert.equal(await confirmOrder(client, '447700900123', 'A1'), true);
  const [received] = sandbox.messages;
  assert.deepEqual(received?.message.to, ['447700900123']);
  assert.equal(received?.delivery?.presentation?.slides.length, 1);
});

test('what the gateway refuses is an error that says so', async () => {
  sandbox.fault({ kind: 'report', report: 5, text: 'Invalid PIN' });
  await assert.rejects(confirmOrder(client, '447700900123', 'A2'), { code: 'submit/rejected' });
});
