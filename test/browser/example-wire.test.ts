// Proves the playground: each switch does what it says, once; a card is issued once and an order credited once whatever is
// lost; the wire says so in words; and nothing secret is in what the browser is sent.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findViolations } from '../support/browser/axe.js';
import { describeInChromium, launchChromium } from '../support/browser/chromium.js';
import { startExample, type Example } from '../support/browser/example.js';

describeInChromium('the playground', () => {
  let example: Example;
  let browser: Browser;
  let page: Page;
  const messages: string[] = [];

  beforeAll(async () => {
    example = await startExample();
    browser = await launchChromium();
    page = await browser.newPage();
    page.on('console', (message) => messages.push(message.text()));
    page.on('pageerror', (error) => messages.push(error.message));
    await page.goto(example.origin);
  });
  afterAll(async () => {
    await browser.close();
    await example.stop();
  });

  const button = (name: string | RegExp) => page.getByRole('button', { name });
  const activity = () => page.locator('.activity').first();
  const steps = () => activity().locator('.step').allInnerTexts();
  const total = (name: string) => page.locator(`[data-total=${name}]`).textContent();
  const armed = () => page.locator('[data-switch][aria-pressed=true] b').allTextContents();
  const events = () => page.locator('#events > li').count();

  /** Writes a picture in light and dark colours, to be looked at. Those of README.md are the first, in 128 colours. */
  async function picture(name: string): Promise<void> {
    await page.setViewportSize({ width: 1_280, height: 940 });
    await page.evaluate(() => window.scrollTo(0, 0));
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.screenshot({ path: `test/browser/screenshots/playground-${name}-${colorScheme}.png` });
    }
  }

  /** Waits until the newest activity has this title and its verdict. */
  async function newest(title: string, verdict: RegExp): Promise<void> {
    await expect.poll(() => activity().locator('h3').textContent()).toBe(title);
    await expect.poll(() => activity().locator('.verdict').textContent()).toMatch(verdict);
  }

  async function arm(name: string): Promise<void> {
    await button(new RegExp(`^${name}`)).click();
    await expect.poll(armed).toEqual([name]);
  }

  it('shows what the page itself has sent, its token included', async () => {
    await newest('The page opens', /^Two reads fill the page/);
    const names = (await steps()).map((step) => /^\w+/.exec(step)?.[0]);
    expect(names).toEqual(['getAccessToken', 'listWallets', 'listCards']);
  });

  it('issues a card once though its answer was lost, and says so', async () => {
    await arm('Lose the next answer');
    await button('Issue card').click();
    await newest(
      'Issue card',
      /^1 card on the wallet\. The answer was lost once; the second attempt carried the same key\.$/,
    );
    const [lost = '', wait = '', repeat = ''] = (await steps()).slice(-4);
    const key = /^createCard\s+key ([0-9a-f]{8})\s+no answer\s+carried out, but the answer was lost$/.exec(lost)?.[1];
    expect(key, lost).toBeDefined();
    expect(wait).toMatch(/^wait\s+\d+ ms$/);
    expect(repeat).toMatch(
      new RegExp(`^attempt again\\s+key ${key}\\s+200\\s+the same key: the first answer once more$`),
    );
    expect(await armed()).toEqual([]);
    expect([await total('cards'), await total('lost'), await total('doubled')]).toEqual(['1', '1', '0']);
    expect(await page.getByRole('status').filter({ hasText: '1 card on the wallet' }).count()).toBe(1);
    await picture('issued');
  });

  it('says that a second press issues nothing, also while the first is under way', async () => {
    await button('Issue card').click();
    await newest('Issue card', /^1 card on the wallet\. The customer had it already, so none was issued\.$/);
    await button('Another customer').click();
    await button('Issue card').dblclick();
    await newest('Issue card', /^1 card on the wallet\. The same request was under way, so none was sent\.$/);
    await expect.poll(() => page.locator('#issuing').textContent()).toMatch(/Nothing was issued twice\.$/);
    expect([await total('cards'), await page.locator('#cards > li').count()]).toEqual(['2', 2]);
  });

  it.each([
    ['Lose the next answer', /^The order was credited once\. The answer was lost once; the second attempt carried/],
    [
      'Answer 429',
      /^The order was credited once\. 429 was answered once, and the client waited as it was told; the second/,
    ],
    ['Answer 503', /^The order was credited once\. 503 was answered once, after the work was done; the second attempt/],
    ['Expire the token', /^The order was credited once\. The token had expired, and was renewed; the second attempt/],
    ['Repeat a webhook', /^The order was credited once\. The webhook was delivered twice, and handed over once\.$/],
  ])('tops up once with the switch "%s", and receives one event', async (name, verdict) => {
    const before = [await total('topUps'), await events()].map(Number);
    await arm(name);
    await button('Top up 10').last().click();
    await newest('Top up 10', verdict);
    expect(await armed()).toEqual([]);
    await expect.poll(async () => [Number(await total('topUps')), await events()]).toEqual(before.map((n) => n + 1));
    const balance = await page.locator('#cards > li').last().locator('.balance strong').textContent();
    expect(Number(balance)).toBe(10 * Number(await total('topUps')));
    expect(await total('doubled')).toBe('0');
  });

  it('refuses a forged webhook, and hands nothing over', async () => {
    const before = await events();
    await button(/^Forge a webhook/).click();
    await newest('A forged webhook arrives', /^The webhook was refused: its signature does not match its text\.$/);
    expect(await steps()).toEqual([expect.stringMatching(/^webhook transaction-create\s+403\s+the signature/)]);
    await page.waitForTimeout(1_100); // the page asks for events once a second
    expect(await events()).toBe(before);
  });

  it('says how a call ended that did not succeed', async () => {
    const path = '/cards/00000000-0000-4000-8000-000000000000/session';
    await fetch(example.origin + path, { method: 'POST', headers: { 'content-type': 'application/json' } });
    await newest('Show card details', /^It did not work, and the page says why\.$/);
    expect(await steps()).toEqual([
      expect.stringMatching(/^createCardWidgetSession\s+key \w{8}\s+404\s+the call ended: rejected$/),
    ]);
  });

  it('turns a switch off again', async () => {
    await arm('Answer 503');
    await button(/^Answer 503/).click();
    await expect.poll(armed).toEqual([]);
    await button('Top up 10').last().click();
    await newest('Top up 10', /^The order was credited once\.$/);
  });

  it('works by keyboard only', async () => {
    await button(/^Answer 429/).focus();
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Space');
    await expect.poll(armed).toEqual(['Lose the next answer']);
    await button('Another customer').focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    await newest('Issue card', /^1 card on the wallet\. The answer was lost once/);
    await activity().locator('summary').focus();
    await page.keyboard.press('Enter');
    expect(await activity().locator('.step').first().isVisible()).toBe(false);
  });

  it('shows a later visitor what happened', async () => {
    const other = await browser.newPage();
    await other.goto(example.origin);
    await expect.poll(() => other.locator('.activity').count()).toBeGreaterThan(10);
    expect(await other.locator('[data-total=cards]').textContent()).toBe('3');
    await other.close();
  });

  it.each([
    ['light', 1_280],
    ['dark', 1_280],
    ['light', 360],
    ['dark', 360],
  ] as const)('fits in %s colours, %d pixels wide, and passes axe', async (colorScheme, width) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.setViewportSize({ width, height: 900 });
    if (!(await armed()).includes('Answer 429')) await arm('Answer 429');
    await page.locator('details').evaluateAll((all) => all.forEach((one) => one.setAttribute('open', '')));
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    expect(await findViolations(page)).toEqual([]);
    expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
    await page.screenshot({ path: `test/browser/screenshots/playground-${colorScheme}-${width}.png` });
  });

  it('sends no secret to the browser, but for the session of a card', async () => {
    await button('Show card details').first().click();
    await newest('Show card details', /^The details go from Kobble to the frame/);
    const abort = new AbortController();
    const response = await fetch(`${example.origin}/wire/stream`, { signal: abort.signal });
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    let stream = '';
    while (!stream.includes('event: state')) stream += (await reader?.read())?.value ?? ''; // it follows all activities
    abort.abort();
    expect(stream).toContain('createCardWidgetSession');
    const texts = [stream, await page.content(), example.printed()];
    for (const path of ['/', '/wire.js', '/page.js', '/cards', '/events']) {
      texts.push(await (await fetch(example.origin + path)).text());
    }
    const secret = /fake-token-|Bearer|access_token|example-secret|totp=|k1(#|%23)\d|\d{4} 0000 0000 \d{4}|CVV 123/;
    for (const text of texts) expect(text).not.toMatch(secret);
  });

  it('takes switches from its own page only, and knows no others', async () => {
    const headers = { 'content-type': 'application/json' };
    const put = async (path: string) =>
      (await fetch(`${example.origin}/wire/${path}`, { method: 'PUT', headers })).status;
    expect(await put('switches/dropAnswer/maybe')).toBe(404);
    expect(await put('switches/explode/on')).toBe(404);
    const elsewhere = { origin: 'https://evil.test', 'content-type': 'text/plain' };
    const forge = await fetch(`${example.origin}/wire/forge`, { method: 'POST', headers: elsewhere });
    expect(forge.status).toBe(403);
    expect(messages).toEqual([]);
  });

  it('says when it has stopped, and ends at once although a page is open', async () => {
    expect(await example.stop()).toBe(0);
    await page.locator('#stopped').waitFor();
  });
});
