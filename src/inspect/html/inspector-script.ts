/**
 * Lights up the octets of the field under the pointer or with the focus, and the other way round; arrow keys walk the
 * tree. The page says all it has to say without it.
 */
export const INSPECTOR_SCRIPT = `
const places = [...document.querySelectorAll('[data-f]')].map(el => ({ el, fields: el.dataset.f.split(' ').map(Number) }));
const fields = [...document.querySelectorAll('.field')];
const numberOf = el => Number(el.id.slice(1));
const byNumber = new Map(fields.map(el => [numberOf(el), el]));
let lit = [];
const light = elements => {
  for (const el of lit) el.classList.remove('lit');
  lit = elements;
  for (const el of lit) el.classList.add('lit');
};
const reveal = el => {
  const pane = el?.closest('.octets');
  if (!pane) return;
  const place = el.getBoundingClientRect(), frame = pane.getBoundingClientRect();
  if (place.top < frame.top || place.bottom > frame.bottom) pane.scrollTop += place.top - frame.top - frame.height / 3;
};
const lightField = (field, isMoving) => {
  const first = numberOf(field), last = Number(field.dataset.last ?? first);
  const its = places.filter(({ fields }) => fields.some(n => n >= first && n <= last)).map(({ el }) => el);
  light([field, ...its]);
  if (isMoving) reveal(its[0]);
};
const shown = el => {
  let found = el;
  for (let up = el.closest('details:not([open])'); up; up = up.parentElement.closest('details:not([open])'))
    if (up.firstElementChild !== el) found = up.firstElementChild;
  return found;
};
const lightPlace = place => {
  const numbers = place.dataset.f.split(' ').map(Number);
  const same = places.filter(({ fields }) => fields.some(n => numbers.includes(n))).map(({ el }) => el);
  const its = numbers.map(n => byNumber.get(n)).filter(Boolean).map(shown);
  light([...same, ...its]);
  return its[0];
};
const over = event => {
  const field = event.target.closest('.field'), place = event.target.closest('[data-f]');
  if (field) lightField(field, event.type === 'focusin');
  else if (place) lightPlace(place);
};
document.addEventListener('pointerover', over);
document.addEventListener('focusin', over);
document.addEventListener('click', event => {
  const leaf = event.target.closest('a.field'), place = event.target.closest('[data-f]');
  if (leaf) { event.preventDefault(); move(leaf); }
  if (place) move(lightPlace(place));
});
const visible = () => fields.filter(el => el.checkVisibility());
const move = el => {
  if (!el) return;
  for (const other of fields) other.tabIndex = other === el ? 0 : -1;
  el.focus({ preventScroll: true });
  el.scrollIntoView({ block: 'nearest' });
};
document.addEventListener('keydown', event => {
  const at = event.target.closest('.field');
  if (!at || event.altKey || event.ctrlKey || event.metaKey) return;
  const all = visible(), i = all.indexOf(at), folder = at.matches('summary') ? at.parentElement : null;
  const parent = at.closest('ul').closest('details')?.firstElementChild;
  const keys = {
    ArrowDown: () => move(all[i + 1]),
    ArrowUp: () => move(all[i - 1]),
    Home: () => move(all[0]),
    End: () => move(all.at(-1)),
    ArrowRight: () => folder && (folder.open ? move(all[i + 1]) : (folder.open = true)),
    ArrowLeft: () => (folder?.open ? (folder.open = false) : move(parent)),
  };
  if (!keys[event.key]) return;
  event.preventDefault();
  keys[event.key]();
});
for (const el of fields.slice(1)) el.tabIndex = -1;
`;
