// Proves the card service of the example as a person uses it: a card is issued, shown, topped up, and its event arrives; nothing secret is in
// the browser, it fits a phone, and the service refuses what it should.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findViolations } from '../support/browser/axe.js';
import { describeInChromium, launchChromium } from '../support/browser/chromium.js';
import { startExample, type Example } from '../support/browser/example.js';

describeInChromium('the card service', () => {
  let example: Example;
  let browser: Browser;
  let page: Page;
  const messages: string[] = [];
  const answers: { path: string; text: string }[] = [];

  beforeAll(async () => {
    example = await startExample();
    browser = await launchChromium();
    page = await browser.newPage();
    page.on('console', (message) => messages.push(message.text()));
    page.on('pageerror', (error) => messages.push(error.message));
    page.on('response', (response) => {
      const path = response.url().replace(example.origin, '');
      void response.text().then(
        (text) => answers.push({ path, text }),
        () => {},
      );
    });
    await page.goto(example.origin);
  });
  afterAll(() => browser.close());

  const cards = () => page.locator('#cards > li');
  const picture = (name: string) => page.screenshot({ path: `test/browser/screenshots/example-${name}.png` });

  const said = (page: Page) => page.locator('#issuing').textContent();
  const balance = () => cards().last().locator('.balance').textContent();
  const empty = () => page.locator('.empty:visible').allTextContents();

  it('says what it is, and what is not there yet', async () => {
    expect(await page.locator('header').textContent()).toMatch(
      /issue a card, show it, top it up[^]*no card or money is real/,
    );
    await expect.poll(empty).toEqual([expect.stringMatching(/^No card yet/), expect.stringMatching(/^No event yet/)]);
    await picture('empty');
  });

  it('issues a card, one for each customer, and says why a second press returns the same', async () => {
    await page.getByRole('button', { name: 'Issue card' }).click();
    await expect.poll(() => said(page)).toMatch(/^Card 1111 •••• •••• \d{4} was issued\.$/);
    await page.getByRole('button', { name: 'Issue card' }).click();
    await expect
      .poll(() => said(page))
      .toMatch(/^The same card came back: 1111 •••• •••• \d{4}\. Nothing was issued twice\.$/);
    expect(await cards().count()).toBe(1);
    expect(await cards().first().textContent()).toMatch(/^1111 •••• •••• \d{4}ACTIVE/);
    expect(await balance()).toBe('Balance 0');
    expect(await empty()).toEqual([expect.stringMatching(/^No event yet/)]);
    await page.getByLabel('Customer number').fill('1002');
    await page.getByLabel('Email').fill('second@example.com');
    await page.getByRole('button', { name: 'Issue card' }).click();
    await expect.poll(() => cards().count()).toBe(2);
    await picture('issued');
  });

  it('shows it in the widget, and hides it', async () => {
    await cards().first().getByRole('button', { name: 'Show card details' }).click();
    const masked = await cards().first().locator('.number').textContent();
    await page
      .frameLocator('iframe')
      .getByText(`1111 0000 0000 ${masked?.slice(-4)}`)
      .waitFor();
    await picture('shown');
    await cards().first().getByRole('button', { name: 'Hide details' }).click();
    await expect.poll(() => page.locator('iframe').count()).toBe(0);
  });

  it('tops it up, and the event of it appears', async () => {
    expect(await page.locator('#events > li').count()).toBe(0);
    await cards().last().getByRole('button', { name: 'Top up 10' }).click();
    await expect.poll(() => page.locator('#events > li').allTextContents(), { timeout: 10_000 }).toHaveLength(1);
    await expect.poll(balance).toBe('Balance 10');
    expect(await empty()).toEqual([]);
    expect(await page.locator('#events > li').textContent()).toMatch(/^transaction-create[0-9a-f-]{36}$/);
    await picture('event');
  });

  it.each([
    ['light', 1_000],
    ['dark', 1_000],
    ['light', 360],
  ] as const)('fits in %s colours, %d pixels wide, and passes axe', async (colorScheme, width) => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 900 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    const cutOff = await page.evaluate(() =>
      [...document.querySelectorAll('input')]
        .filter((input) => input.scrollWidth > input.clientWidth)
        .map(({ name }) => name),
    );
    expect(cutOff).toEqual([]);
    expect(await findViolations(page)).toEqual([]);
    await page.screenshot({ path: `test/browser/screenshots/example-${colorScheme}-${width}.png`, fullPage: true });
  });

  it('puts no secret in the browser, but for the session that is shown', () => {
    expect(answers.length).toBeGreaterThan(5);
    for (const { path, text } of answers.filter(({ path }) => path.startsWith('/'))) {
      expect(text, path).not.toMatch(/example-secret|access_token|Bearer/i);
      if (!path.endsWith('/session')) expect(text, path).not.toContain('totp=');
    }
    expect(messages).toEqual([]);
  });

  it('refuses another site, a forged event, a customer without a name and a card that is none', async () => {
    const post = async (path: string, body: string, headers: Record<string, string> = {}) =>
      (await fetch(example.origin + path, { method: 'POST', body, headers })).status;
    const elsewhere = { origin: 'https://evil.test', 'content-type': 'text/plain' };
    expect(await post('/cards', '{}', elsewhere)).toBe(403);
    expect(await post('/cards/1/session', '', elsewhere)).toBe(403);
    const forged = { Type: 'Notification', MessageId: '1', TopicArn: 'arn:aws:sns:ap-southeast-2:000000000000:evil' };
    expect([400, 403]).toContain(await post('/webhooks/kobble', JSON.stringify(forged)));
    const json = { 'content-type': 'application/json' };
    expect(await post('/cards', '{"number":"1"}', json)).toBe(400);
    const customer = { number: '1', first_name: 'A', last_name: 'B', email: 'a@b.test', phone_number: 'call me' };
    expect(await post('/cards', JSON.stringify(customer), json)).toBe(400);
    expect(await post('/cards/00000000-0000-4000-8000-000000000000/session', '{}', json)).toBe(404);
  });

  it('is under a strict policy, and ends when it is told to', async () => {
    const { headers } = await fetch(example.origin);
    const policy = headers.get('content-security-policy');
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'self'");
    expect(policy).not.toContain('unsafe');
    expect(await example.stop()).toBe(0);
    expect(example.printed()).not.toContain('example-secret');
  });
});
