import { type Html, html } from '../../inspect/index.ts';
import {
  eventDurationMs,
  type Tone,
  type Tune,
  type TuneEvent,
  tuneDurationMs,
} from '../../ringtone/index.ts';
import { countOf } from '../../text/index.ts';
import { CLEF, flags, head, REST_SYMBOLS, SHARP } from './staff-symbols.ts';

/** Space between two lines; a step is half of it. The top line, F of octave 5, is at 0. */
const GAP = 8;
const STEP = GAP / 2;
const BOTTOM = 4 * GAP;
const SYSTEM_WIDTH = 400;
const SYSTEM_HEIGHT = 84;
const FIRST_NOTE = 34;
const STEM = 26;

/** More cannot be read on a page. */
const MAX_EVENTS = 300;

const LETTERS = 'cdefgab';
/** Steps from C0 to the E of octave 4 on the bottom line. */
const BOTTOM_LINE_STEP = 4 * LETTERS.length + LETTERS.indexOf('e');

/** A tune as notes on a staff; high ones are written octaves lower, as the sign over the clef says. */
export function staffView(tune: Tune): Html {
  const events = tune.events.slice(0, MAX_EVENTS);
  const octaves = octavesDown(events);
  const systems = inSystems(timed(events));
  const left = tune.events.length - events.length;
  return html`<div class="staff">
<p class="tempo">${tempoOf(tune)}</p>
${systems.map((system, index) => systemView(system, octaves, { index, count: systems.length, loops: tune.loop > 0 && left === 0 }))}
${left > 0 ? html`<p class="soft">and ${left} more notes</p>` : ''}</div>`;
}

function tempoOf(tune: Tune): string {
  const bpm = [...new Set(tune.events.map(event => event.bpm))];
  const seconds = (tuneDurationMs(tune) / 1000).toFixed(1);
  const times = tune.loop === 0 ? '' : tune.loop === 15 ? ', without end' : `, ${tune.loop + 1} times`;
  return `♩ = ${bpm.length > 2 ? `${Math.min(...bpm)} to ${Math.max(...bpm)}` : bpm.join(', ')} · ${countOf(tune.events.length, 'note')} · ${seconds} s${times}`;
}

interface TimedEvent {
  readonly event: TuneEvent;
  readonly beginMs: number;
}

function timed(events: readonly TuneEvent[]): TimedEvent[] {
  let at = 0;
  return events.map(event => {
    const beginMs = at;
    at += eventDurationMs(event);
    return { event, beginMs };
  });
}

function widthOf(event: TuneEvent): number {
  const sharp = event.note.endsWith('#') ? 8 : 0;
  const room = { 1: 36, 2: 28, 4: 22, 8: 18, 16: 16, 32: 16 }[event.duration];
  return room + sharp + (event.modifier === 'none' ? 0 : 5);
}

/** The events line by line. */
function inSystems(events: readonly TimedEvent[]): TimedEvent[][] {
  const systems: TimedEvent[][] = [[]];
  let x = FIRST_NOTE;
  for (const one of events) {
    const width = widthOf(one.event);
    if (x + width > SYSTEM_WIDTH - 8) {
      systems.push([]);
      x = FIRST_NOTE;
    }
    systems.at(-1)?.push(one);
    x += width;
  }
  return systems;
}

function isTone(event: TuneEvent): event is Tone {
  return event.note !== 'p';
}

function stepOf({ octave, note }: Tone): number {
  return octave * LETTERS.length + LETTERS.indexOf(note.charAt(0)) - BOTTOM_LINE_STEP;
}

/** How many octaves lower the notes are written, so that most stand on the lines. */
function octavesDown(events: readonly TuneEvent[]): number {
  const steps = events.filter(isTone).map(stepOf);
  if (steps.length === 0) return 0;
  const mean = steps.reduce((sum, step) => sum + step, 0) / steps.length;
  return Math.max(0, Math.min(3, Math.round((mean - 5) / LETTERS.length)));
}

const OCTAVE_SIGNS = ['', '8va', '15ma', '22ma'] as const;

interface Place {
  readonly index: number;
  readonly count: number;
  readonly loops: boolean;
}

function systemView(system: readonly TimedEvent[], octaves: number, { index, count, loops }: Place): Html {
  let x = FIRST_NOTE;
  const drawn = system.map(one => {
    const at = x;
    x += widthOf(one.event);
    return eventView(one, at, octaves);
  });
  const isLast = index === count - 1;
  const end = isLast ? Math.min(SYSTEM_WIDTH - 2, x + 8) : SYSTEM_WIDTH - 2;
  const lines = [0, 1, 2, 3, 4].map(line => `M0 ${line * GAP}H${end}`).join('');
  const sign = OCTAVE_SIGNS[octaves] ?? '';
  return html`<svg viewBox="-2 -28 ${SYSTEM_WIDTH + 2} ${SYSTEM_HEIGHT}" role="img" aria-label="Line ${index + 1} of ${count}: ${system.map(({ event }) => nameOf(event)).join(' ')}">
<path class="line" d="${lines}"/>${CLEF}${index === 0 && sign !== '' ? html`<text x="4" y="-18">${sign}</text>` : ''}${drawn}${isLast ? lastBar(end, loops) : ''}</svg>`;
}

function lastBar(x: number, loops: boolean): Html {
  const dots = loops
    ? html`<circle cx="${x - 9}" cy="12" r="1.5"/><circle cx="${x - 9}" cy="20" r="1.5"/>`
    : '';
  return html`<path class="line" d="M${x - 5} 0V${BOTTOM}"/><path d="M${x - 2} 0h2v${BOTTOM}h-2z"/>${dots}`;
}

function nameOf(event: TuneEvent): string {
  return isTone(event) ? `${event.note}${event.octave}` : 'rest';
}

function eventView({ event, beginMs }: TimedEvent, x: number, octaves: number): Html {
  const endMs = beginMs + eventDurationMs(event);
  const body = isTone(event)
    ? toneView(event, x, octaves)
    : html`<g transform="translate(${x} 0)">${REST_SYMBOLS[event.duration]}</g>`;
  return html`<g class="note" data-begin="${Math.round(beginMs)}" data-end="${Math.round(endMs)}">${body}${dotsOf(event, x, octaves)}${event.modifier === 'two-thirds' ? html`<text x="${x}" y="-8">3</text>` : ''}</g>`;
}

function heightOf(event: TuneEvent, octaves: number): number {
  return isTone(event) ? BOTTOM - (stepOf(event) - octaves * LETTERS.length) * STEP : 2 * GAP;
}

function toneView(event: Tone, x: number, octaves: number): Html {
  const y = heightOf(event, octaves);
  const sharp = event.note.endsWith('#');
  const at = sharp ? x + 8 : x;
  const isUp = y >= 2 * GAP;
  const stemX = isUp ? at + 4.3 : at - 4.3;
  const stemEnd = isUp ? y - STEM : y + STEM;
  const stem =
    event.duration === 1
      ? ''
      : html`<path class="stem" d="M${stemX} ${y}V${stemEnd}"/>${flags(event.duration, stemX, stemEnd, isUp)}`;
  return html`<path class="line" d="${ledgerLines(at, y)}"/>${sharp ? html`<g transform="translate(${x - 3} ${y})">${SHARP}</g>` : ''}${head(event.duration, at, y)}${stem}`;
}

/** The short lines of a note above or below the staff. */
function ledgerLines(x: number, y: number): string {
  const lines: string[] = [];
  for (let at = -GAP; at >= y; at -= GAP) lines.push(`M${x - 8} ${at}h16`);
  for (let at = BOTTOM + GAP; at <= y; at += GAP) lines.push(`M${x - 8} ${at}h16`);
  return lines.join('');
}

const DOTS = { none: 0, dotted: 1, 'double-dotted': 2, 'two-thirds': 0 } as const;

function dotsOf(event: TuneEvent, x: number, octaves: number): Html {
  const y = heightOf(event, octaves);
  const isOnLine = y % GAP === 0;
  const from = x + (event.note.endsWith('#') ? 8 : 0) + 9;
  const dots = Array.from({ length: DOTS[event.modifier] }, (_, dot) => from + dot * 4);
  return html`${dots.map(at => html`<circle cx="${at}" cy="${isOnLine ? y - STEP : y}" r="1.5"/>`)}`;
}
