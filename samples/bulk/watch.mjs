/** Shows how far a campaign is, once a second until nobody is left: `node samples/bulk/watch.mjs NAME` */
import { setTimeout as delay } from 'node:timers/promises';
import { formatProgress, openBulk } from 'mms-composer/bulk';

const [name = 'harbour'] = process.argv.slice(2);
const bulk = await openBulk({ postgres: {} });
try {
  for (;;) {
    const progress = await bulk.progress(name);
    console.log(formatProgress(progress));
    if (progress.left === 0 && progress.counts.claimed === 0) break;
    await delay(1000);
  }
  for (const { key, claimedAt, recipients } of await bulk.unresolved(name))
    console.log(`unknown since ${claimedAt}: ${key}: ${recipients.join(', ')}`);
} finally {
  await bulk.close();
}
