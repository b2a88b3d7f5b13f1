import fc from 'fast-check';
import { SEED } from './property.ts';

fc.configureGlobal({ seed: SEED });
