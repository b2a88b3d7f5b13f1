/** Marks the note that sounds. */
export const LOOK_SCRIPT = `
for (const tune of document.querySelectorAll('.tune')) {
  const audio = tune.querySelector('audio'), notes = [...tune.querySelectorAll('.note')];
  const spans = notes.map(el => [el, Number(el.dataset.begin), Number(el.dataset.end)]);
  const mark = () => {
    const ms = audio.currentTime * 1000;
    for (const [el, begin, end] of spans) el.classList.toggle('now', !audio.paused && ms >= begin && ms < end);
    if (!audio.paused) requestAnimationFrame(mark);
  };
  audio.addEventListener('play', mark);
  audio.addEventListener('pause', mark);
}
`;
