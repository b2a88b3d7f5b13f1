import { toHex } from '../../bytes/index.ts';
import { type Html, html, htmlPage } from '../../inspect/index.ts';
import type { Tune } from '../../ringtone/index.ts';
import type { LibraryFile } from '../deliver.ts';
import type { ReceivedMessage } from '../gateway.ts';
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
export function phonePage(received: ReceivedMessage, arrival: Arrival): string {
  const { phoneMake, phoneModel } = received.message;
  const phone = [phoneMake, phoneModel].filter(word => word !== undefined).join(' ');
  return htmlPage({
    title: `Message ${received.number} on the phone`,
    style: LOOK_STYLE,
    script: LOOK_SCRIPT,
    isServed: true,
    body: html`<main><figure class="handset"><figcaption class="soft">${phone === '' ? 'Any phone' : phone}</figcaption>
${arrivalView(arrival, { screen: screenClass(phoneMake), number: received.number })}</figure></main>`,
  });
}

interface Where {
  /** Class of the screen. */
  readonly screen: string;
  /** Of the message. */
  readonly number: number;
}

const PICTURE_LABEL = 'The picture';

function arrivalView(arrival: Arrival, { screen, number }: Where): Html {
  const lcd = (content: Html): Html => html`<div class="${screen}">${content}</div>`;
  const tunes = tuneViews(number);
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
      return html`${lines(arrival.text)}${fileView(arrival.file, number)}`;
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

/** Tunes on staves, each with its sound: the first is `tune.wav`, then `tune2.wav`. */
function tuneViews(number: number): (tune: Tune) => Html {
  let count = 0;
  return tune => {
    count += 1;
    const file = `tune${count === 1 ? '' : count}.wav`;
    return html`<section class="tune"><h2>${tune.title === '' ? 'Ringing tone' : tune.title}</h2>${staffView(tune)}
<audio controls preload="none" src="/messages/${number}/${file}"></audio></section>`;
  };
}

function fileView({ name, contentType = '', data }: LibraryFile, number: number): Html {
  const address = `/messages/${number}/file`;
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
