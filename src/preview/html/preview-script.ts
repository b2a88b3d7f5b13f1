import { INSPECTOR_SCRIPT } from '../../inspect/index.ts';

/** Draws the octets from the copies of the media in the page when they are first looked at, as the inspector does. */
const OCTETS_SCRIPT = `
const decode = text => Uint8Array.from(atob(text), c => c.charCodeAt(0));
const piece = word => {
  const id = word.slice(1);
  if (word[0] === '=') return new TextEncoder().encode(document.querySelector('[data-text="' + id + '"]').textContent);
  if (word[0] !== '#') return decode(word);
  const el = document.getElementById(id + '-octets') ?? document.getElementById(id);
  return decode((el.getAttribute('href') ?? el.getAttribute('src')).split(',')[1]);
};
const octetsOf = pane => {
  const pieces = pane.dataset.pieces.trim().split(/ +/).map(piece);
  const bytes = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const one of pieces) { bytes.set(one, at); at += one.length }
  return bytes;
};
const ROW = 16, MAX_ROWS = 40, FIRST_ROWS = 12;
const hex = (value, digits) => value.toString(16).padStart(digits, '0');
const span = (text, fields, id) => {
  const el = document.createElement('span');
  el.textContent = text;
  if (fields !== undefined) el.dataset.f = fields;
  if (id !== undefined) el.id = 'o' + id;
  return el;
};
const drawRow = (bytes, at, fieldsAt, anchored) => {
  const row = document.createElement('div'), halves = [document.createElement('span'), document.createElement('span')], chars = document.createElement('span');
  row.className = 'row'; chars.className = 'chars';
  const place = span(hex(at, 4)); place.className = 'at';
  for (const half of halves) half.className = 'half';
  const end = Math.min(at + ROW, bytes.length);
  for (let start = at; start < end;) {
    const fields = fieldsAt(start);
    let stop = start + 1;
    while (stop < end && stop % 8 !== 0 && fieldsAt(stop) === fields) stop++;
    const run = [...bytes.subarray(start, stop)], first = fields.split(' ').find(n => !anchored.has(n));
    if (first !== undefined) anchored.add(first);
    halves[start % ROW < 8 ? 0 : 1].append(span(run.map(octet => hex(octet, 2)).join(' '), fields, first));
    chars.append(span(run.map(octet => (octet > 32 && octet < 127 ? String.fromCharCode(octet) : '\\u00b7')).join(''), fields));
    start = stop;
  }
  row.append(place, ...halves, chars);
  return row;
};
const draw = pane => {
  const bytes = octetsOf(pane), target = pane.querySelector('.octets');
  const leaves = [...pane.querySelectorAll('a.field')].map(el => {
    const at = Number.parseInt(el.firstElementChild.textContent, 16);
    return { n: el.id.slice(1), at, end: at + Number(el.dataset.length) };
  });
  let next = 0;
  const fieldsAt = octet => {
    while (next > 0 && leaves[next - 1].end > octet) next--;
    while (next < leaves.length && leaves[next].end <= octet) next++;
    const found = [];
    for (let i = next; i < leaves.length && leaves[i].at <= octet; i++) if (leaves[i].end > octet) found.push(leaves[i].n);
    return found.join(' ');
  };
  const anchored = new Set();
  const gaps = leaves.filter(({ at, end }) => end - at > MAX_ROWS * ROW).map(({ at, end }) => [Math.ceil(at / ROW) * ROW + FIRST_ROWS * ROW, Math.floor(end / ROW) * ROW - ROW]);
  for (let at = 0; at < bytes.length; at += ROW) {
    const gap = gaps.find(([start]) => start === at);
    if (!gap) { target.append(drawRow(bytes, at, fieldsAt, anchored)); continue }
    const el = span('\\u2026 ' + (gap[1] - gap[0]) + ' octets of this field');
    el.className = 'gap';
    target.append(el);
    at = gap[1] - ROW;
  }
};
const pane = document.querySelector('[data-pieces]');
pane?.closest('details').addEventListener('toggle', () => {
  draw(pane);
  ${INSPECTOR_SCRIPT}
}, { once: true });
`;

/**
 * Puts the slides of each phone into one place and plays them: buttons, slider and arrow keys move the time. The page
 * says all it has to say without it.
 */
export const PREVIEW_SCRIPT = `
const all = selector => [...document.querySelectorAll(selector)];
const slides = all('.slide'), timed = all('.timed'), range = document.querySelector('.controls input');
const spans = [...slides, ...timed].map(el => ({ el, begin: Number(el.dataset.begin), end: Number(el.dataset.end) }));
const total = Math.max(0, ...slides.map(el => Number(el.dataset.end)));
const starts = [...new Set(slides.map(el => Number(el.dataset.begin)))].sort((a, b) => a - b);
const out = document.querySelector('output'), head = document.querySelector('.head'), button = document.querySelector('[data-do=play]');
let now = 0, playing = false, last = 0;
const heard = () => [...new Set(all('.slide.now .sound').map(el => document.getElementById(el.dataset.sound)))];
let synthesiser = null;
const tune = notes => {
  synthesiser?.close();
  synthesiser = new AudioContext();
  const tone = synthesiser.createOscillator(), volume = synthesiser.createGain();
  tone.type = 'square';
  tone.connect(volume).connect(synthesiser.destination);
  let at = synthesiser.currentTime + .05;
  for (const [hertz, ms] of notes.split(' ').map(note => note.split(':').map(Number))) {
    if (hertz) tone.frequency.setValueAtTime(hertz, at);
    volume.gain.setValueAtTime(hertz ? .06 : 0, at);
    at += ms / 1000;
    if (hertz) volume.gain.setValueAtTime(0, at - Math.min(.02, ms / 2000));
  }
  tone.start();
  tone.stop(at);
};
const sound = () => {
  for (const el of heard()) {
    if (el?.dataset.notes) tune(el.dataset.notes);
    else if (el?.play) { el.currentTime = 0; el.play().catch(() => {}) }
  }
};
const show = ms => {
  now = Math.min(Math.max(0, ms), Math.max(0, total - 1));
  for (const { el, begin, end } of spans) el.classList.toggle('now', now >= begin && now < end);
  document.documentElement.dataset.now = String(Math.round(now));
  if (!range) return;
  range.value = String(now);
  out.textContent = (now / 1000).toFixed(1) + ' s';
  head.setAttribute('transform', 'translate(' + (now / total) * 1000 + ' 0)');
};
const stop = () => { playing = false; if (button) { button.textContent = '\\u25b6'; button.setAttribute('aria-label', 'Play') } for (const el of all('audio')) el.pause(); synthesiser?.close(); synthesiser = null };
const tick = at => {
  if (!playing) return;
  const before = slides.filter(el => el.classList.contains('now'));
  show(now + at - last);
  last = at;
  if (slides.some(el => el.classList.contains('now') && !before.includes(el))) sound()
  if (now >= total - 1) return stop();
  requestAnimationFrame(tick);
};
const play = () => {
  if (now >= total - 1) show(0);
  playing = true; last = performance.now();
  button.textContent = '\\u275a\\u275a'; button.setAttribute('aria-label', 'Pause');
  sound();
  requestAnimationFrame(at => { last = at; tick(at) });
};
const step = by => {
  stop();
  const index = starts.findLastIndex(begin => begin <= now);
  show(starts[Math.min(Math.max(0, index + by), starts.length - 1)] ?? 0);
};
const actions = { play: () => (playing ? stop() : play()), previous: () => step(-1), next: () => step(1) };
document.addEventListener('click', event => actions[event.target.closest('[data-do]')?.dataset.do]?.());
range?.addEventListener('input', () => { stop(); show(Number(range.value)) });
document.addEventListener('keydown', event => {
  if (event.target.closest('input, .text, audio, video, .field') || event.altKey || event.ctrlKey || event.metaKey) return;
  const action = { ArrowLeft: actions.previous, ArrowRight: actions.next }[event.key];
  if (action) { event.preventDefault(); action() }
});
document.documentElement.classList.add('js');
show(0);
${OCTETS_SCRIPT}
`;
