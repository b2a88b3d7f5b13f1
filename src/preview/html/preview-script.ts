/**
 * Puts the slides of each phone into one place and plays them: buttons, slider and arrow keys move the time. The page
 * says all it has to say without it.
 */
export const PREVIEW_SCRIPT = `
const all = selector => [...document.querySelectorAll(selector)];
const slides = all('.slide'), timed = all('.timed'), range = document.querySelector('.controls input');
const span = el => ({ el, begin: Number(el.dataset.begin), end: Number(el.dataset.end) });
const spans = [...slides, ...timed].map(span);
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
  if (event.target.closest('input, .text, audio, video') || event.altKey || event.ctrlKey || event.metaKey) return;
  const action = { ArrowLeft: actions.previous, ArrowRight: actions.next }[event.key];
  if (action) { event.preventDefault(); action() }
});
document.documentElement.classList.add('js');
show(0);
`;
