import { expect, it } from 'vitest';
import { resolveNetwork } from '../../../src/submit/form/resolve-network.ts';
import type { GatewayMessage } from '../../../src/submit/index.ts';

const LOGO = { kind: 'operator-logo', to: ['447700900123'], library: 10_000 } as const;

it.each<[string, GatewayMessage]>([
  ['without a network', { ...LOGO, mcc: '234', mnc: '10' }],
  ['of another kind', Object.assign({ network: '234-10' }, { kind: 'text', text: 'Hi' } as const)],
])('a message %s stays as it is', async (_, message) => {
  expect(await resolveNetwork(message)).toBe(message);
});

it.each([{}, { mcc: '234' }, { mnc: '10' }, { mcc: '234', mnc: '10' }])(
  'a network has its numbers in place of its name, also beside %j',
  async given => {
    const resolved = await resolveNetwork({ ...LOGO, ...given, network: '234-10' });
    expect(resolved).toStrictEqual({ ...LOGO, mcc: '234', mnc: '10' });
  },
);

it.each([{ mcc: '235' }, { mnc: '11' }, { mcc: '235', mnc: '10' }])(
  'a network is not another one too: %j',
  async given => {
    await expect(resolveNetwork({ ...LOGO, ...given, network: '234-10' })).rejects.toMatchObject({
      code: 'submit/conflict',
      path: 'network',
    });
  },
);

it('a message is asked for', async () => {
  await expect(resolveNetwork(JSON.parse('null'))).rejects.toMatchObject({
    code: 'bytes/value-type',
    path: 'message',
  });
});
