import { MmsError } from '../errors.ts';
import {
  type ClassifiedMessage,
  type ContentClass,
  classMisfits,
  contentClass,
  contentClasses,
  findProfile,
  type Profile,
} from '../media/index.ts';
import { didYouMean } from '../schema/index.ts';
import type { LintContext, NetworkOption } from './context.ts';
import type { CreationMode } from './settings.ts';
import type { LintSubject } from './subject.ts';

/** Whom a message is for. */
export interface ReceiverOptions {
  /** A profile, or the id of a built-in one. */
  readonly profile?: Profile | string | undefined;
  /** The network of the receiver: its limits are rules. */
  readonly network?: NetworkOption | undefined;
  /** Such as `image-basic`. In restricted mode without one, the message must be in any class. */
  readonly contentClass?: string | undefined;
  readonly mode?: CreationMode | undefined;
}

/** What is judged, with the receiver that it is judged for. */
export function withReceiver(subject: LintSubject, options: ReceiverOptions): LintContext {
  const { profile } = options;
  const row = classOf(options);
  const classified = classify(subject);
  return {
    ...subject,
    profile: typeof profile === 'string' ? findProfile(profile) : profile,
    network: options.network,
    contentClass: row,
    classified,
    misfits: row === undefined ? [] : classMisfits(classified, row),
  };
}

function classOf({ contentClass: name, mode }: ReceiverOptions): ContentClass | undefined {
  if (name === undefined) return mode === 'restricted' ? contentClasses.at(-1) : undefined;
  const row = contentClass(name);
  if (row !== undefined) return row;
  const names = contentClasses.map(known => known.name);
  throw new MmsError('lint/unknown-class', `there is no content class ${JSON.stringify(name)}`, {
    hint: didYouMean(name, names, `the classes are ${names.join(', ')}`),
  });
}

function classify({ parts = [], totalBytes }: LintSubject): ClassifiedMessage {
  return {
    bytes: totalBytes ?? parts.reduce((sum, { data }) => sum + data.length, 0),
    parts: parts.map(({ contentType, charset, size }) => ({ contentType, charset, ...size })),
  };
}
