import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { MmsNotification } from '../../src/message/index.ts';
import type { ServiceIndication, ServiceLoading } from '../../src/push/index.ts';

interface SiInput {
  readonly href?: string;
  readonly 'si-id'?: string;
  readonly action?: ServiceIndication['action'];
  readonly created?: string;
  readonly 'si-expires'?: string;
  readonly content?: string;
  readonly info?: readonly { class: string; pcdata: string }[];
}

export interface DocumentVector {
  readonly name: string;
  readonly kind: 'si' | 'sl';
  readonly input: SiInput & ServiceLoading;
  readonly xml: string;
  readonly hex: string;
  readonly decode: { readonly xml: string };
}

interface NotificationInput {
  readonly transactionId: string;
  readonly contentLocation: string;
  readonly messageSize: number;
  readonly expiryRelativeSeconds: number;
  readonly from: string;
  readonly subject: string;
  readonly version: string;
  readonly class: 'personal';
}

export interface PushVector {
  readonly name: string;
  readonly input: {
    readonly to: string;
    readonly ports: { destination: number; source: number };
    readonly dcs: number;
    readonly ref?: number;
    readonly wsp: { tid: number; contentType: string; applicationId?: string };
    readonly si?: SiInput;
    readonly sl?: ServiceLoading;
    readonly notification?: NotificationInput;
  };
  readonly body: string;
  readonly wsp: string;
  readonly parts: readonly { tpdu: string; udh: string; udl: number; ud: string; length: number }[];
}

function read<T>(file: string): T[] {
  const path = resolve(import.meta.dirname, '../vectors/push', file);
  return (JSON.parse(readFileSync(path, 'utf8')) as { vectors: T[] }).vectors;
}

export const DOCUMENTS: readonly DocumentVector[] = read('wbxml-si-sl.json');

const all: readonly PushVector[] = read('wap-push-sms.json');

/** Made by gammu with its own habits: to be read, not to be written. */
export const GAMMU_PUSHES: readonly PushVector[] = all.filter(({ name }) => name.startsWith('gammu-'));
export const PUSHES: readonly PushVector[] = all.filter(({ name }) => !name.startsWith('gammu-'));

/** A Service Indication in our names. */
export function indicationOf(input: SiInput): ServiceIndication {
  return {
    href: input.href,
    siId: input['si-id'],
    action: input.action,
    created: input.created,
    siExpires: input['si-expires'],
    content: input.content,
    info: input.info,
  };
}

/** A notification in our names. */
export function notificationOf(input: NotificationInput): MmsNotification {
  return {
    transactionId: input.transactionId,
    contentLocation: input.contentLocation,
    messageSize: input.messageSize,
    expiry: { relative: input.expiryRelativeSeconds },
    from: input.from,
    subject: input.subject,
    mmsVersion: input.version,
    messageClass: input.class,
  };
}
