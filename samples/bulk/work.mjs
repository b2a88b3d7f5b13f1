/** Works on campaigns until Ctrl-C, as many of them side by side as you like: `node samples/bulk/work.mjs SERVER` */
import { openBulk } from 'mms-composer/bulk';
import { GatewayClient } from 'mms-composer/submit';

const [server = 'http://127.0.0.1:8080/sendmms'] = process.argv.slice(2);
const account = { username: 'sample', pin: '0000', servers: [server] };

const bulk = await openBulk({
  postgres: {},
  onTrouble: ({ code, message }) => console.error(`${code}: ${message}`),
});
await bulk.work({
  send: (message, { journal, ...options }) =>
    new GatewayClient({ ...account, journal }).send(message, options),
});
console.log('working; Ctrl-C ends after the jobs at hand');
process.once('SIGINT', () => void bulk.close());
process.once('SIGTERM', () => void bulk.close());
