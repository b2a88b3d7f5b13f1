/** The main job on real input: composes the samples into `out/`, submits one to a sandbox, says what to try next. */
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { composeTargets, Presentation } from 'mms-composer';
import { renderFilmstrip, renderPreview } from 'mms-composer/preview';
import { startSandbox } from 'mms-composer/sandbox';
import { GatewayClient } from 'mms-composer/submit';
import { adaptToPhones } from './adapt-phones.ts';
import { buildCards } from './build-card.ts';

const SAMPLES = import.meta.dirname;
const ROOT = join(SAMPLES, '..');
const OUT = join(ROOT, 'out');

async function write(name: string, data: Uint8Array): Promise<string> {
  const file = join(OUT, name);
  await writeFile(file, data);
  return file;
}

async function compose(): Promise<string[]> {
  const harbour = await Presentation.fromManifest(join(SAMPLES, 'harbour/message.yaml'));
  const luther = await Presentation.fromZip(await readFile(join(SAMPLES, 'luther.zip')));
  const files = [
    await write('harbour.mms', harbour.toMms()),
    await write('harbour.zip', await harbour.toZip()),
    await write('luther.mms', luther.toMms({ to: ['+447700900123'], subject: 'Luther' })),
    await write('harbour.html', new TextEncoder().encode(renderPreview(harbour))),
    await write('harbour.png', await renderFilmstrip(harbour)),
    ...(await buildCards(OUT)),
  ];
  for (const { target, presentation } of await composeTargets(join(SAMPLES, 'harbour/message.yaml'))) {
    files.push(await write(`harbour-${target}.mms`, presentation.toMms()));
  }
  return files;
}

async function printSizes(files: readonly string[]): Promise<void> {
  console.log('file                                 octets');
  for (const file of files) {
    const { size } = await stat(file);
    console.log(`${relative(ROOT, file).padEnd(34)}  ${String(size).padStart(7)}`);
  }
}

/** Hands a message to a gateway on this machine, which sends nothing anywhere, and prints its receipt. */
async function submit(file: string): Promise<void> {
  const sandbox = await startSandbox();
  try {
    const client = new GatewayClient({ username: 'sample', pin: '0000', servers: [sandbox.url] });
    const result = await client.send({
      kind: 'mms',
      to: ['447700900123'],
      subject: 'A day at the harbour',
      file: { name: 'harbour.mms', data: await readFile(file) },
    });
    console.log(
      `\nsubmitted harbour.mms to the sandbox: ${result.outcome}, library number ${result.libraryNumber}`,
    );
    for (const { recipient, report, text } of result.results)
      console.log(`  ${recipient}  report ${report}  ${text}`);
    await write('inbox.html', new Uint8Array(await (await fetch(sandbox.inboxUrl)).arrayBuffer()));
  } finally {
    await sandbox.close();
  }
}

await mkdir(OUT, { recursive: true });
await printSizes(await compose());
console.log(`\n${await readFile(await adaptToPhones(join(OUT, 'harbour.mms'), OUT), 'utf8')}`.trimEnd());
await submit(join(OUT, 'harbour.mms'));
console.log(`
Try next:
  npx mms decode out/luther.mms              what the message says, as JSON
  npx mms unpack out/harbour.mms -d out/parts
  npx mms lint   samples/harbour/message.yaml
  npx mms phones nokia 6230                  what a phone takes
  npx mms networks 204-04                    what a network lets through
  npx mms sandbox                            a gateway to try submissions on, with an inbox page
  npx mms adapt  out/harbour.mms --profile sonyericsson-t68i --unsupported drop -o out/t68i.mms`);
