import { toHex } from '../../bytes/index.ts';
import { type Html, html, htmlPage } from '../../inspect/index.ts';
import type { Tune } from '../../ringtone/index.ts';
import type { LibraryFile } from '../deliver.ts';
import type { ReceivedMessage } from '../received-message.ts';
import type { Arrival } from './arrival.ts';
import { cardView, entryView } from './card-views.ts';
import { emsView } from './ems-view.ts';
import { LOOK_SCRIPT } from './look-script.ts';
import { LOOK_STYLE } from './look-style.ts';
import { indicationView, loadingView, notificationView, settingsView } from './push-views.ts';
import { idleScreen, keys, pixels } from './screen-views.ts';
import { screenClass } from './screens.ts';
import { staffView } from './staff-view.ts';

/** The page of a message as the telephone shows it that it was sent to. An MMS has the preview instead. */
export function phonePage({ number, message }: ReceivedMessage, arrival: Arrival): string {
  const { phoneMake, phoneModel } = message;
  const phone = [phoneMake, phoneModel].filter(word => word !== undefined).join(' ');
  return arrivalPage(arrival, {
    title: `Message ${number} on the phone`,
    caption: phone === '' ? 'Any phone' : phone,
    phoneMake,
    isServed: true,
    soundOf: (_, index) => `/messages/${number}/tune${index === 1 ? '' : index}.wav`,
    fileAddress: `/messages/${number}/file`,
  });
}

/** How a page shows what a telephone has. */
export interface ArrivalPage {
  readonly title: string;
  /** Stands above the telephone. */
  readonly caption: string;
  readonly phoneMake?: string | undefined;
  /** Sounds and files come from a server; else their addresses hold them. */
  readonly isServed: boolean;
  /** Where the sound of a tune is, the first having index 1. */
  readonly soundOf: (tune: Tune, index: number) => string;
  readonly fileAddress: string;
}

/** A page with what a telephone has of a message, on its screen. */
export function arrivalPage(arrival: Arrival, options: ArrivalPage): string {
  const { title, caption, phoneMake, isServed } = options;
  return htmlPage({
    title,
    style: LOOK_STYLE,
    script: LOOK_SCRIPT,
    isServed,
    media: !isServed,
    body: html`<main><figure class="handset"><figcaption class="soft">${caption}</figcaption>
${arrivalView(arrival, screenClass(phoneMake), options)}</figure></main>`,
  });
}

const PICTURE_LABEL = 'The picture';

function arrivalView(arrival: Arrival, screen: string, { soundOf, fileAddress }: ArrivalPage): Html {
  const lcd = (content: Html): Html => html`<div class="${screen}">${content}</div>`;
  const tunes = tuneViews(soundOf);
  switch (arrival.as) {
    case 'text':
      return html`<div class="bubble lines">${arrival.text}</div>`;
    case 'picture':
      return lcd(
        html`${pixels(arrival.bitmap, PICTURE_LABEL)}${lines(arrival.text)}${keys('Options', 'Back')}`,
      );
    case 'operator-logo':
      return html`${lcd(idleScreen(arrival.bitmap))}<p class="soft">shown on phones in network ${arrival.network}</p>`;
    case 'group-graphic':
      return lcd(
        html`${pixels(arrival.bitmap, PICTURE_LABEL)}<p class="calling">calling</p>${keys('Answer', 'Reject')}`,
      );
    case 'tune':
      return tunes(arrival.tune);
    case 'profile':
      return html`${lcd(html`${lines(arrival.name)}${arrival.screenSaver === undefined ? '' : pixels(arrival.screenSaver, 'The screen saver')}${keys('Save', 'Discard')}`)}${arrival.tune === undefined ? '' : tunes(arrival.tune)}`;
    case 'card':
      return html`${cardView(arrival.card)}${keys('Save', 'Discard')}`;
    case 'entry':
      return html`${entryView(arrival.entry)}${keys('Save', 'Discard')}`;
    case 'indication':
      return lcd(indicationView(arrival.indication));
    case 'loading':
      return lcd(loadingView(arrival.loading));
    case 'notification':
      return lcd(notificationView(arrival.notification));
    case 'settings':
      return lcd(settingsView(arrival.settings));
    case 'ems':
      return lcd(emsView(arrival.items, tunes));
    case 'file':
      return html`${lines(arrival.text)}${fileView(arrival.file, fileAddress)}`;
    case 'library':
      return html`<p class="soft">Number ${arrival.library} of the gateway's library; what it is stands there alone.</p>`;
    case 'waiting':
      return html`<p class="soft">Part of a long message; the phone waits for part ${arrival.missing.join(', ')}.</p>${arrival.text === undefined ? '' : html`<div class="bubble lines">${arrival.text}</div>`}`;
    case 'octets':
      return html`<p class="soft">${arrival.octets.length} octets${arrival.port === undefined ? '' : ` for port ${arrival.port}`} that no phone shows by itself.</p><code>${excerpt(arrival.octets)}</code>`;
    case 'unreadable':
      return html`<p class="refusal">${arrival.reason}</p>${lines(arrival.text)}`;
    case 'message':
      return html`<p class="soft">An MMS is shown by the preview.</p>`;
  }
}

function lines(text: string | undefined): Html {
  return text === undefined || text === '' ? html`` : html`<p class="lines">${text}</p>`;
}

/** Tunes on staves, each with its sound. */
function tuneViews(soundOf: ArrivalPage['soundOf']): (tune: Tune) => Html {
  let count = 0;
  return tune => {
    count += 1;
    return html`<section class="tune"><h2>${tune.title === '' ? 'Ringing tone' : tune.title}</h2>${staffView(tune)}
<audio controls preload="none" src="${soundOf(tune, count)}"></audio></section>`;
  };
}

function fileView({ name, contentType = '', data }: LibraryFile, address: string): Html {
  const [kind] = contentType.split('/');
  const shown =
    kind === 'image'
      ? html`<img src="${address}" alt="${name}">`
      : kind === 'audio'
        ? html`<audio controls preload="none" src="${address}"></audio>`
        : kind === 'video'
          ? html`<video controls preload="none" src="${address}"></video>`
          : html``;
  return html`${shown}<p class="soft">${name}, ${data.length} octets${contentType === '' ? '' : `, ${contentType}`}</p>`;
}

const EXCERPT = 64;

function excerpt(octets: Uint8Array): string {
  return `${toHex(octets.subarray(0, EXCERPT))}${octets.length > EXCERPT ? '…' : ''}`;
}
