import { COLOUR_RULES } from './ems-colours.ts';
import { SCREEN_RULES } from './screens.ts';

/** Rules of the page that shows a message on a telephone. */
export const LOOK_STYLE = `
body { background: var(--surface) }
main { display: grid; justify-items: center; padding: 1.5rem clamp(.75rem, 3vw, 2rem) 3rem }
.handset { margin: 0; width: 100%; max-width: 26rem; display: grid; gap: 1rem }
.handset:has(.tune) { max-width: 36rem }
figcaption { font-size: .85rem; text-align: center }
.lines { white-space: pre-wrap; overflow-wrap: anywhere; margin: 0 }
.bubble { justify-self: start; max-width: 100%; padding: .7rem 1rem; border-radius: 1.1rem 1.1rem 1.1rem .3rem; background: var(--stripe); font-size: 1.05rem }
.lcd { display: grid; gap: .6rem; align-content: start; min-height: 11rem; padding: 1rem; border-radius: .6rem; border: .9rem solid #2b2c2f; box-shadow: 0 1px 2px #0003, 0 8px 24px #0002, inset 0 2px 10px #0003; font: 600 .95rem/1.4 var(--mono); overflow-wrap: anywhere; min-width: 0 }
.lcd > * { min-width: 0 } .lcd .soft { color: inherit; opacity: .85 }
${SCREEN_RULES}
.pixels { width: 100%; max-width: 20rem; margin: 0 auto } .pixels:not(.wide) { width: 85.7% }
.pixels svg, .frames svg, .idle { display: block; width: 100%; height: auto; fill: currentColor; shape-rendering: crispEdges }
.ems .pixels { width: 40%; margin: .3rem 0 }
.keys { display: flex; justify-content: space-between; margin: auto 0 0; padding-top: .4rem; font-weight: 700 }
.lcd .keys { border-top: 2px solid currentColor }
.calling { margin: 0; text-align: center }
.prompt { display: grid; gap: .6rem } .prompt h2, .card h2, .entry h2, .tune h2 { font-size: 1.05rem; color: inherit; text-transform: none; letter-spacing: 0 }
.prompt p { margin: 0 } .link { text-decoration: underline; word-break: break-all }
dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: .2rem .9rem; margin: 0; font-size: .85rem }
dt { opacity: .85 } dd { margin: 0; overflow-wrap: anywhere } dl:empty { display: none }
.group h3 { margin: 0 0 .2rem; font-size: .85rem } .group .group { margin: .4rem 0 0 .6rem; padding-left: .6rem; border-left: 2px solid currentColor }
.card, .entry { display: grid; gap: .3rem .9rem; padding: 1.2rem; border: 1px solid var(--line); border-radius: .9rem; background: var(--ground) }
.card h2, .card p { text-align: center; margin: 0; overflow-wrap: anywhere } .card dl, .entry dl { margin-top: .8rem; font-size: .95rem } .card dt, .entry dt { color: var(--soft); opacity: 1 }
.initials { justify-self: center; display: grid; place-items: center; width: 4rem; height: 4rem; border-radius: 50%; background: var(--accent); color: var(--surface); font-size: 1.4rem; font-weight: 600 } .initials:empty { display: none }
.entry { grid-template-columns: max-content minmax(0, 1fr) } .entry p { margin: 0 } .entry dl { grid-column: 1 / -1 }
.leaf { width: 4.2rem; border: 1px solid var(--line); border-radius: .5rem; overflow: hidden; text-align: center; background: var(--surface) }
.leaf span { display: block; background: var(--bad); color: var(--surface); font-size: .7rem; line-height: 1.7 } .leaf b { display: block; font-size: 1.7rem; line-height: 1.4; font-weight: 600 }
.handset > .keys { color: var(--accent); padding: 0 .4rem }
.tune { display: grid; gap: .6rem; min-width: 0 } .tune h2 { overflow-wrap: anywhere } .tempo { margin: 0; font-size: .85rem; color: var(--soft) }
.lcd .tempo { color: inherit }
.staff { display: grid; gap: .4rem } .staff svg { display: block; width: 100%; height: auto; fill: currentColor; color: var(--ink) }
.lcd .staff svg { color: inherit }
.staff .line { stroke: currentColor; stroke-width: .8; fill: none; opacity: .55 } .staff .stem, .staff .clef, .staff .rest { stroke: currentColor; stroke-width: 1.3; fill: none; stroke-linecap: round }
.staff .clef { stroke-width: 1.7 } .staff .rest { stroke-width: 2; stroke-linejoin: round } .staff .sharp { stroke: currentColor; stroke-width: 2 } .staff .hollow { fill: none; stroke: currentColor; stroke-width: 1.6 }
.staff text { font: italic 600 10px var(--sans) }
.note.now { color: var(--accent) } .note.now .stem, .note.now .sharp, .note.now .hollow { stroke: var(--accent) } .note.now { fill: var(--accent) }
audio { width: 100% } img, video { max-width: 100%; border-radius: .5rem } code, pre { white-space: pre-wrap; overflow-wrap: anywhere; font: 12px/1.6 var(--mono); margin: 0 }
.refusal { margin: 0; padding: .5rem .8rem; border-radius: .4rem; color: var(--bad); background: var(--bad-ground); overflow-wrap: anywhere }
.handset > p { margin: 0 } .handset > p.soft { text-align: center; font-size: .9rem }
.run { white-space: pre-wrap } .bold { font-weight: 900 } .run:not(.bold) { font-weight: 500 } .italic { font-style: italic } .underline { text-decoration: underline } .strikethrough { text-decoration: line-through } .underline.strikethrough { text-decoration: underline line-through }
.small { font-size: .8em } .large { font-size: 1.4em } .to-center, .to-right, .to-left { display: block } .to-center { text-align: center } .to-right { text-align: right }
${COLOUR_RULES}
.built-in { margin: .2rem 0 }
.frames { display: grid; width: 25% } .frames svg { grid-area: 1 / 1; animation: frame 1.6s steps(1) infinite; opacity: 0 }
.frames svg:nth-child(2) { animation-delay: .4s } .frames svg:nth-child(3) { animation-delay: .8s } .frames svg:nth-child(4) { animation-delay: 1.2s }
@keyframes frame { 0% { opacity: 1 } 25% { opacity: 0 } }
@media (prefers-reduced-motion: reduce) { .frames { display: flex; gap: .4rem; width: 100% } .frames svg { animation: none; opacity: 1; width: 22% } }
@media (max-width: 30rem) { .lcd { border-width: .6rem; padding: .7rem } }
`;
