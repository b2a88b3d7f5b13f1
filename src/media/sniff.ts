import { formatOfType, MEDIA_FORMATS, type MediaFormat } from './formats.ts';

/** file-type looks no further; its parsers of containers get no chance to wander. */
const FILE_TYPE_BYTES = 4100;

/** What the octets say: a known format, or only a media type that file-type knows. */
export interface SniffedMedia {
  readonly contentType: string;
  readonly format?: MediaFormat;
}

/** Recognises octets by our own probes, else by file-type, which is loaded only then. */
export async function sniffMedia(data: Uint8Array): Promise<SniffedMedia | undefined> {
  const format = MEDIA_FORMATS.find(row => row.probe?.(data));
  if (format !== undefined) return { contentType: format.contentType, format };
  return data.length === 0 ? undefined : sniffByFileType(data);
}

let fileType: Promise<typeof import('file-type')> | undefined;

async function sniffByFileType(data: Uint8Array): Promise<SniffedMedia | undefined> {
  fileType ??= import('file-type');
  const { fileTypeFromBuffer } = await fileType;
  const found = await fileTypeFromBuffer(data.subarray(0, FILE_TYPE_BYTES));
  if (found === undefined) return undefined;
  const format = formatOfType(found.mime);
  if (format === undefined) return { contentType: found.mime };
  // Our own probe has just said no to this one: file-type takes a sync word for an MP3, a wrong brand for a 3GP.
  return format.byFileType === true ? { contentType: format.contentType, format } : undefined;
}
