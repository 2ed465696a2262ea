/**
 * Screens of the console in Chromium: pages with what went wrong on them, and a look at each screen. With
 * OUTDIAL_PICTURES=docs/images/console it also writes the pictures of the guides.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { expect } from '@jest/globals';
import { chromium, type Browser, type Page } from 'playwright-core';
import { until } from '../server-under-test.js';

/** Patience on a busy machine, ms. */
const PATIENCE_MS = 30_000;
const PICTURES = process.env['OUTDIAL_PICTURES'];
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** How far the page, or what stands in its fixed header, reaches beyond the right edge, points. */
const BEYOND_EDGE = `Math.max(0, document.documentElement.scrollWidth - window.innerWidth,
  ...[...document.querySelectorAll('header a, header button')].map((each) =>
    each.getBoundingClientRect().right - window.innerWidth))`;

/** Notes what a page says for a while: on a busy machine it may be gone before anybody looks. */
const NOTE_WHAT_IS_SAID = `window.said = [];
new MutationObserver((changes) => {
  for (const { addedNodes } of changes)
    for (const node of addedNodes)
      if (node.nodeType === Node.ELEMENT_NODE)
        for (const each of [node, ...node.querySelectorAll('[role=alert]')])
          if (each.matches('[role=alert]')) window.said.push(each.textContent);
}).observe(document, { childList: true, subtree: true });`;

const SIZES = [
  [1280, 800],
  [390, 844],
] as const;

/** A browser with its pages, and what was found on them. */
export class Screens {
  readonly #browser: Browser;
  /** Errors of pages, and what their policy refused. */
  readonly faults: string[] = [];
  /** What axe finds serious, by screen. */
  readonly findings = new Set<string>();

  constructor(browser: Browser) {
    this.#browser = browser;
  }

  static async open(executablePath: string, args: readonly string[] = []): Promise<Screens> {
    return new Screens(await chromium.launch({ executablePath, args: ['--no-sandbox', ...args] }));
  }

  async close(): Promise<void> {
    await this.#browser.close();
  }

  /** A page of a browser of its own; `cookie`: of a person who is logged in at the address. */
  async newPage(session?: { readonly cookie: string; readonly url: string }): Promise<Page> {
    const context = await this.#browser.newContext({
      viewport: { width: 1280, height: 800 },
      colorScheme: 'light',
      reducedMotion: 'reduce',
      bypassCSP: false,
    });
    if (session) {
      const [name = '', value = ''] = session.cookie.split('=');
      await context.addCookies([{ name, value, url: session.url }]);
    }
    await context.addInitScript(NOTE_WHAT_IS_SAID);
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE_MS);
    page.on('pageerror', ({ message }) => void this.faults.push(message));
    page.on('console', (message) => {
      // A browser reports each refused request, such as the first question who is logged in.
      if (message.type() === 'error' && !/status of 4\d\d/.test(message.text()))
        this.faults.push(message.text());
    });
    return page;
  }

  /** Waits until the page has said something above its screen, since what it was last waited for. */
  async said(page: Page, text: string): Promise<void> {
    const take = `(() => {
      const at = window.said.findIndex((each) => each.includes(${JSON.stringify(text)}));
      return { isSaid: at >= 0, all: at >= 0 ? window.said.splice(0, at + 1) : window.said };
    })()`;
    let heard: { readonly isSaid: boolean; readonly all: readonly string[] } = { isSaid: false, all: [] };
    await until(async () => {
      heard = await page.evaluate(take);
      return heard.isSaid;
    }, PATIENCE_MS).catch(() => {
      throw new Error(`the page did not say: ${text}\nit said: ${heard.all.join('\n') || 'nothing'}`);
    });
  }

  /** Writes a picture for the guides, where they are asked for. */
  async picture(page: Page, name: string): Promise<void> {
    if (PICTURES !== undefined) await page.screenshot({ path: join(PICTURES, `${name}-light-1280.png`) });
  }

  /** Looks at a screen light and dark, wide and narrow: nothing serious, nothing beside the page. */
  async examine(page: Page, name: string): Promise<void> {
    for (const colorScheme of ['light', 'dark'] as const)
      for (const [width, height] of SIZES) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        await page.setViewportSize({ width, height });
        if (PICTURES !== undefined)
          await page.screenshot({ path: join(PICTURES, `${name}-${colorScheme}-${width}.png`) });
        const beyond = await beyondEdge(page);
        expect([name, colorScheme, width, beyond]).toEqual([name, colorScheme, width, 0]);
        // Colours go by the scheme, the layout by the width: two of the four show both.
        if ((colorScheme === 'light') !== (width === SIZES[0][0])) continue;
        // Colours that fade from one scheme to the other would be judged half-way.
        await page.evaluate(COLORS_SETTLED);
        for (const finding of await seriousFindings(page))
          this.findings.add(`${name}, ${colorScheme}, ${width}: ${finding}`);
      }
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    await page.setViewportSize({ width: 1280, height: 800 });
  }
}

const COLORS_SETTLED = `Promise.allSettled(
  document.getAnimations().filter((each) => each instanceof CSSTransition).map(({ finished }) => finished),
).then(() => null)`;

/** Points that something stands beyond the page's edge, once the page has settled to its new width. */
async function beyondEdge(page: Page): Promise<number> {
  let beyond = Infinity;
  for (let looks = 0; looks < 40 && beyond !== 0; looks += 1) {
    if (looks > 0) await page.waitForTimeout(50);
    beyond = Number(await page.evaluate(BEYOND_EDGE));
  }
  return beyond;
}

/**
 * Only what is wrong is told in full; the styles are read from the page, not asked for again. Of the rules that
 * axe runs by itself, those whose findings are serious or critical: a rule gives all its findings its own impact.
 */
const RUN_AXE = `axe.run({
  resultTypes: ['violations'],
  preload: false,
  runOnly: axe._audit.rules
    .filter(({ enabled, impact, tags }) =>
      enabled && impact !== 'minor' && impact !== 'moderate' &&
      !tags.includes('experimental') && !tags.includes('deprecated'))
    .map(({ id }) => id),
}).then(({ violations }) =>
  violations.map(({ id, impact, nodes }) => ({ id, impact, nodes: nodes.map(({ html }) => ({ html })) })))`;

/** What axe finds serious. The script is evaluated, not inserted: the page's policy forbids inline scripts. */
async function seriousFindings(page: Page): Promise<readonly string[]> {
  if (await page.evaluate(`typeof axe === 'undefined'`)) await page.evaluate(axeSource);
  const violations: {
    readonly id: string;
    readonly impact: string;
    readonly nodes: { readonly html: string }[];
  }[] = await page.evaluate(RUN_AXE);
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}
