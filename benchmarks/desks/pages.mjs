/** Desks in a real browser: when each painted the person who had answered. */
import { chromium } from 'playwright-core';

/**
 * Dates the frame that shows a new call with its person: it looks after each change of the page, and asks for
 * no frame that the page does not paint anyhow.
 */
const WATCH_PAINT = `
window.painted = {};
const look = () => {
  const attempt = document.querySelector('[data-testid=person]')?.getAttribute('data-attempt');
  const talks = document.querySelector('[data-testid=state]')?.textContent === 'On a call';
  if (!talks || !attempt || attempt in window.painted) return;
  if (!document.querySelector('[data-testid=person] h2')) return;
  window.painted[attempt] = 0;
  requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => (window.painted[attempt] = Date.now());
    port2.postMessage(null);
  });
};
new MutationObserver(look).observe(document.body, { subtree: true, childList: true, characterData: true });`;

/** Opens the desk of each agent, by their secret; `painted`: instants by attempt. */
export async function openDesks(url, secrets, executablePath) {
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-dev-shm-usage'],
  });
  const pages = [];
  for (const secret of secrets) {
    const context = await browser.newContext();
    await context.addCookies([{ name: 'outdial_session', value: secret, url }]);
    const page = await context.newPage();
    await page.goto(`${url}/desk`);
    await page.evaluate(WATCH_PAINT);
    pages.push(page);
  }
  return {
    painted: async () => {
      const each = await Promise.all(pages.map((page) => page.evaluate('window.painted')));
      return new Map(each.flatMap((painted) => Object.entries(painted)));
    },
    close: () => browser.close(),
  };
}
