import type { Build } from '../build.ts';
import { growing, type Work } from '../work.ts';
import { messageOfParts, octets } from './messages.ts';

const MESSAGE_BYTES = 95_000;
const PARTS = [1, 8, 32, 128];
const SLIDES = [1, 10, 100];

/** Composing and reading messages. */
export async function presentationWorks(build: Build): Promise<readonly Work[]> {
  const { encodePdu } = await build.room('mms');
  const { Presentation, presentation } = await build.room('presentation');
  const composed = await presentation()
    .slide({ text: 'Hello' })
    .attach({ name: 'tune.bin', type: 'application/octet-stream', data: octets(MESSAGE_BYTES) })
    .build();
  return [
    { name: 'toMms of 95 kB, default id', run: () => composed.toMms() },
    ...growing('Presentation.fromMms by parts', PARTS, size => {
      const bytes = encodePdu(messageOfParts(size));
      return { run: () => Presentation.fromMms(bytes) };
    }),
    ...growing('presentation().build() by slides', SLIDES, size => {
      return {
        run: () => {
          let builder = presentation();
          for (let i = 0; i < size; i++) builder = builder.slide({ text: `Slide ${i}` });
          return builder.build();
        },
      };
    }),
  ];
}
