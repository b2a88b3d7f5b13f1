import type { Handset } from '../../handsets/index.ts';
import { type PreviewPhone, renderPreview } from '../../preview/index.ts';
import { deliver } from '../deliver.ts';
import type { ReceivedMessage } from '../received-message.ts';

/** Phones of ten years, from the first with MMS on, small screens and large. */
const TEN_PHONES = [
  'nokia-7650',
  'nokia-3510i',
  'sony-ericsson-t610',
  'siemens-c65',
  'nokia-6230',
  'motorola-v300',
  'sony-ericsson-k750i',
  'nokia-n95-1',
  'samsung-b2100',
  'nokia-301',
] as const;

/** The page that shows what each of ten phones would get of an MMS; `undefined` for what is not an MMS. */
export async function tenPhonesPage({
  message,
  file,
  delivery,
}: ReceivedMessage): Promise<string | undefined> {
  if (message.kind !== 'mms' || file === undefined || delivery?.mms === undefined) return undefined;
  const { findHandset } = await import('../../handsets/index.ts');
  const phones: PreviewPhone[] = [];
  for (const id of TEN_PHONES) {
    const phone = findHandset(id);
    const { mms = delivery.mms, changes } = await deliver(message, file, phone);
    phones.push({ ...phone, name: nameOf(phone), message: mms, changes });
  }
  return renderPreview(delivery.mms, { phones });
}

function nameOf({ maker, model }: Handset): string {
  return `${maker} ${model}`.trim();
}
