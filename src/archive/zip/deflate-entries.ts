import type { BundleEntry } from '../bundle.ts';
import { readCentralDirectory } from './central-directory.ts';
import { readEndRecord } from './end-record.ts';
import { locateEntries } from './local-entries.ts';

/**
 * The deflated data of entries, in their order. JSZip deflates in script: the octets are the same on every machine,
 * while those of node:zlib depend on its version and on the processor.
 */
export async function deflateEntries(entries: readonly BundleEntry[]): Promise<Uint8Array[]> {
  if (entries.length === 0) return [];
  const { default: JSZip } = await import('jszip');
  const zip = new JSZip();
  // JSZip keeps files as keys of an object, which puts a name that is a number first.
  for (const [index, { data }] of entries.entries()) zip.file(`_${index}`, data, { binary: true });
  const archive = await zip.generateAsync({
    type: 'uint8array',
    compression: 'DEFLATE',
    compressionOptions: { level: 9 },
  });
  const end = readEndRecord(archive);
  const located = locateEntries(archive, readCentralDirectory(archive, end), end.directoryOffset);
  return located.map(({ packed }) => packed);
}
