import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { describeWithOracle } from './oracle.ts';

/** The browser of Debian; no other is downloaded. */
const EXECUTABLE = '/usr/bin/chromium';
const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** A page that opens in a tenth of a second takes three on a busy machine. */
const TIMEOUT_MS = 600_000;

/** A phone, a tablet, a desk, in CSS pixels. */
const WIDTHS = [360, 768, 1440] as const;

/** A page in the browser, and what happened in it. */
export interface OpenPage {
  readonly page: Page;
  /** Messages of the console, errors of scripts, dialogs, and requests to elsewhere. */
  readonly incidents: readonly string[];
}

/** Opens HTML from a file of its own, or a page of a server. */
export type OpenHtml = (page: string | URL, options?: BrowserContextOptions) => Promise<OpenPage>;

/** A group of tests in a real browser; skipped with a reason where there is none, see {@link describeWithOracle}. */
export function describeInBrowser(name: string, tests: (open: OpenHtml) => void): void {
  const inBrowser = (): void => {
    let browser: Browser | undefined;
    let folder = '';
    let files = 0;
    beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), 'chromium-'));
      browser = await chromium.launch({ executablePath: EXECUTABLE, chromiumSandbox: false });
    });
    afterAll(async () => {
      await browser?.close();
      rmSync(folder, { recursive: true });
    });
    const asFile = (html: string): URL => {
      const file = join(folder, `${files++}.html`);
      writeFileSync(file, html);
      return pathToFileURL(file);
    };
    tests(async (htmlOrUrl, options = {}) => {
      if (browser === undefined) throw new Error('the browser has not started');
      const url = typeof htmlOrUrl === 'string' ? asFile(htmlOrUrl) : htmlOrUrl;
      const context = await browser.newContext(options);
      context.setDefaultTimeout(TIMEOUT_MS / 5);
      const page = await context.newPage();
      const incidents = watch(page, url);
      await page.goto(url.href);
      return { page, incidents };
    });
  };
  describeWithOracle(['chromium'], name, inBrowser, { timeout: TIMEOUT_MS });
}

function watch(page: Page, url: URL): string[] {
  const incidents: string[] = [];
  page.on('console', message => incidents.push(`console: ${message.text()}`));
  page.on('pageerror', error => incidents.push(`error: ${error.message}`));
  page.on('request', request => {
    const isOwn =
      url.protocol === 'http:' ? request.url().startsWith(`${url.origin}/`) : request.url() === url.href;
    if (!isOwn && !request.url().startsWith('data:')) incidents.push(`request: ${request.url()}`);
  });
  page.on('dialog', dialog => {
    incidents.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  return incidents;
}

/** Pixels that the page is wider than its window. */
export function horizontalScroll(page: Page): Promise<number> {
  return page.evaluate('document.documentElement.scrollWidth - innerWidth');
}

/** What axe-core finds that is serious or critical, one line each. */
export async function seriousFindings(page: Page): Promise<string[]> {
  // Debugging tools may add scripts where the page's own policy forbids all.
  if (await page.evaluate('typeof axe === "undefined"')) await page.evaluate(readFileSync(AXE, 'utf8'));
  return page.evaluate(`axe.run().then(({ violations }) => violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, help, nodes }) => id + ': ' + help + ' ' + nodes[0].html))`);
}

/** How a page is looked at. */
interface Look {
  readonly colorScheme: 'light' | 'dark';
  readonly width: number;
}

/** Axe takes seconds for each look. */
const isQuick = process.env['AXE_LONG'] === undefined;

/** The narrowest and the widest in every run, all of them with AXE_LONG. */
const LOOKS: readonly Look[] = (['light', 'dark'] as const)
  .flatMap(colorScheme => WIDTHS.map(width => ({ colorScheme, width })))
  .filter((_, index, { length }) => !isQuick || index % (length - 1) === 0);

/** The same at every width and in both colour schemes, each line with where it was found. */
export function findingsEverywhere(page: Page): Promise<string[]> {
  return findingsAt(page, LOOKS);
}

/** Of pages of a kind, which share their styles, every third; all with AXE_LONG. */
export function someOfKind<T>(pages: readonly T[]): readonly T[] {
  return pages.filter((_, index) => !isQuick || index % 3 === 0);
}

/** Of such pages one is looked at in one way, the next in another; each in all ways with AXE_LONG. */
export function findingsInTurn(page: Page, turn: number): Promise<string[]> {
  return findingsAt(page, isQuick ? LOOKS.filter((_, index) => index === turn % LOOKS.length) : LOOKS);
}

async function findingsAt(page: Page, looks: readonly Look[]): Promise<string[]> {
  const findings: string[] = [];
  for (const { colorScheme, width } of looks) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 900 });
    const found = await seriousFindings(page);
    findings.push(...found.map(finding => `${width} px, ${colorScheme}: ${finding}`));
  }
  return findings;
}
