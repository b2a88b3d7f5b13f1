import { INSPECTOR_STYLE } from '../../inspect/index.ts';

/** Rules of the preview beside those of all pages. */
export const PREVIEW_STYLE = `${INSPECTOR_STYLE}.top { padding: 1.25rem clamp(.75rem, 3vw, 2rem) 1rem; border-bottom: 1px solid var(--line); background: var(--surface) }
.top p { margin: .25rem 0 0 }
.store { position: absolute }
.good { color: var(--good) } .bad { color: var(--bad) }
main { padding: 1.25rem clamp(.75rem, 3vw, 2rem) 3rem; max-width: 92rem; margin: 0 auto }
.phones { display: flex; flex-wrap: wrap; gap: 1.5rem clamp(1rem, 3vw, 2.5rem); align-items: flex-end; justify-content: center }
.phones:has(.phone:nth-child(5)) { zoom: .72 }
.phone { margin: 0; max-width: 100%; min-width: 0 }
.phone figcaption { margin-bottom: .6rem; text-align: center; font-size: .85rem }
.phone figcaption span { display: block }
.case { width: max-content; max-width: 100%; margin: 0 auto; padding: 1.1rem .8rem 1.6rem; border-radius: 1.6rem; background: #2b2c2f; box-shadow: 0 1px 2px #0003, 0 8px 24px #0002, inset 0 0 0 1px #ffffff1a }
.slides { display: grid; gap: .6rem; max-width: 100%; border-radius: .3rem; overflow: hidden; background: #fff; color: #1c1c1c }
.slide { min-width: 0 }
.screen { display: block; max-width: 100%; height: auto; background: #fff }
.text { width: 100%; height: 100%; overflow: auto; padding: 1px 2px; font: 11px/1.25 var(--sans); color: #1c1c1c; white-space: pre-wrap; overflow-wrap: anywhere }
.px8 .text { font-size: 8px } .px17 .text { font-size: 17px; padding: 4px 6px }
.hatched { fill: #efe9e2; stroke: #b0a698; stroke-dasharray: 3 2 }
.refused { color: #8f1d16 !important }
.stack { display: flex; flex-direction: column; align-items: flex-start; gap: .5rem; width: 300px; max-width: 100%; min-height: 26rem; padding: .8rem; background: #fff }
.stack .bubble { display: block; max-width: 82%; height: auto; margin: 0; border-radius: 1rem; background: #e9e9eb }
.stack p { margin: 0; padding: .5rem .8rem; font-size: .95rem; white-space: pre-wrap; overflow-wrap: anywhere }
.sound { margin: 0; padding: .2rem .5rem; font-size: .75rem; color: #333; background: #f3f1ed; overflow-wrap: anywhere }
.sound .soft { color: #5c574f }
.timeline { margin: 1.75rem auto 0; padding: .8rem 1rem; max-width: 60rem; background: var(--surface); border: 1px solid var(--line); border-radius: var(--radius) }
.controls { display: none; flex-wrap: wrap; gap: .4rem .6rem; align-items: center; margin-bottom: .6rem; font-variant-numeric: tabular-nums; font-size: .85rem }
.js .controls { display: flex }
.controls button { width: 2.4rem; height: 2.1rem; border: 1px solid var(--line); border-radius: .4rem; background: var(--ground); color: var(--ink); font: inherit; cursor: pointer }
.controls input { flex: 1 1 8rem; min-width: 0; accent-color: var(--accent) }
.lanes { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: 0 .8rem }
.lanes ul { margin: 0; padding: 0; list-style: none; font-size: 11px; line-height: 18px; color: var(--soft) }
.lanes svg { display: block; width: 100%; height: 100% }
.lanes rect { fill: var(--accent); opacity: .8 } .lanes .lane-text { fill: var(--good) } .lanes .lane-audio { fill: var(--warn) }
.lanes path { stroke: var(--line); stroke-width: 1; vector-effect: non-scaling-stroke } .lanes .head { stroke: var(--ink); stroke-width: 2; display: none }
.js .lanes .head { display: inline }
.details { margin-top: 1.75rem; display: grid; gap: .6rem }
.details > details { background: var(--surface); border: 1px solid var(--line); border-radius: var(--radius); padding: .6rem .9rem; min-width: 0 }
.details summary { cursor: pointer; padding: .15rem 0 } .details h2 { display: inline }
.wide { overflow-x: auto; margin-top: .5rem }
table { border-collapse: collapse; font-size: .85rem; width: 100% }
th, td { padding: .3rem .9rem .3rem 0; border-bottom: 1px solid var(--line); text-align: left; vertical-align: middle; overflow-wrap: anywhere; min-width: 8.5rem }
thead th { color: var(--soft); font-weight: 500; white-space: nowrap } tbody th { font-weight: 500 }
.done { min-width: 14rem } q { display: block; min-width: 12rem }
.number { font-variant-numeric: tabular-nums; text-align: right; white-space: nowrap; min-width: 0 }
.keys th { width: 1%; min-width: 0; padding-right: 1.5rem; white-space: nowrap } .keys td { min-width: 0 }
.thumb { display: block; width: 64px; height: 48px }
.source { margin: .5rem 0 0; padding-left: 2.2rem; font: 12px/1.6 var(--mono); overflow-wrap: anywhere; white-space: pre-wrap }
.source li::marker { color: var(--soft) }
.source span { display: block }
.panes { padding: .6rem 0 0; max-width: none } .octets:empty { display: none } .panes:has(.octets:empty) { display: block }
h3 { margin: 1rem 0 0; font-size: .95rem } h3 + .soft { margin: 0; font-size: .85rem }
.pair { display: flex; gap: .5rem; align-items: center }
@media (max-width: 40rem) { .phones { flex-direction: column; align-items: center } }
.js .slide { grid-area: 1 / 1; visibility: hidden } .js .slide.now { visibility: visible }
.js .timed { visibility: hidden } .js .slide.now .timed.now { visibility: visible }
@media print { .js .slide { grid-area: auto; visibility: visible } .js .timed { visibility: inherit } }
`;
