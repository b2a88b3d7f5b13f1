import fc from 'fast-check';
import { SEED } from './property.ts';

fc.configureGlobal({ seed: SEED });

// A name of the input that became the key of an object would now be noticed; see `npm run test:hardened`.
if (process.env['HARDENED'] === 'frozen') {
  for (const { prototype } of [Object, Array]) Object.freeze(prototype);
}
