import { describe, expect, it } from 'vitest';
import { BUNDLES } from '../../scripts/browser/budgets.ts';
import { bundleSize } from '../../scripts/browser/bundle.ts';

describe('what a page loads', () => {
  it.each(BUNDLES.map(({ subpaths, budget }) => [subpaths.join(' and '), subpaths, budget] as const))(
    'for %s is within its budget',
    async (name, subpaths, budget) => {
      const { minified, gzipped } = await bundleSize(subpaths);
      console.log(`${name}: ${minified} octets minified, ${gzipped} gzipped, of ${budget}`);
      expect(gzipped).toBeLessThanOrEqual(budget);
    },
  );
});
