/** Colours, type and spaces that all pages of this package share: light and dark by the reader's preference. */
export const PAGE_STYLE = `
:root {
  color-scheme: light dark;
  --ground: #faf9f7; --surface: #fff; --ink: #22211f; --soft: #67635c; --line: #e4e0d9;
  --accent: #0b5c6b; --glow: #fbe3a1; --glow-ink: #22211f; --stripe: #f1eee9;
  --good: #2b6a33; --warn: #85520a; --bad: #a8231c; --warn-ground: #fbf1dd; --bad-ground: #fbe9e7;
  --sans: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
  --mono: ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace;
  --gap: 1rem; --radius: .5rem;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #171614; --surface: #201e1b; --ink: #ece8e1; --soft: #a39d93; --line: #37332e;
    --accent: #6cc4d4; --glow: #6a5312; --glow-ink: #fff7df; --stripe: #2a2723;
    --good: #86c98d; --warn: #e3ae5b; --bad: #f0938c; --warn-ground: #33280f; --bad-ground: #3a1d1a;
  }
}
*, *::before, *::after { box-sizing: border-box }
html { -webkit-text-size-adjust: 100% }
body { margin: 0; background: var(--ground); color: var(--ink); font: 15px/1.5 var(--sans) }
h1, h2 { font-weight: 600; line-height: 1.25; margin: 0; overflow-wrap: anywhere }
h1 { font-size: 1.35rem; letter-spacing: -.01em }
h2 { font-size: .8rem; color: var(--soft); text-transform: uppercase; letter-spacing: .06em }
a { color: var(--accent) }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 3px }
.soft { color: var(--soft) }
.note { margin: .3rem 0; padding: .35rem .7rem; border-radius: 4px; font: .85rem/1.5 var(--sans); overflow-wrap: anywhere }
.note.error { color: var(--bad); background: var(--bad-ground) } .note.warning { color: var(--warn); background: var(--warn-ground) } .note.info { color: var(--soft) }
.note .soft { color: inherit } .note .code { font: .8em var(--mono); white-space: nowrap } .note code { font: .9em var(--mono) }
`;
