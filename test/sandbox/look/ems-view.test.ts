import { expect, it } from 'vitest';
import type { EmsItem } from '../../../src/ems/index.ts';
import { html } from '../../../src/inspect/index.ts';
import { emsView } from '../../../src/sandbox/look/ems-view.ts';

const ROWS = ['##..', '....'];
const IMELODY = 'BEGIN:IMELODY\r\nVERSION:1.2\r\nFORMAT:CLASS1.0\r\nMELODY:c2\r\nEND:IMELODY\r\n';

it.each<[EmsItem, string]>([
  [{ type: 'text', text: 'Hi <b>' }, '<span class="run normal to-language">Hi &lt;b&gt;</span>'],
  [
    {
      type: 'text',
      text: 'Hi',
      format: {
        size: 'large',
        alignment: 'center',
        italic: true,
        foreground: 'brightRed',
        background: 'black',
      },
    },
    '<span class="run large to-center italic ink-brightRed on-black">Hi</span>',
  ],
  [{ type: 'picture', rows: ROWS }, 'role="img" aria-label="Picture"'],
  [{ type: 'userAnimation', frames: [ROWS, ROWS, ROWS, ROWS] }, 'aria-label="Animation of 4 pictures"'],
  [{ type: 'sound', number: 3 }, '♪ sound 3: tada'],
  [{ type: 'sound', number: 99 }, '♪ sound 99: not assigned'],
  [{ type: 'animation', number: 9 }, 'animation 9: in love'],
  [{ type: 'animation', number: 99 }, 'animation 99: not assigned'],
  [{ type: 'melody', imelody: IMELODY }, '<i>1 event</i>'],
  [{ type: 'melody', tune: { title: '', loop: 0, events: [] } }, '<i>0 event</i>'],
  [{ type: 'melody', imelody: 'no <melody>' }, '<pre>no &lt;melody&gt;</pre>'],
  [{ type: 'break' }, '<div class="ems"></div>'],
])('%j is shown', (item, expected) => {
  expect(String(emsView([item], tune => html`<i>${tune.events.length} event</i>`))).toContain(expected);
});
