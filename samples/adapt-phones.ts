import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Presentation } from 'mms-composer';
import { allHandsets, type Handset } from 'mms-composer/handsets';
import { draw } from './draw.ts';

/** The sample message as ten phones take it, one row each; written to `phones.txt` in `folder`. */
export async function adaptToPhones(message: string, folder: string): Promise<string> {
  const original = Presentation.fromMms(await readFile(message));
  const rows = [['phone', 'limit', 'octets', 'filled', 'picture', 'parts changed or dropped']];
  for (const phone of draw(allHandsets(), 10)) rows.push(await rowOf(original, phone));
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map(row => row[column]?.length ?? 0))) ?? [];
  const lines = rows.map(row =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  const file = join(folder, 'phones.txt');
  await writeFile(file, `${lines.join('\n')}\n`);
  return file;
}

async function rowOf(original: Presentation, phone: Handset): Promise<string[]> {
  const { presentation, changes } = await original.adapt(phone, { unsupported: 'drop' });
  const { length } = presentation.toMms();
  const { maxBytes, maxImage } = phone;
  return [
    phone.id,
    maxBytes === undefined ? '-' : String(maxBytes),
    String(length),
    maxBytes === undefined ? '-' : `${Math.round((100 * length) / maxBytes)} %`,
    maxImage === undefined ? '-' : `${maxImage.width}x${maxImage.height}`,
    changes
      .filter(({ action }) => action !== 'kept')
      .map(({ name, action }) => `${name} ${action}`)
      .join(', '),
  ];
}
