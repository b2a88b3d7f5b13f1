import type { BundleEntry, BundleOptions } from '../archive/index.ts';
import type { Issue } from '../issues/index.ts';
import type { Manifest } from '../manifest/index.ts';
import type { MessageHeaders, MessagePdu, PresentationPart } from '../message/index.ts';
import type { DecodePduOptions } from '../mms/index.ts';
import type { ContentTypeInput } from '../wsp/index.ts';
import type { PartChange } from './adapt/change.ts';
import type { AdaptOptions, AdaptTarget } from './adapt/options.ts';
import type { Asset } from './asset.ts';
import type { PresentationContent, PresentationSmil } from './content.ts';
import type { CompileOptions } from './draft.ts';
import type { ManifestOptions } from './read/manifest.ts';
import { readMms } from './read/mms.ts';
import {
  checkFiles,
  checkFolder,
  checkManifestSource,
  checkOctets,
  checkOptions,
  checkTarget,
} from './shapes.ts';
import { type Slide, slidesOf } from './slides.ts';
import type { PresentationEms, ToEmsOptions } from './write/ems.ts';
import {
  type MmsOptions,
  measureMms,
  type WrittenMms,
  type WrittenMmsChunks,
  writeMms,
  writeMmsChunks,
} from './write/mms.ts';
import type { SizeReport } from './write/size-report.ts';
import { unpackFiles } from './write/unpack.ts';

/** What touches files and archives; loaded when asked for, since a message in memory is shown in browsers too. */
const load = (): Promise<typeof import('./compose.ts')> => import('./compose.ts');

let loading: ReturnType<typeof load> | undefined;

/** Loads it once: an import that is done takes its time too. */
const reading = (): ReturnType<typeof load> => {
  loading ??= load();
  return loading;
};

/** A message as slides and parts: the one model where builder, manifest, folder, ZIP and .mms meet. It never changes. */
export class Presentation {
  /** In the order of the message, the SMIL part among them. */
  readonly parts: readonly PresentationPart[];
  /** Absent: the message has no presentation, its parts stand in a list. */
  readonly smil: PresentationSmil | undefined;
  /** Header fields that the input brought: `subject`, `to` and so on. */
  readonly headers: MessageHeaders;
  /** What was found while reading, and what was mended (`fixed`). */
  readonly issues: readonly Issue[];
  /** What kind of PDU was read, or is to be written; `m-send-req` when nothing says. */
  readonly messageType: MessagePdu | undefined;
  /** Content-Type that the input stated for the whole message; absent: it follows from the SMIL part. */
  readonly contentType: ContentTypeInput | undefined;

  /** @internal Readers make presentations; see the static methods. */
  constructor({ parts, smil, messageType, headers, contentType, issues }: PresentationContent) {
    this.parts = parts;
    this.smil = smil;
    this.messageType = messageType;
    this.headers = headers;
    this.issues = issues;
    this.contentType = contentType;
  }

  /**
   * A message from a ZIP bundle: its SMIL document with the media that it names, else slides in archive order. Every
   * bound is checked before anything is inflated.
   * @throws MmsError `zip/…`, `ref/unresolved`, `smil/not-well-formed` and others, all findings in `details.issues`
   */
  static async fromZip(
    bytes: Uint8Array,
    options: CompileOptions & BundleOptions = {},
  ): Promise<Presentation> {
    checkOctets(bytes);
    checkOptions(options);
    const { composeZip } = await reading();
    return new Presentation(await composeZip(bytes, options));
  }

  /**
   * A message from the files of a folder, as {@link fromZip}; one that holds a manifest is composed by it.
   * @throws MmsError `folder/…` and as {@link fromZip}
   */
  static async fromFolder(
    folder: string,
    options: CompileOptions & BundleOptions = {},
  ): Promise<Presentation> {
    checkFolder(folder);
    checkOptions(options);
    const { composeFolder } = await reading();
    return new Presentation(await composeFolder(folder, options));
  }

  /**
   * A message from a manifest: the name of a YAML or JSON file, or the same as an object, whose paths are relative to
   * `baseDir`.
   * @throws MmsError with the code of the first problem, such as `manifest/unknown-key`, and every one in `details.issues`
   */
  static async fromManifest(
    manifest: string | Manifest,
    options: ManifestOptions = {},
  ): Promise<Presentation> {
    checkManifestSource(manifest);
    checkOptions(options);
    const { composeManifestFile } = await reading();
    return new Presentation(await composeManifestFile(manifest, options));
  }

  /**
   * A message from media files in their order: those of one name share a slide, else a picture has the text that follows
   * it.
   * @throws MmsError `presentation/empty`, `media/not-a-picture` and others, all findings in `details.issues`
   */
  static async fromFiles(files: readonly Asset[], options: CompileOptions = {}): Promise<Presentation> {
    checkFiles(files);
    checkOptions(options);
    const { composeAssets } = await reading();
    return new Presentation(await composeAssets(files, options));
  }

  /**
   * A message from an m-send-req or m-retrieve-conf; its parts, headers and SMIL are kept as they are.
   * @throws MmsError `presentation/unsupported-pdu`, and what `decodePdu` throws
   */
  static fromMms(bytes: Uint8Array, options: DecodePduOptions = {}): Presentation {
    checkOctets(bytes);
    checkOptions(options);
    return new Presentation(readMms(bytes, options));
  }

  /** The slides with their parts; none without SMIL. */
  get slides(): readonly Slide[] {
    return this.smil === undefined ? [] : slidesOf(this.smil, this.parts);
  }

  /**
   * The binary message. Header fields given here win over those of the input. A submission without transaction id gets
   * one that follows from its content (`T` and 16 digits of a SHA-256 over its headers and parts); m-retrieve-conf without date says 1970.
   * @throws MmsError with the path of the field, as `encodePdu`
   * @example presentation.toMms({ to: ['+447700900123'], subject: 'Spring sale' })
   */
  toMms(options: MmsOptions = {}): Uint8Array {
    return this.encode(options).bytes;
  }

  /** As {@link toMms}, with what was left out or filled in, and the size report. */
  encode(options: MmsOptions = {}): WrittenMms {
    checkOptions(options);
    return writeMms(this, options);
  }

  /**
   * As {@link encode}, the octets in pieces, for a file or a stream: media from 2 kB on are not copied, so do not change
   * them before the pieces are written.
   * @example for (const chunk of presentation.encodeChunks(headers).chunks) stream.write(chunk);
   */
  encodeChunks(options: MmsOptions = {}): WrittenMmsChunks {
    checkOptions(options);
    return writeMmsChunks(this, options);
  }

  /** The ZIP bundle: SMIL document and media, no header fields. The same message gives the same octets. */
  async toZip(): Promise<Uint8Array> {
    const { writeBundle } = await import('./write/bundle.ts');
    return writeBundle(this.parts);
  }

  /**
   * The message for telephones of 2002, to be written by `encodeEms`: picture, tune and text of each slide in turn.
   * @throws MmsError `lint/unknown-make`, `ems/no-ems`
   * @example encodeEms((await presentation.toEms({ phoneMake: 'Siemens' })).items, { to: '+447700900123' })
   */
  async toEms(options: ToEmsOptions = {}): Promise<PresentationEms> {
    checkOptions(options);
    const { writeEms } = await import('./write/ems.ts');
    return writeEms(this, options);
  }

  /** The parts as files, and a `message.json` of which {@link fromFolder} makes the same message. */
  unpack(): readonly BundleEntry[] {
    return unpackFiles(this);
  }

  /**
   * The message as a receiver takes it: its types, charsets and pixels, and the octets of the whole message, which the
   * pictures share. Sound and video are never transcoded, except by `convert` of the options. What fits already does
   * not change by an octet.
   * @throws MmsError `media/not-accepted`, `media/cannot-fit`, `size/over-profile` with the size report in
   * `details.sizes`
   * @example const { presentation: small, changes } = await presentation.adapt(findProfile('nokia-6230'));
   */
  async adapt(
    target: AdaptTarget,
    options: AdaptOptions = {},
  ): Promise<{ readonly presentation: Presentation; readonly changes: readonly PartChange[] }> {
    checkTarget(target);
    checkOptions(options);
    const { adaptContent } = await import('./adapt/adapt.ts');
    const { content, changes } = await adaptContent(this, target, options);
    return { presentation: new Presentation(content), changes };
  }

  /** Where the octets of the binary message are; `total` is the length of {@link toMms} with the same options. */
  sizeReport(options: MmsOptions = {}): SizeReport {
    checkOptions(options);
    return measureMms(this, options);
  }
}
