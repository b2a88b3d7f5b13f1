import { expect, it } from 'vitest';
import { Presentation } from '../../src/presentation/index.ts';
import { renderPreview } from '../../src/preview/index.ts';
import { describeInBrowser, findingsEverywhere, findingsInTurn, someOfKind } from '../support/chromium.ts';
import { ofVector, picture, VALID_VECTORS } from './message.ts';

const OPEN_ALL = `for (const el of document.querySelectorAll('details')) el.open = true`;

/** All but the octets: thousands of fields, alike in every message, that take axe-core long; the sample keeps them. */
const OPEN_VIEWS = `document.querySelector('[data-pieces]').closest('details').remove(); ${OPEN_ALL}`;

describeInBrowser(
  'a preview has nothing that axe-core calls serious, at any width, light and dark:',
  open => {
    const sample = (): Promise<Presentation> => Presentation.fromManifest('samples/harbour/message.yaml');

    it.each([...someOfKind(VALID_VECTORS).entries()])('%i %s', async (turn, file) => {
      const { page } = await open(renderPreview(await ofVector(file, await picture(40, 30))));
      await page.evaluate(OPEN_VIEWS);
      expect(await findingsInTurn(page, turn)).toEqual([]);
      await page.context().close();
    });

    it('the sample', async () => {
      const { page } = await open(renderPreview(await sample()));
      await page.evaluate(OPEN_ALL);
      expect(await findingsEverywhere(page)).toEqual([]);
      await page.context().close();
    });

    it('what phones get of the sample', async () => {
      const message = await sample();
      const receiver = { id: 'small', accept: ['image/*', 'text/*'], maxImage: { width: 80, height: 60 } };
      const { presentation, changes } = await message.adapt(receiver, { unsupported: 'replace' });
      const screen = { width: 96, height: 65 };
      const phones = [
        { id: 'small', screen, message: presentation, changes, maxBytes: 30_000 },
        { id: 'gif', screen, accept: ['image/gif'], maxBytes: 100 },
      ];
      const { page } = await open(renderPreview(message, { phones }));
      await page.evaluate(OPEN_VIEWS);
      expect(await findingsEverywhere(page)).toEqual([]);
      await page.context().close();
    });
  },
);
