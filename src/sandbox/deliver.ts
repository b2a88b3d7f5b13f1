import { MmsError } from '../errors.ts';
import { type Issue, issue } from '../issues/index.ts';
import { adaptImage, imageConstraints, type Profile } from '../media/index.ts';
import { bundleFormat } from '../message/index.ts';
import { type PartChange, Presentation } from '../presentation/index.ts';
import type { GatewayMessage } from '../submit/index.ts';

/** A file as it came. */
export interface LibraryFile {
  readonly name: string;
  readonly data: Uint8Array;
  readonly contentType?: string;
}

/** What a telephone would fetch. */
export interface Delivery {
  /** The m-retrieve-conf of an MMS. */
  readonly mms?: Uint8Array;
  readonly presentation?: Presentation;
  /** The file of a WAP Push. */
  readonly file?: LibraryFile;
  /** What adaptation did to the pictures. */
  readonly changes: readonly PartChange[];
  readonly warnings: readonly Issue[];
}

type FileMessage = Extract<GatewayMessage, { kind: 'mms' | 'wap-push' }>;
type MmsMessage = Extract<GatewayMessage, { kind: 'mms' }>;

/** What most telephones of the time could show. */
const USUAL_PICTURE = { width: 640, height: 480 } as const;

/** The gateway adapts pictures alone: whatever else there is passes. */
const OTHER_MEDIA = ['audio/*', 'video/*', 'text/*', 'application/*'] as const;

/** What a phone asks of the pictures; of one that nobody knows, what most could show. */
function pictureProfile(phone: Profile | undefined): Profile {
  if (phone === undefined) {
    return { id: 'any', maxImage: USUAL_PICTURE, accept: ['*/*'], charsets: ['*'], animation: true };
  }
  return { maxImage: USUAL_PICTURE, ...phone, accept: [...phone.accept, ...OTHER_MEDIA] };
}

/** The endings of the files whose pictures the gateway adapts (manual, Content Adaptation). */
const ADAPTED = /\.(?:jpe?g|gif|png|wbmp)$/i;

/** Makes a message of an upload: a ZIP is composed, a single file gets a SMIL if the form says so. */
async function compose(
  { name, data, contentType }: LibraryFile,
  { smil }: MmsMessage,
): Promise<Presentation> {
  const format = bundleFormat(name, data);
  if (format === 'mms') return Presentation.fromMms(data);
  if (format === 'zip') return Presentation.fromZip(data, { metadata: 'keep' });
  return Presentation.fromFiles([{ name, data, contentType }], { smil, metadata: 'keep' });
}

function phoneAddress(number: string): string {
  return `+${number}`;
}

async function adapted(
  presentation: Presentation,
  profile: Profile | undefined,
): Promise<
  Pick<Delivery, 'presentation' | 'changes' | 'warnings'> & { readonly presentation: Presentation }
> {
  try {
    return { ...(await presentation.adapt(pictureProfile(profile))), warnings: [] };
  } catch (error) {
    return { presentation, changes: [], warnings: [notAdapted(error)] };
  }
}

/** Pictures that cannot be adapted are delivered as they are. */
function notAdapted(error: unknown): Issue {
  if (!(error instanceof MmsError)) throw error;
  return issue('sandbox/not-adapted', `the pictures are not adapted: ${error.message}`);
}

async function deliverMms(
  message: MmsMessage,
  file: LibraryFile,
  profile: Profile | undefined,
): Promise<Delivery> {
  const composed = await compose(file, message);
  const { presentation, changes, warnings } =
    message.adapt === false
      ? { presentation: composed, changes: [], warnings: [] }
      : await adapted(composed, profile);
  const { bytes, issues } = presentation.encode({
    messageType: 'm-retrieve-conf',
    to: (message.to ?? []).map(phoneAddress),
    ...(message.cc && { cc: message.cc.map(phoneAddress) }),
    ...(message.subject !== undefined && { subject: message.subject }),
    ...(message.sendAt instanceof Date && { date: message.sendAt }),
  });
  return { mms: bytes, presentation, changes, warnings: [...composed.issues, ...warnings, ...issues] };
}

async function deliverFile(
  message: FileMessage,
  file: LibraryFile,
  profile: Profile | undefined,
): Promise<Delivery> {
  if (message.adapt === false || !ADAPTED.test(file.name)) return { file, changes: [], warnings: [] };
  try {
    const picture = await adaptImage(file.data, imageConstraints(pictureProfile(profile)));
    const { data, contentType, changed, changes: steps } = picture;
    const sizes = { inBytes: file.data.length, outBytes: data.length };
    const types = { inType: file.contentType ?? '', outType: contentType };
    const change = {
      name: file.name,
      action: changed ? 'changed' : 'kept',
      ...types,
      ...sizes,
      steps,
    } as const;
    return { file: { name: file.name, data, contentType }, changes: [change], warnings: [] };
  } catch (error) {
    return { file, changes: [], warnings: [notAdapted(error)] };
  }
}

/**
 * What the telephone would fetch for an upload.
 * @throws MmsError as the readers of `.mms` and ZIP do: the gateway could not compose it either
 */
export function deliver(message: FileMessage, file: LibraryFile, profile?: Profile): Promise<Delivery> {
  return message.kind === 'mms' ? deliverMms(message, file, profile) : deliverFile(message, file, profile);
}
