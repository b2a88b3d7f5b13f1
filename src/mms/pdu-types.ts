import type { Issue } from '../issues/index.ts';
import type { Codec, DecodedPart, PartInput, RawValue } from '../wsp/index.ts';
import type { HeaderField } from './header-fields.ts';
import type { MessageType } from './message-types.ts';

type Simplify<T> = { [K in keyof T]: T[K] } & {};

/** The rows of the fields that a PDU has. */
type FieldsOf<P extends MessageType> = Extract<HeaderField, { readonly in: { readonly [K in P]: string } }>;

type PresenceOf<F extends HeaderField, P extends MessageType> = P extends keyof F['in'] ? F['in'][P] : never;

type ValueOf<F extends HeaderField> = F['codec'] extends Codec<infer Value, infer _Input> ? Value : never;
type InputOf<F extends HeaderField> = F['codec'] extends Codec<infer _Value, infer Input> ? Input : never;

type One<F extends HeaderField, P extends MessageType, T> =
  PresenceOf<F, P> extends 'M*' | 'O*' ? readonly T[] : T;

/** Mandatory keys that the encoder fills in when they are absent. */
type Defaulted = 'mmsVersion' | 'from';

type IsRequired<F extends HeaderField, P extends MessageType> = F['key'] extends Defaulted
  ? P extends 'm-read-orig-ind'
    ? F['key'] extends 'from'
      ? true
      : false
    : false
  : PresenceOf<F, P> extends 'M' | 'M*'
    ? true
    : false;

type DecodedFields<P extends MessageType> = {
  readonly [F in FieldsOf<P> as Exclude<F['key'], 'messageType'>]?: One<F, P, ValueOf<F>>;
};

type RequiredInput<P extends MessageType> = {
  readonly [F in FieldsOf<P> as IsRequired<F, P> extends true
    ? Exclude<F['key'], 'messageType'>
    : never]: One<F, P, InputOf<F>>;
};

type OptionalInput<P extends MessageType> = {
  readonly [F in FieldsOf<P> as IsRequired<F, P> extends true ? never : F['key']]?: One<F, P, InputOf<F>>;
};

type BodyOf<P extends MessageType, Part> = 'contentType' extends FieldsOf<P>['key']
  ? {
      /** The parts of a `application/vnd.wap.multipart.*`. */
      readonly parts?: readonly Part[];
      /** The octets of any other content. */
      readonly body?: Uint8Array;
    }
  : unknown;

/** A header with a name instead of a number, such as `X-Foo: bar`. */
export interface ApplicationHeader {
  readonly name: string;
  readonly value: string;
}

export interface PduExtras {
  /** Fields of unknown number, foreign or repeated fields, and values that did not parse: as octets, kept. */
  readonly unknown?: readonly RawValue[];
  readonly applicationHeaders?: readonly ApplicationHeader[];
}

/** A PDU to write: the fields of its type (MMS_ENC 6), the mandatory ones required. */
export type PduInputOf<P extends MessageType> = Simplify<
  { readonly messageType: P } & RequiredInput<P> & OptionalInput<P> & BodyOf<P, PartInput> & PduExtras
>;

/** A PDU as read: any field may be missing in real messages; `warnings` says what was tolerated. */
export type DecodedPduOf<P extends MessageType> = Simplify<
  { readonly messageType: P } & DecodedFields<P> &
    BodyOf<P, DecodedPart> &
    Required<PduExtras> & { readonly warnings: readonly Issue[] }
>;

/** Any PDU to write, told apart by `messageType`; a decoded one can be written back. */
export type PduInput = { [P in MessageType]: PduInputOf<P> }[MessageType] | DecodedPdu;

/** Any PDU as read, told apart by `messageType`. */
export type DecodedPdu = { [P in MessageType]: DecodedPduOf<P> }[MessageType];

/** A PDU while it is being read. */
export interface DecodedRecord {
  [key: string]: unknown;
  readonly messageType: MessageType;
  readonly unknown: RawValue[];
  readonly applicationHeaders: ApplicationHeader[];
  readonly warnings: readonly Issue[];
}
