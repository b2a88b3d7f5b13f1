/**
 * Brings in what has come, what is searched for and what is opened without loading the page again: it fetches the page
 * and takes over the parts that differ. Without script, links and the form do the same.
 */
export const INBOX_SCRIPT = `
const form = document.querySelector('.search'), live = document.getElementById('live'), clear = document.getElementById('clear');
const PARTS = ['list', 'count', 'detail'];
let latest = 0;
const due = new Set(); // parts that a request which was overtaken left as they were
const bring = async (address, parts) => {
  const mine = ++latest;
  for (const id of parts) due.add(id);
  const response = await fetch(address).catch(() => undefined);
  if (!response?.ok || mine !== latest) return;
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  if (mine !== latest) return;
  const focused = document.activeElement?.closest?.('#list a')?.querySelector('.soft')?.textContent;
  for (const id of due) {
    const from = page.getElementById(id), to = document.getElementById(id);
    if (id === 'count') { to.firstChild.data = from.firstChild.data; document.title = page.title; continue }
    if (from.innerHTML === to.innerHTML) continue;
    to.replaceChildren(...from.childNodes);
  }
  due.clear();
  if (focused) [...document.querySelectorAll('#list a')].find(a => a.querySelector('.soft')?.textContent === focused)?.focus({ preventScroll: true });
  document.querySelector('.inbox').className = page.querySelector('.inbox').className;
  clear.hidden = !document.querySelector('.rows') && !form.q.value && !form.kind.value && !form.to.value;
};
const go = (address, parts = PARTS) => { history.pushState(null, '', address); return bring(address, parts) };
const here = () => location.pathname + location.search;
document.addEventListener('click', event => {
  const link = event.target.closest('#list a, #detail nav a, #detail .back');
  if (!link || link.target || link.hasAttribute('download') || link.pathname !== '/' || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  void go(link.href);
});
addEventListener('popstate', () => bring(here(), PARTS));
let typing;
const search = () => {
  const query = new URLSearchParams([...new FormData(form)].filter(([, value]) => value !== ''));
  for (const key of ['open', 'look']) { const value = new URLSearchParams(location.search).get(key); if (value) query.set(key, value) }
  const address = '/?' + query;
  history.replaceState(null, '', address);
  return bring(address, ['list', 'count']);
};
form.addEventListener('input', () => { clearTimeout(typing); typing = setTimeout(search, 120) });
form.addEventListener('submit', event => { event.preventDefault(); void search() });
clear.hidden = !document.querySelector('.rows');
clear.addEventListener('click', async () => {
  if (clear.dataset.sure !== 'yes') {
    clear.dataset.sure = 'yes';
    clear.textContent = 'Clear all?';
    return setTimeout(() => { delete clear.dataset.sure; clear.textContent = 'Clear' }, 4000);
  }
  await fetch('/messages', { method: 'DELETE' });
  await go('/');
});
const events = new EventSource('/events');
let coming;
const come = () => { clearTimeout(coming); coming = setTimeout(() => bring(here(), ['list', 'count']), 60) };
// the first one too: a message may have come after the page was made
events.onmessage = () => { live.textContent = ', live'; come() };
events.onerror = () => { live.textContent = ', the sandbox does not answer' };
document.addEventListener('keydown', event => {
  const rows = [...document.querySelectorAll('#list a')], at = rows.indexOf(document.activeElement);
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step || at < 0) return;
  event.preventDefault();
  rows[at + step]?.focus();
});
`;
