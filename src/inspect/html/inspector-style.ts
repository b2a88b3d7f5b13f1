/** Rules of the inspector beside those of all pages. */
export const INSPECTOR_STYLE = `
.top { padding: 1.25rem clamp(.75rem, 3vw, 2rem) 1rem; border-bottom: 1px solid var(--line); background: var(--surface) }
.top p { margin: .25rem 0 0 }
.counts { display: flex; flex-wrap: wrap; gap: .4rem; margin-top: .6rem; padding: 0; list-style: none }
.counts li { padding: .05rem .6rem; border: 1px solid var(--line); border-radius: 1rem; font-size: .8rem; color: var(--soft) }
.counts .error { color: var(--bad); background: var(--bad-ground); border-color: transparent }
.counts .warning { color: var(--warn); background: var(--warn-ground); border-color: transparent }
.panes { display: grid; gap: var(--gap); padding: var(--gap) clamp(.75rem, 3vw, 2rem); align-items: start; max-width: 100rem }
.panes + .panes { border-top: 1px solid var(--line) }
.panes > h2 { grid-column: 1 / -1 }
.octets, .fields { min-width: 0; background: var(--surface); border: 1px solid var(--line); border-radius: var(--radius) }
.octets { position: sticky; top: 0; z-index: 1; max-height: 36vh; overflow: auto; padding: .5rem .6rem; font: 12px/1.65 var(--mono) }
.row { display: grid; grid-template-columns: max-content 25ch max-content }
.row .half + .half { grid-column: 2 }
.at { color: var(--soft); font: 12px/1.65 var(--mono); font-variant-numeric: tabular-nums }
.row .at { flex: none; margin-right: 1ch }
.half { width: 25ch; white-space: nowrap }
.half > span { margin-right: .4ch; padding: 1px .3ch; border-radius: 3px; word-spacing: -.05ch; box-shadow: inset 0 -1px var(--line) }
.chars { grid-area: 1 / 3 / 3; width: calc(9ch + 2px); padding-left: 1ch; border-left: 1px solid var(--line); color: var(--soft); white-space: pre-wrap; word-break: break-all }
.gap { padding: .15rem 0 .15rem 5ch; color: var(--soft); font-style: italic }
[data-f] { cursor: default; transition: background-color .08s }
[data-f].lit { background: var(--glow); color: var(--glow-ink); box-shadow: none }
.fields { padding: .4rem; }
.tree, .tree ul { list-style: none; margin: 0; padding: 0 }
.tree ul { margin-left: .55rem; padding-left: .55rem; border-left: 1px solid var(--line) }
.field { display: grid; grid-template-columns: 4.5ch minmax(0, 1fr) auto; gap: 0 .6rem; align-items: baseline; padding: .12rem .4rem; border-radius: 4px; color: inherit; text-decoration: none; cursor: pointer; font-size: 14px; scroll-margin: 42vh 0 2rem }
.field b { font-weight: 450 }
summary.field b { font-weight: 600 }
.tree > li > details > summary b { font-size: 1.05em }
.said { overflow-wrap: anywhere }
.value { font-family: var(--mono); font-size: .85em; color: var(--accent) }
.bits { font: 11px/1.4 var(--mono); color: var(--soft); white-space: nowrap }
.clause { font-size: .72rem; color: var(--soft); text-align: right; display: none }
.field.lit .clause { display: block; grid-column: 2; text-align: left }
summary.field { list-style: none }
summary.field::-webkit-details-marker { display: none }
summary.field .said::before { content: "\\25b8"; display: inline-block; width: 1.1em; color: var(--soft); font-size: .75em }
details[open] > summary .said::before { content: "\\25be" }
.field:hover, .field.lit { background: var(--stripe) }
.field.lit { background: var(--glow); color: var(--glow-ink) }
.field.lit :is(.at, .value, .clause, .bits, .said::before) { color: inherit }
.field:target { outline: 2px solid var(--accent) }
.half > span:target { background: var(--glow); color: var(--glow-ink) }
.tree .note { margin: .2rem 0 .2rem 5.2ch }
.picture { width: max-content; max-width: 100%; margin: .3rem 0 .4rem 5.2ch; padding: 6px; background: #b9c9a0; border-radius: 4px }
.picture svg { display: block; max-width: 100%; height: auto; shape-rendering: crispEdges; fill: #1d2417 }
@media (min-width: 62rem) {
  .panes { grid-template-columns: minmax(0, 1fr) max-content }
  .octets { order: 2; top: var(--gap); max-height: calc(100vh - 2 * var(--gap)) }
  .row { grid-template-columns: max-content 25ch 25ch 18ch }
  .row .half + .half { grid-column: auto }
  .row .chars { grid-area: auto / 4; width: auto; white-space: pre }
  .clause, .field.lit .clause { display: block; grid-column: 3; text-align: right }
  .field { scroll-margin: 4rem 0 }
}
@media (prefers-reduced-motion: reduce) { [data-f] { transition: none } }
@media print { .octets { position: static; max-height: none } }
`;
