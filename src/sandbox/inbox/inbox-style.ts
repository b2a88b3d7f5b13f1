/** Rules of the inbox beside those of all pages. */
export const INBOX_STYLE = `
.inbox { display: grid; grid-template-rows: auto auto minmax(0, 1fr); min-height: 100vh }
.top { display: flex; flex-wrap: wrap; gap: .2rem .9rem; align-items: baseline; padding: .9rem clamp(.75rem, 2vw, 1.5rem) .3rem }
.top p { margin: 0 } .actions { display: flex; gap: .9rem; align-items: baseline; margin-left: auto !important; font-size: .9rem }
button { border: 1px solid var(--line); border-radius: .4rem; padding: .2rem .7rem; background: var(--surface); color: var(--ink); font: inherit; font-size: .9rem; cursor: pointer }
#clear[data-sure] { color: var(--bad); border-color: currentColor }
.search { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: .5rem; padding: .4rem clamp(.75rem, 2vw, 1.5rem) .8rem; border-bottom: 1px solid var(--line) }
.search [name=q] { grid-column: 1 / -1 }
input, select { min-width: 0; max-width: 100%; padding: .4rem .6rem; border: 1px solid var(--line); border-radius: .4rem; background: var(--surface); color: var(--ink); font: inherit; font-size: .9rem }
main { min-width: 0; display: grid }
#list, #detail { min-width: 0 }
.rows { list-style: none; margin: 0; padding: 0 }
.rows li { border-bottom: 1px solid var(--line); content-visibility: auto; contain-intrinsic-size: auto 5.4rem }
.rows a { display: grid; grid-template-columns: minmax(0, 1fr) max-content max-content; gap: .05rem .7rem; align-items: baseline; padding: .65rem clamp(.75rem, 2vw, 1.5rem); color: inherit; text-decoration: none; font-size: .85rem }
.rows a:hover { background: var(--stripe) } .rows a[aria-current] { background: var(--surface); box-shadow: inset 3px 0 var(--accent) }
.rows a:focus-visible { outline-offset: -2px }
.rows b { grid-column: 1 / -1; font-size: .95rem; font-weight: 550; white-space: nowrap; overflow: hidden; text-overflow: ellipsis }
.rows .soft { white-space: nowrap; overflow: hidden; text-overflow: ellipsis; min-width: 0 }
.rows time { color: var(--soft); font-variant-numeric: tabular-nums; grid-column: 2 / -1; text-align: right }
.kind { font-size: .72rem; font-weight: 600; letter-spacing: .05em; text-transform: uppercase; color: var(--accent) }
.bad { color: var(--bad) } .warn { color: var(--warn) }
.none { margin: 0; padding: 1.5rem clamp(.75rem, 2vw, 1.5rem) } .none p { margin: 0 0 .8rem } pre { white-space: pre-wrap; overflow-wrap: anywhere; font: 12px/1.6 var(--mono); margin: 0 }
#detail > header { padding: 1rem clamp(.75rem, 2vw, 1.5rem) 0; background: var(--surface); border-bottom: 1px solid var(--line) }
#detail header p { margin: .15rem 0 0; font-size: .85rem } #detail h2 { font-size: 1.15rem; color: var(--ink); text-transform: none; letter-spacing: 0; display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden }
#detail h2 .kind { display: block; margin-bottom: .1rem }
.back { display: inline-block; margin-bottom: .5rem; text-decoration: none }
details { font-size: .85rem; margin-top: .4rem } summary { cursor: pointer; color: var(--soft) }
dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: 0 .9rem; margin: .3rem 0 0; max-height: 9rem; overflow: auto } dt { color: var(--soft); max-width: 12rem; overflow-wrap: anywhere } dd { margin: 0; overflow-wrap: anywhere }
nav { display: flex; flex-wrap: wrap; gap: 0 clamp(.55rem, 2vw, 1.2rem); margin-top: .7rem; font-size: clamp(.8rem, 3.6vw, .9rem) } nav a { padding: .35rem 0; color: var(--soft); text-decoration: none; border-bottom: 2px solid transparent } nav a:hover { color: var(--ink) } nav a[aria-current] { color: var(--ink); border-color: var(--accent) }
.take { margin-left: auto }
iframe { display: block; width: 100%; height: 80vh; border: 0; background: var(--surface) }
.has-open .search, .has-open .top, .has-open #list { display: none }
@media (min-width: 56rem) {
  .inbox { height: 100vh } .inbox.has-open .search { display: grid } .inbox.has-open .top { display: flex } .inbox.has-open #list { display: block }
  main { grid-template-columns: minmax(18rem, 26rem) minmax(0, 1fr); min-height: 0 }
  .search { grid-template-columns: minmax(0, 22rem) max-content minmax(0, 10rem) max-content } .search [name=q] { grid-column: auto }
  #list { overflow: auto; border-right: 1px solid var(--line) } #detail { display: grid; grid-template-rows: auto minmax(0, 1fr); min-height: 0 }
  iframe { height: 100% } .back { display: none }
}
`;
