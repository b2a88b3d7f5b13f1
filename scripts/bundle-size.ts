import { BUNDLES } from './browser/budgets.ts';
import { bundleSize, nameOfLoads } from './browser/bundle.ts';

/**
 * Prints the size of what a page loads for each subpath and for some encoders alone; ends with 1 when one is over its
 * budget.
 */
async function main(): Promise<number> {
  console.log(['imports', 'minified', 'gzipped', 'budget'].map(cell).join(''));
  let over = 0;
  for (const { loads, budget } of BUNDLES) {
    const { minified, gzipped } = await bundleSize(loads);
    const isOver = gzipped > budget;
    if (isOver) over++;
    console.log(
      [nameOfLoads(loads), minified, gzipped, budget].map(cell).join('') + (isOver ? '  over' : ''),
    );
  }
  return over === 0 ? 0 : 1;
}

function cell(value: string | number, column: number): string {
  return column === 0 ? String(value).padEnd(32) : String(value).padStart(10);
}

process.exitCode = await main();
