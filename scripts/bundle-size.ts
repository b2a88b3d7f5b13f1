import { BUNDLES } from './browser/budgets.ts';
import { bundleSize } from './browser/bundle.ts';

/** Prints the size of what a page loads for each subpath; ends with 1 when one is over its budget. */
async function main(): Promise<number> {
  console.log(['subpaths', 'minified', 'gzipped', 'budget'].map(cell).join(''));
  let over = 0;
  for (const { subpaths, budget } of BUNDLES) {
    const { minified, gzipped } = await bundleSize(subpaths);
    const isOver = gzipped > budget;
    if (isOver) over++;
    console.log(
      [subpaths.join(' + '), minified, gzipped, budget].map(cell).join('') + (isOver ? '  over' : ''),
    );
  }
  return over === 0 ? 0 : 1;
}

function cell(value: string | number, column: number): string {
  return column === 0 ? String(value).padEnd(18) : String(value).padStart(10);
}

process.exitCode = await main();
