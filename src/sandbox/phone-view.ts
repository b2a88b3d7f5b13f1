import { toHex } from '../bytes/index.ts';
import { isMmsError } from '../errors.ts';
import { bitmapView, type Html, html } from '../inspect/index.ts';
import { type PresentationPart, textOf } from '../message/index.ts';
import type { Slide } from '../presentation/index.ts';
import { decodeOperatorLogo, decodePictureMessage } from '../smart/index.ts';
import type { GatewayMessage } from '../submit/index.ts';
import { emsView, isEms } from './ems-view.ts';
import type { ReceivedMessage } from './gateway.ts';

function octetsView(octets: Uint8Array): Html {
  return html`<code>${toHex(octets.subarray(0, 64))}${octets.length > 64 ? '…' : ''}</code>`;
}

type BitmapMessage = Extract<GatewayMessage, { bitmap?: unknown }>;

function pictureOf({ kind, bitmap }: BitmapMessage): Html {
  if (!(bitmap instanceof Uint8Array)) return html``;
  try {
    return bitmapView(
      kind === 'operator-logo' ? decodeOperatorLogo(bitmap).bitmap : decodePictureMessage(bitmap).bitmap,
    );
  } catch (error) {
    if (!isMmsError(error)) throw error;
    return html`${octetsView(bitmap)} <small>${error.message}</small>`;
  }
}

function libraryView(library: number | undefined): Html {
  return library === undefined
    ? html``
    : html`<p class="library">number ${library} of the gateway's library</p>`;
}

function paragraph(text: string | undefined): Html {
  return text === undefined ? html`` : html`<p class="text">${text}</p>`;
}

function mediumView(address: string, contentType: string, name: string): Html {
  const [kind] = contentType.split('/');
  if (kind === 'image') return html`<img src="${address}" alt="${name}">`;
  if (kind === 'audio') return html`<audio controls src="${address}"></audio>`;
  if (kind === 'video') return html`<video controls src="${address}"></video>`;
  return html`<a href="${address}">${name}</a>`;
}

function partView(part: PresentationPart, number: number): Html {
  if (part.kind === 'text') return paragraph(textOf(part).text);
  return mediumView(
    `/messages/${number}/parts/${encodeURIComponent(part.name)}`,
    part.contentType,
    part.name,
  );
}

function slideView(slide: Slide, number: number): Html {
  const media = [slide.image, slide.video, slide.text, slide.audio].filter(medium => medium !== undefined);
  const duration = slide.durationMs === undefined ? '' : `${slide.durationMs / 1000} s`;
  return html`<section>${media.map(({ part }) => partView(part, number))}<small>${duration}</small></section>`;
}

function composedView({ delivery, number }: ReceivedMessage): Html {
  const presentation = delivery?.presentation;
  if (presentation === undefined) return html``;
  const { slides } = presentation;
  const parts = slides.length > 0 ? [] : presentation.parts;
  return html`${slides.map(slide => slideView(slide, number))}${parts.map(part => partView(part, number))}`;
}

function fileView({ delivery, number }: ReceivedMessage): Html {
  if (delivery?.file === undefined) return html``;
  const { name, contentType = '' } = delivery.file;
  return mediumView(`/messages/${number}/file`, contentType, name);
}

function tuneView(tune: unknown, number: number): Html {
  if (typeof tune !== 'string') return html``;
  return html`<audio controls src="/messages/${number}/tune.wav"></audio><p class="text">${tune}</p>`;
}

/** What a telephone would show of a message, roughly. */
export function phoneView(received: ReceivedMessage): Html {
  const { message, number } = received;
  switch (message.kind) {
    case 'text':
      return paragraph(message.text);
    case 'picture-message':
      return html`${pictureOf(message)}${libraryView(message.library)}${paragraph(message.text)}`;
    case 'group-graphic':
    case 'operator-logo':
      return html`${pictureOf(message)}${libraryView(message.library)}`;
    case 'ringtone':
      return html`${tuneView(message.tune, number)}${libraryView(message.library)}`;
    case 'vcard':
      return html`<pre>${String(message.card)}</pre>`;
    case 'vcalendar':
      return html`<pre>${String(message.calendar)}</pre>`;
    case 'mms':
      return html`${composedView(received)}${libraryView(message.library)}`;
    case 'wap-push':
      return html`${paragraph(message.text)}${fileView(received)}${libraryView(message.library)}`;
    case 'service-indication':
      return html`<div class="prompt">${paragraph(message.text)}<p class="link">${message.href}</p><p class="keys"><span>Load</span><span>Later</span></p></div>`;
    case 'pdu':
      if (isEms(message)) return emsView(message);
      return html`${paragraph(message.text)}${[message.userDataHeader, message.userData].map(octets => (octets === undefined ? '' : octetsView(octets)))}`;
  }
}
