/** A build script: one MMS for each product of a JSON feed, each for three receivers, with progress. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { composeTargets } from 'mms-composer';

interface Product {
  readonly id: string;
  readonly name: string;
  readonly price: string;
  /** A file of the picture folder. */
  readonly picture: string;
}

const TARGETS = {
  'nokia-6230': { profile: 'nokia-6230' },
  'sonyericsson-t610': { profile: 'sonyericsson-t610' },
  modern: { budget: { bytes: '300kB' } },
};

/** Writes `PRODUCT-TARGET.mms` into a folder; returns the names of the files. */
export async function buildFeed(feed: string, pictures: string, folder: string): Promise<string[]> {
  const products: readonly Product[] = JSON.parse(await readFile(feed, 'utf8'));
  await mkdir(folder, { recursive: true });
  const files: string[] = [];
  for (const [index, { id, name, price, picture }] of products.entries()) {
    const messages = await composeTargets(
      {
        subject: name,
        to: ['+447700900123'],
        slides: [
          { image: { src: picture, alt: name }, text: `${name}\n${price}`, duration: '6s' },
          { text: 'Book by reply: text BOOK to 50505.' },
        ],
        targets: TARGETS,
      },
      { baseDir: pictures },
    );
    for (const { target, presentation } of messages) {
      const file = `${id}-${target}.mms`;
      await writeFile(join(folder, file), presentation.toMms());
      files.push(file);
    }
    process.stderr.write(`[${index + 1}/${products.length}] ${name}: ${messages.length} messages\n`);
  }
  return files;
}

const [feed, pictures, folder] = process.argv.slice(2);
if (feed === undefined || pictures === undefined || folder === undefined) {
  console.error('usage: tsx samples/feed/build.ts products.json PICTURES OUT');
  process.exitCode = 2;
} else {
  console.log((await buildFeed(feed, pictures, folder)).join('\n'));
}
