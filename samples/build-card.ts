/** A build script: one message for each product of a list, with the library. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { presentation } from 'mms-composer';

const PRODUCTS = [
  { name: 'Sailing trip', price: '£ 45', picture: 'noon.jpg' },
  { name: 'Lighthouse by night', price: '£ 12', picture: 'night.png' },
];

/** Writes the messages into a folder and returns their paths. */
export async function buildCards(folder: string): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  const baseDir = join(import.meta.dirname, 'harbour');
  const files: string[] = [];
  for (const [index, { name, price, picture }] of PRODUCTS.entries()) {
    const message = await presentation({ baseDir, subject: name })
      .slide({ image: picture, alt: name, text: `${name}\n${price}`, duration: '6s' })
      .slide({ text: 'Book by reply: text BOOK to 50505.' })
      .build();
    const file = join(folder, `card-${index + 1}.mms`);
    await writeFile(file, message.toMms({ to: ['+447700900123'] }));
    files.push(file);
  }
  return files;
}
