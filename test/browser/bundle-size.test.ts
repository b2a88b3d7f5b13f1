import { describe, expect, it } from 'vitest';
import { BUNDLES } from '../../scripts/browser/budgets.ts';
import { bundleSize, nameOfLoads } from '../../scripts/browser/bundle.ts';

describe('what a page loads', () => {
  it.each(BUNDLES.map(({ loads, budget }) => [nameOfLoads(loads), loads, budget] as const))(
    'for %s is within its budget',
    async (name, loads, budget) => {
      const { minified, gzipped } = await bundleSize(loads);
      console.log(`${name}: ${minified} octets minified, ${gzipped} gzipped, of ${budget}`);
      expect(gzipped).toBeLessThanOrEqual(budget);
    },
  );
});
