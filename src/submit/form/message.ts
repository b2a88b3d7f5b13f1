import type { Bitmap } from '../../bitmap/index.ts';
import type { CalendarEntry, Card } from '../../cards/index.ts';
import type { EmsItem } from '../../ems/index.ts';
import type { Presentation } from '../../presentation/index.ts';
import type { Tune } from '../../ringtone/index.ts';
import type { BitmapMessage } from '../../smart/index.ts';
import type { SmsSegment } from '../../sms/index.ts';

/** Makes of telephone that the gateway knows (manual, PhoneMake). `EMS` stands for any EMS telephone. */
export const PHONE_MAKES = ['Alcatel', 'Ericsson', 'Motorola', 'Nokia', 'Sagem', 'Siemens', 'EMS'] as const;

/** A value of {@link PHONE_MAKES}. */
export type PhoneMake = (typeof PHONE_MAKES)[number];

/** What every message may say, whatever it carries. At least one of `to` and `addressBook` is needed. */
export interface CommonFields {
  /**
   * Full international numbers with country code, 7 to 15 digits. `+`, blanks, `-`, `.` and brackets are taken out and
   * repeated numbers sent to once; a leading `0` is refused. More than 350 raise a warning: see `sendInChunks`.
   */
  readonly to?: readonly string[];
  /** A contacts list of the account, or `Name::Group`. */
  readonly addressBook?: string;
  /** Sender shown on the telephone: one of the account's two-way numbers. */
  readonly replyTo?: string;
  /** Minutes to wait before sending, 1 to 10080 (7 days). Not together with `sendAt`. */
  readonly delayMinutes?: number;
  /** When to send; a text without zone is UTC. Fractions of a second are cut off. */
  readonly sendAt?: Date | string;
  /** Filled in as `Nokia` for a picture message, group graphic, operator logo and ringtone. */
  readonly phoneMake?: PhoneMake;
  /** Such as `6210`. */
  readonly phoneModel?: string;
  /**
   * Parameters that this library does not know, by name (letters, digits and hyphens). Known names are refused.
   * @example { DeliveryServiceOption: 'Premier' }
   */
  readonly extraParameters?: Readonly<Record<string, string>>;
}

/** An upload. */
export interface UploadedFile {
  /** Letters, digits, `_`, `-` and one extension, 50 characters at most. The extension tells the gateway the type. */
  readonly name: string;
  readonly data: Uint8Array;
  /** MIME type, if the extension does not say enough. */
  readonly contentType?: string;
}

/** Plain text, up to the length that the gateway takes. */
export interface TextSubmission extends CommonFields {
  readonly kind: 'text';
  readonly text: string;
}

/** A one-bit picture with an optional text, for early telephones. */
export interface PictureSubmission extends CommonFields {
  readonly kind: 'picture-message';
  /** Number in the gateway's library, 20000 to 29999. Either this or `bitmap`. */
  readonly library?: number;
  /** A picture (normally 72 x 28), the result of `pictureMessage`, or the octets of an OTA bitmap. */
  readonly bitmap?: Bitmap | BitmapMessage | Uint8Array;
  readonly text?: string;
}

/** A one-bit icon for a caller group; Nokia only. */
export interface GroupGraphicSubmission extends CommonFields {
  readonly kind: 'group-graphic';
  /** Number in the gateway's library, 10000 to 19999. Either this or `bitmap`. */
  readonly library?: number;
  /** A picture (normally 72 x 14), the result of `groupGraphic`, or the octets of an OTA bitmap. */
  readonly bitmap?: Bitmap | BitmapMessage | Uint8Array;
}

/** A one-bit logo for the idle screen of telephones of one network. */
export interface OperatorLogoSubmission extends CommonFields {
  readonly kind: 'operator-logo';
  /** Number in the gateway's library, 10000 to 19999. Either this or `bitmap`. */
  readonly library?: number;
  /**
   * A picture (normally 72 x 14), the result of `operatorLogo`, or octets: three of network code, as `mcc` and `mnc`
   * say, then an OTA bitmap.
   */
  readonly bitmap?: Bitmap | BitmapMessage | Uint8Array;
  /** Mobile country code, three digits. */
  readonly mcc?: string;
  /** Mobile network code, two or three digits. */
  readonly mnc?: string;
  /** In place of the two numbers: `234-10`, or a name that only this network has. `GatewayClient` looks it up. */
  readonly network?: string;
}

/** A monophonic ringtone. */
export interface RingtoneSubmission extends CommonFields {
  readonly kind: 'ringtone';
  /** Number in the gateway's library. Either this or `tune`. */
  readonly library?: number;
  /** RTTTL or RTX text, or a tune to be written as such. */
  readonly tune?: string | Tune;
}

/** A business card. */
export interface VCardSubmission extends CommonFields {
  readonly kind: 'vcard';
  /** A card, or vCard 2.1 text with CR LF line ends. */
  readonly card: string | Card;
}

/** An event or a task. */
export interface VCalendarSubmission extends CommonFields {
  readonly kind: 'vcalendar';
  /** An entry, or vCalendar 1.0 text with CR LF line ends. */
  readonly calendar: string | CalendarEntry;
}

/** What can be said about the delivery of a file by MMS or WAP Push. */
export interface DeliveryOptions {
  /** False: pictures are delivered as they are (DisableRepurposing). */
  readonly adapt?: boolean;
  /** False: no WAP Push in place of an MMS for networks that are known to fence theirs off (DisableWalledGardenRule). */
  readonly walledGardenRule?: boolean;
}

/** A multimedia message: a composed `.mms`, a ZIP of its parts, or any single file. */
export interface MmsSubmission extends CommonFields, DeliveryOptions {
  readonly kind: 'mms';
  /** Number in the gateway's library, 80000 to 89999. Either this, `file` or `presentation`. */
  readonly library?: number;
  readonly file?: UploadedFile;
  /** Is sent as `message.mms`, with its own subject unless there is one here. */
  readonly presentation?: Presentation;
  /** As `to`. */
  readonly cc?: readonly string[];
  /** As `to`. */
  readonly bcc?: readonly string[];
  /** As `addressBook`. */
  readonly ccAddressBook?: string;
  /** As `addressBook`. */
  readonly bccAddressBook?: string;
  /** 50 characters at most. */
  readonly subject?: string;
  /** Whether the gateway adds a SMIL to a single file (AddSMIL). Best left out. */
  readonly smil?: 'auto' | 'always' | 'never';
}

/** A file (picture, sound, video, Java archive) that the telephone is told to fetch. */
export interface WapPushSubmission extends CommonFields, DeliveryOptions {
  readonly kind: 'wap-push';
  /** Number in the gateway's library, 80000 to 89999. Either this or `file`. */
  readonly library?: number;
  readonly file?: UploadedFile;
  /** What the prompt says, 50 characters at most. */
  readonly text?: string;
}

/** When the telephone tells its user about a service indication (WAP-167 6.2). */
export const SI_ACTIONS = ['signal-none', 'signal-low', 'signal-medium', 'signal-high', 'delete'] as const;

/** A service indication: a link with a text. */
export interface ServiceIndicationSubmission extends CommonFields {
  readonly kind: 'service-indication';
  readonly href: string;
  /** Tells two indications of one link apart. Without it the telephone may drop the second one silently. */
  readonly id?: string;
  readonly created?: Date | string;
  /** Later than `created`. */
  readonly expires?: Date | string;
  /** Default `signal-medium`. */
  readonly action?: (typeof SI_ACTIONS)[number];
  /** What the telephone shows. */
  readonly text?: string;
  readonly info?: { readonly text: string; readonly class: string };
}

/** The fields of an SMS-SUBMIT, for experts. */
export interface PduSubmission extends CommonFields {
  readonly kind: 'pdu';
  /** TP-DCS, 0 to 255; 0 if left out. */
  readonly dataCodingScheme?: number;
  /** TP-PID, 0 to 255; 0 if left out. */
  readonly protocolIdentifier?: number;
  /** The whole header with its length octet; needed unless there is a `segment` or `ems`. */
  readonly userDataHeader?: Uint8Array;
  /** What follows the header. Either this, `text`, `segment` or `ems`. */
  readonly userData?: Uint8Array;
  /** What the gateway encodes as user data. */
  readonly text?: string;
  /** One part of an SMS, as `encodeSms` and `encodeSmartSms` make them: scheme, identifier, header and content. */
  readonly segment?: SmsSegment;
  /** An EMS message of one SMS; `emsSubmissions` divides longer ones. */
  readonly ems?: readonly EmsItem[];
}

/** A message for the gateway, told apart by `kind`. */
export type GatewayMessage =
  | TextSubmission
  | PictureSubmission
  | GroupGraphicSubmission
  | OperatorLogoSubmission
  | RingtoneSubmission
  | VCardSubmission
  | VCalendarSubmission
  | MmsSubmission
  | WapPushSubmission
  | ServiceIndicationSubmission
  | PduSubmission;

/** A value of `kind` of a {@link GatewayMessage}. */
export type MessageKind = GatewayMessage['kind'];
