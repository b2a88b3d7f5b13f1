import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** The rooms of a build that works are made of. */
interface Rooms {
  readonly archive: typeof import('../src/archive/index.ts');
  readonly bitmap: typeof import('../src/bitmap/index.ts');
  readonly bytes: typeof import('../src/bytes/index.ts');
  readonly cards: typeof import('../src/cards/index.ts');
  readonly handsets: typeof import('../src/handsets/index.ts');
  readonly media: typeof import('../src/media/index.ts');
  readonly mms: typeof import('../src/mms/index.ts');
  readonly networks: typeof import('../src/networks/index.ts');
  readonly presentation: typeof import('../src/presentation/index.ts');
  readonly preview: typeof import('../src/preview/index.ts');
  readonly ringtone: typeof import('../src/ringtone/index.ts');
  readonly smart: typeof import('../src/smart/index.ts');
  readonly smil: typeof import('../src/smil/index.ts');
  readonly sms: typeof import('../src/sms/index.ts');
  readonly submit: typeof import('../src/submit/index.ts');
}

/** What is shipped, not what is written: a checkout in which `npm run build` was run. */
export interface Build {
  readonly folder: string;
  /** A build of another revision may lack rooms and functions of this one. */
  readonly room: <Name extends keyof Rooms>(name: Name) => Promise<Rooms[Name]>;
}

/** The build in the `dist/` of a checkout. */
export function buildIn(folder: string): Build {
  return {
    folder,
    room: async name => await import(pathToFileURL(join(folder, 'dist', name, 'index.js')).href),
  };
}
