import { LIMITS } from '../limits.ts';
import type { Spot } from './findings.ts';
import { jsonType, shown } from './json-type.ts';
import { isObject, isPresent } from './values.ts';

/** Notes what is not plain data: values that JSON does not have, the key `__proto__`, endless nesting. */
export function checkData(value: unknown, spot: Spot): void {
  if (spot.depth > LIMITS.maxManifestDepth) {
    spot.report('too-deep', `the data are nested deeper than ${LIMITS.maxManifestDepth} levels`);
  } else if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) checkData(item, spot.below(index));
  } else if (isObject(value)) {
    for (const key of Object.keys(value).filter(name => isPresent(value, name))) {
      if (key === '__proto__') spot.below(key).report('unknown-key', NO_PROTO, { isKey: true });
      else checkData(value[key], spot.below(key));
    }
  } else if (jsonType(value) === 'other' || (typeof value === 'number' && !Number.isFinite(value))) {
    spot.report('type', `expected plain data, found ${shown(value)}`);
  }
}

const NO_PROTO = 'there is no key "__proto__" here';
