import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { expect, it } from 'vitest';
import { FOR_BROWSERS, ROOT } from '../../scripts/browser/bundle.ts';
import { Presentation } from '../../src/presentation/index.ts';
import { renderPreview } from '../../src/preview/index.ts';
import { describeInBrowser } from '../support/chromium.ts';

const LUTHER = readFileSync(join(import.meta.dirname, '../vectors/zip/luther.zip'));

describeInBrowser('the preview in a browser', open => {
  it('draws the page that Node draws', async () => {
    const { outputFiles } = await build({
      ...FOR_BROWSERS,
      format: 'iife',
      stdin: {
        contents: `import { renderPreview } from './src/public/preview.ts'; globalThis.renderPreview = renderPreview;`,
        resolveDir: ROOT,
      },
    });
    const octets = (await Presentation.fromZip(LUTHER)).toMms({ to: ['+447700900123'] });
    const { page, incidents } = await open('<!doctype html><meta charset="utf-8"><title>Preview</title>');
    await page.addScriptTag({ content: outputFiles[0]?.text ?? '' });
    const drawn = await page.evaluate<string>(`renderPreview(new Uint8Array([${octets.join()}]))`);
    expect(drawn).toBe(renderPreview(octets));
    expect(incidents).toEqual([]);
  });
});
