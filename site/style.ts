/** Rules of the page beside those that all pages of the package share. */
export const SITE_STYLE = `
body { padding-bottom: 3rem }
.top { padding: 1.6rem max(clamp(.9rem, 4vw, 3rem), (100% - 82rem) / 2 + 3rem) 1.1rem; background: var(--surface); border-bottom: 1px solid var(--line) }
.top h1 { font-size: clamp(1.25rem, 4.5vw, 1.9rem); letter-spacing: -.02em }
.top p { margin: .35rem 0 0; max-width: 62ch; color: var(--soft) }
main { display: grid; gap: 1.1rem; max-width: 82rem; margin: 0 auto; padding: 1.1rem clamp(.9rem, 4vw, 3rem) }
main > * { min-width: 0 }
.panel { background: var(--surface); border: 1px solid var(--line); border-radius: .7rem; padding: 1rem; min-width: 0 }
.panel > h2 { margin-bottom: .7rem }
label { display: block; font-weight: 600; font-size: .9rem; margin-bottom: .35rem }
textarea { display: block; width: 100%; min-height: 7rem; padding: .7rem .8rem; resize: vertical; color: inherit; background: var(--ground); border: 1px solid var(--line); border-radius: .5rem; font: 13px/1.6 var(--mono); overflow-wrap: anywhere }
#sms-text { min-height: 4.5rem; font: 15px/1.5 var(--sans) }
.drop { outline: 3px dashed var(--accent); outline-offset: 3px }
.row { display: flex; flex-wrap: wrap; gap: .6rem; align-items: center; margin-top: .7rem }
button, select, .file { min-height: 2.5rem; padding: .35rem .9rem; color: inherit; background: var(--ground); border: 1px solid var(--line); border-radius: .5rem; font: inherit; cursor: pointer; margin: 0 }
select { max-width: 100% }
.file { display: inline-flex; align-items: center; font-weight: 400; font-size: 1rem }
.file:focus-within { outline: 2px solid var(--accent); outline-offset: 2px }
.file input { position: absolute; width: 1px; height: 1px; opacity: 0 }
.row label { margin: 0; font-weight: 400; color: var(--soft) }
button:hover, select:hover, .file:hover { border-color: var(--accent) }
.examples { display: flex; gap: .4rem; margin-top: .8rem; padding: .15rem; overflow-x: auto; scrollbar-width: thin }
.examples button { flex: none; min-height: 2.2rem; padding: .2rem .8rem; border-radius: 2rem; font-size: .9rem; color: var(--accent) }
.verdict { display: flex; flex-wrap: wrap; gap: .3rem 1rem; align-items: baseline }
.verdict h2 { font-size: 1.25rem; color: inherit; text-transform: none; letter-spacing: -.01em }
.verdict button { margin-left: auto }
.answer { display: grid; gap: 1.1rem; min-width: 0 } .answer:empty { display: none }
.answer > * { min-width: 0 }
.note { margin: 0; max-width: 70ch }
.findings { list-style: none; margin: 0; padding: 0; display: grid; gap: .4rem }
.findings li { padding: .5rem .75rem; border-radius: .4rem; background: var(--stripe); overflow-wrap: anywhere }
.findings .error { color: var(--bad); background: var(--bad-ground) } .findings .warning { color: var(--warn); background: var(--warn-ground) }
.findings code { font: .8em var(--mono) } .findings .hint { display: block; font-size: .9em }
.fine, .verdict + .findings { margin: .6rem 0 0 } .note + .findings { margin-top: .6rem }
.fine { color: var(--good) }
iframe { display: block; width: 100%; border: 0; border-radius: .4rem; background: var(--ground); color-scheme: light dark }
.counter { display: grid; grid-template-columns: repeat(auto-fit, minmax(6.5rem, 1fr)); gap: .6rem; margin: .9rem 0 0 }
.counter div { padding: .55rem .75rem; border-radius: .5rem; background: var(--stripe) }
.counter dt { color: var(--soft); font-size: .8rem } .counter dd { margin: 0; font-size: 1.4rem; font-weight: 600; font-variant-numeric: tabular-nums }
.forced { margin: .8rem 0 0; overflow-wrap: anywhere } .forced:empty { display: none }
.forced mark { padding: .1rem .35rem; border-radius: .3rem; background: var(--warn-ground); color: var(--warn); font-weight: 600 }
.segments { display: flex; gap: 3px; height: .6rem; margin-top: .8rem } .segments span { flex: 1; border-radius: 2px; background: linear-gradient(to right, var(--accent) var(--full), var(--line) var(--full)) }
footer { padding: 0 clamp(.9rem, 4vw, 3rem); max-width: 82rem; margin: 0 auto; color: var(--soft); font-size: .9rem }
@media (min-width: 62rem) { main { grid-template-columns: minmax(0, 3fr) minmax(0, 2fr); align-items: start } .examples { flex-wrap: wrap } .answer { grid-row: 2; grid-column: 1 / -1 } .counting { grid-column: 2 } .pair { display: grid; grid-template-columns: minmax(20rem, 26rem) minmax(0, 1fr); gap: 1.1rem; align-items: start } }
.pair { display: grid; gap: 1.1rem } .pair > * { min-width: 0 }
@media (min-width: 62rem) { .pair.with-handset { grid-template-columns: minmax(20rem, 26rem) minmax(0, 1fr) } .pair:not(.with-handset) { grid-template-columns: minmax(0, 1fr) } }
`;
