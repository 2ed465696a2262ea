/**
 * A manager's work in a real browser: from the upload of a file to the first call, a script in a field that does
 * not run, campaigns as documents, callbacks.
 */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { findLeads } from '@outdial/store';
import type { Page } from 'playwright-core';
import { serveIn, until, type ServerUnderTest } from '../server-under-test.js';
import { findChromium } from './chromium.js';
import { Screens } from './screens.js';

const SCRIPT = `<script>document.body.setAttribute("data-owned", "1")</script>`;
const IMAGE = `<img src=x onerror='document.body.setAttribute("data-owned", "1")'>`;
const executablePath = findChromium();
const inBrowser = executablePath === null ? describe.skip : describe;

let under: ServerUnderTest;
let screens: Screens;
let manager: Page;

beforeAll(async () => {
  if (executablePath === null) return;
  const folder = mkdtempSync(join(tmpdir(), 'outdial-lists-'));
  writeFileSync(
    join(folder, 'outdial.yaml'),
    `http: { port: 0 }
simulation: { seed: 3, startsAt: '2026-06-10T13:00:00-04:00', answerShare: 1, machineShare: 0, busyShare: 0,
  invalidShare: 0, ringMeanSeconds: 1, talkMeanSeconds: 600 }
campaigns: [spring.yaml]
`,
  );
  writeFileSync(
    join(folder, 'spring.yaml'),
    `id: spring
name: Spring offers
mode: progressive
callerNumber: '+12025550100'
countries: [US]
live: true
lists: [{ id: spring-list, defaultCountry: US }]
compliance: { purpose: informational }
abandonment: { identification: ['sound:a'], optOutNumber: '+12025550101', optOutOffer: ['sound:b'] }
`,
  );
  const people = Array.from(
    { length: 40 },
    (_, n) => `(212) 555-${String(1000 + n)},Person ${n},NY,${20 + n}.50,A-${n}`,
  );
  const rows = [
    'Contact No,Full name,Home,Balance,Consent remarks',
    `(212) 555-0999,"${SCRIPT.replaceAll('"', '""')}",NY,"${IMAGE.replaceAll('"', '""')}",A`,
    ...people,
    '(212) 555-1000,Person 0 again,NY,1,A-0',
    'call the office,No number,NY,2,A-99',
  ];
  writeFileSync(join(folder, 'spring list.csv'), `${rows.join('\n')}\n`);
  under = await serveIn(folder);
  screens = await Screens.open(executablePath);
  const person = await under.person('mona', 'manager');
  manager = await screens.newPage({ cookie: person.cookie, url: under.server.url });
}, 180_000);
afterAll(async () => {
  await screens?.close();
  await under?.close();
}, 30_000);

/** The server's answers to checks of a campaign's text, which may be held back as on a full machine. */
class HeldChecks {
  #gate: Promise<void> = Promise.resolve();
  release: () => void = () => undefined;

  static async of(page: Page): Promise<HeldChecks> {
    const held = new HeldChecks();
    await page.route('**/campaign-documents/check', async (route) => {
      await held.#gate;
      await route.continue();
    });
    return held;
  }

  hold(): void {
    this.#gate = new Promise((resolve) => {
      this.release = resolve;
    });
  }
}

inBrowser("a manager's day: a list up to the first call, campaigns, callbacks", () => {
  test('the manager uploads a file, corrects a column, sees what an import would do, and imports', async () => {
    await manager.goto(`${under.server.url}/lists`);
    await manager.getByRole('link', { name: 'Upload a list' }).click();
    await manager.locator('input[type=file]').setInputFiles(join(under.folder, 'spring list.csv'));
    await manager.getByRole('combobox', { name: 'List', exact: true }).fill('spring-list');
    await manager.getByRole('button', { name: 'Upload and look' }).click();
    await manager.getByTestId('warnings').getByText('looks legal').waitFor();
    const work = manager.locator('[data-testid=work][data-state=done][data-kind=dry-run]');
    await work.getByText('Duplicates').waitFor();
    await manager.getByRole('combobox', { name: 'Is: Home' }).click();
    await manager.getByRole('combobox', { name: 'Is: Home' }).fill('Region');
    await manager.getByRole('option', { name: /^Region/ }).click();
    await work.waitFor();
    await manager.getByRole('button', { name: 'Import 41 leads' }).waitFor();
    await screens.examine(manager, 'list-upload');
    await manager.getByRole('button', { name: 'Import 41 leads' }).click();
    await manager.getByTestId('imported').getByText('Spring offers').waitFor();
    await manager.getByRole('link', { name: 'Back to the lists' }).click();
    await manager.getByRole('button', { name: 'Uploads of spring-list' }).click();
    await manager.getByTestId('imports').getByRole('button', { name: 'Undo' }).waitFor();
    await under.server.floor.campaign('spring')?.closeLeads([{ phone: '+12125551003' }], 'paid');
    await manager.getByRole('combobox', { name: 'How they ended' }).fill('paid');
    await manager.keyboard.press('Enter');
    await manager.getByLabel('Days since the last call').fill('');
    await manager.getByRole('button', { name: 'Count' }).click();
    await manager.getByText('1 closed lead: 1 can be called again, 0 stay closed.').waitFor();
    await screens.examine(manager, 'lists');
    await manager.getByRole('button', { name: 'Open 1 lead' }).click();
    await screens.said(manager, '1 lead is open again.');
  }, 180_000);

  test('a person whose name is a script is found and called; nothing of it runs', async () => {
    await manager.getByRole('tab', { name: 'Find a person' }).click();
    await manager.getByLabel('Number, account, or name').fill('212 555 0999');
    await manager.keyboard.press('Enter');
    await manager.getByTestId('found').getByRole('link').click();
    expect(await manager.getByTestId('lead-name').textContent()).toBe(SCRIPT);
    await manager.getByTestId('why-lead').getByText('no agent is logged in').waitFor();
    expect(await manager.locator('body').getAttribute('data-owned')).toBeNull();
    await manager.getByRole('tab', { name: 'Find a person' }).click();
    await manager.getByLabel('Number, account, or name').fill('(212) 555-1012');
    await manager.keyboard.press('Enter');
    await manager.getByTestId('found').getByRole('link', { name: 'Person 12' }).click();
    await manager.getByTestId('why-lead').getByText('no agent is logged in').waitFor();
    await screens.examine(manager, 'lead');

    const person = await under.person('vera', 'agent');
    const agent = await screens.newPage({ cookie: person.cookie, url: under.server.url });
    await agent.goto(under.server.url);
    await agent.getByRole('button', { name: /Join/ }).click();
    await agent.locator('[data-testid=state]', { hasText: 'Paused' }).waitFor();
    const [lead] =
      (await under.server.floor
        .campaign('spring')
        ?.addLeads([{ phone: '+12125550998', 'Full name': SCRIPT, Balance: IMAGE }], { first: true })) ?? [];
    expect(lead?.verdict).toBe('added');
    await agent.keyboard.press('r');
    await agent.locator('[data-testid=state]', { hasText: 'On a call' }).waitFor();
    await until(async () => (await agent.getByTestId('person').textContent())?.includes(SCRIPT) === true);
    expect(await agent.getByTestId('person').textContent()).toContain(IMAGE);
    expect(await agent.locator('body').getAttribute('data-owned')).toBeNull();
  }, 180_000);

  test('a campaign is edited: problems at their fields, a new version, what changed', async () => {
    await manager.getByRole('link', { name: 'Campaigns' }).click();
    const card = manager.locator('[data-campaign=spring]');
    await card.getByTestId('next-change').getByText('the calling hours of').waitFor();
    await screens.examine(manager, 'campaigns');
    await card.getByRole('link', { name: 'Edit: Spring offers' }).click();
    await manager.getByLabel('Caller number').fill('2025550100');
    await manager.keyboard.press('Tab');
    await manager.getByTestId('problems').getByText('callerNumber').waitFor();
    // Back to what it was: the text held the wrong one since.
    await manager.getByLabel('Caller number').fill('+12025550100');
    await manager.keyboard.press('Tab');
    await manager.getByTestId('problems').waitFor({ state: 'detached' });
    // Two changes, the second before the server has answered to the first.
    const checks = await HeldChecks.of(manager);
    checks.hold();
    await manager.getByLabel('Caller number').fill('+12025550107');
    await manager.keyboard.press('Tab');
    await manager.getByRole('switch', { name: 'The campaign has hours of its own' }).press('Space');
    checks.release();
    await manager.getByLabel('Monday to Friday').fill('9-18');
    expect(await manager.getByLabel('Caller number').inputValue()).toBe('+12025550107');
    await manager.keyboard.press('Tab');
    await manager.getByTestId('problems').getByText('schedule.weekdays').waitFor();
    await manager.getByLabel('Monday to Friday').fill('08:00-20:00');
    await manager.keyboard.press('Tab');
    await manager.getByTestId('problems').waitFor({ state: 'detached' });

    await manager.getByTestId('schedule').scrollIntoViewIfNeeded();
    await screens.picture(manager, 'campaign-schedule');

    const counts = manager.getByTestId('lead-counts');
    await counts.getByText(/Every lead is taken/).waitFor();
    await manager.getByLabel('Filter').fill('number(Balance) > 50 and knwon(region)');
    await manager.getByTestId('wrong-expression').getByText('Character 26').waitFor();
    await manager.getByTestId('wrong-expression').getByText('orElse').waitFor();
    await screens.picture(manager, 'campaign-filter');
    await manager.getByLabel('Filter').fill('number(Balance) > 50 and known(region)');
    await counts.getByText(/It takes 10 of \d+ open leads/).waitFor();
    await manager.keyboard.press('Tab');
    await manager.evaluate('window.scrollTo(0, 0)');
    await screens.examine(manager, 'campaign-edit');
    // What is not saved is asked for: by a link, by going back, by closing the tab.
    const question = manager.getByRole('dialog');
    for (const leave of [
      () => manager.getByRole('link', { name: 'Lists' }).click(),
      () => manager.evaluate('history.back()'),
    ]) {
      await leave();
      await question.getByRole('button', { name: 'Stay here' }).click();
      await question.waitFor({ state: 'detached' });
    }
    const closing = `!dispatchEvent(new Event('beforeunload', { cancelable: true }))`;
    expect(await manager.evaluate(closing)).toBe(true);
    // What one has just left is saved, too, though the server has not answered yet.
    checks.hold();
    await manager.getByLabel('Saturday').fill('10:00-14:00');
    await manager.getByRole('button', { name: 'Save' }).click();
    checks.release();
    await screens.said(
      manager,
      'Version 2 is saved. In force now: leads.filter, schedule. From the next start: callerNumber.',
    );
    await manager.getByRole('tab', { name: 'Versions' }).click();
    await manager.getByRole('button', { name: 'What changed' }).click();
    await manager.getByTestId('difference').getByText('+12025550107').waitFor();
    await manager.getByTestId('difference').getByText('10:00-14:00').waitFor();

    await manager.getByRole('link', { name: 'Campaigns' }).click();
    await manager.getByRole('link', { name: 'New campaign' }).click();
    await manager.getByLabel('Name').fill('Autumn offers');
    await manager.getByRole('combobox', { name: 'List', exact: true }).fill('autumn');
    await manager.getByRole('button', { name: 'Begin' }).click();
    await manager.getByTestId('law').waitFor();
    await manager.getByRole('button', { name: 'Save' }).click();
    await screens.said(manager, 'Version 1 is saved and in force');
    expect(under.server.floor.campaign('autumn-offers')?.state).toBe('created');
  }, 180_000);

  test('a callback is given to another agent', async () => {
    // What was said of the last order would lie over the picture. It may go by itself before it is closed.
    const said = manager.getByRole('alert').getByRole('button', { name: 'Close' });
    await until(async () => {
      if ((await said.count()) === 0) return true;
      await said
        .first()
        .click({ timeout: 500 })
        .catch(() => undefined);
      return (await said.count()) === 0;
    });
    const { floor } = under.server;
    const [lead] = await findLeads(floor.store, { phone: '+12125551007' });
    const at = floor.now() + 3_600_000;
    await floor.store.engine.db
      .updateTable('leads')
      .set({ state: 'callback', reason: 'callback', callback_at: at, next_dialable_at: at })
      .set({ callback_agent_id: 'vera', callback_note: 'after lunch', why: 'callback' })
      .where('lead_id', '=', lead?.leadId ?? '')
      .execute();
    await manager.getByRole('link', { name: 'Callbacks' }).click();
    const row = manager.getByTestId('callbacks').getByRole('row', { name: /Person 7/ });
    await row.getByText('after lunch').waitFor();
    await screens.examine(manager, 'callbacks');
    await row.getByRole('button').click();
    await manager.getByRole('menuitem', { name: /Move/ }).click();
    await manager.getByRole('combobox', { name: 'Who calls back' }).click();
    await manager.getByRole('option', { name: 'Anybody' }).click();
    await manager.getByRole('button', { name: 'Save' }).click();
    await row.getByText('Anybody').waitFor();
  }, 180_000);

  test('axe finds nothing serious; no script of a page failed, and none was refused by the policy', () => {
    expect([...screens.findings]).toEqual([]);
    expect(screens.faults).toEqual([]);
  });
});
