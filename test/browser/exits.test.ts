// Proves that card details appear on the user's own action, and that each way of hiding them leaves the page as it was.
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import type { CardHideReason } from '../../src/widget/index.js';
import { card, expectHidden, happened, showCard, timeShown } from '../support/browser/card.js';
import { describeInChromium } from '../support/browser/chromium.js';
import { setStage, type Stage } from '../support/browser/stage.js';

describeInChromium('a card on the screen', () => {
  let stage: Stage;
  let page: Page;
  beforeAll(async () => {
    stage = await setStage();
  });
  afterEach(() => expect(stage.said.splice(0)).toEqual([])); // no error, no warning, no new window
  afterAll(() => stage.close());

  it('is shown by its button, in an iframe with few rights, and hidden by it', async () => {
    page = await stage.open();
    expect(stage.asked).toEqual([]);
    await showCard(page);
    const frame = card(page).frame;
    const attribute = (name: string) => frame.getAttribute(name);
    expect(await attribute('sandbox')).toBe('allow-scripts allow-same-origin');
    expect(await attribute('allow')).toBe('');
    expect(await attribute('referrerpolicy')).toBe('no-referrer');
    expect(await attribute('title')).toBe('Card ending in 4242');
    expect(await frame.boundingBox()).toMatchObject({ width: 398, height: 223 });
    expect(stage.asked.at(-1)?.headers.referer).toBeUndefined();
    expect(await page.frameLocator('#card iframe').locator('#more').textContent()).toBe('12/30 · 123 · 1');
    expect(await card(page).button.textContent()).toBe('Hide details');
    await card(page).button.click();
    await expectHidden(page);
    expect(await happened(page)).toEqual(['show', 'abort', 'hide: user']);
  });

  it('counts down its 45 seconds, then goes', async () => {
    page = await stage.open({}, 'own profile');
    await page.clock.install();
    await showCard(page);
    const countdown = card(page).countdown;
    await expect.poll(() => countdown.textContent()).toMatch(/^Seconds left: 4[45]$/);
    await page.clock.runFor(20_000);
    expect(await countdown.textContent()).toMatch(/^Seconds left: 2[345]$/);
    await page.clock.runFor(19_000);
    expect(await countdown.textContent()).toMatch(/^Seconds left: [3456]$/);
    await page.clock.runFor(6_000);
    await expectHidden(page);
  });

  it('is gone when its time is up', async () => {
    page = await stage.open({ visibleMs: '1200' });
    const shownFor = timeShown(page);
    await card(page).button.click();
    expect(await shownFor).toBeGreaterThan(1_000);
    expect(await shownFor).toBeLessThan(2_400);
    await expectHidden(page);
    expect(await happened(page)).toEqual(['show', 'abort', 'hide: expired']);
  });

  const exits: [how: string, reason: CardHideReason, exit: (page: Page) => Promise<unknown>][] = [
    ['hide()', 'hide', (page) => page.evaluate(() => window.widget.hide())],
    ['Escape on the box', 'user', (page) => page.keyboard.press('Escape')],
    ['Escape elsewhere', 'user', (page) => page.locator('#elsewhere').press('Escape')],
    ['pagehide', 'pagehide', (page) => page.evaluate(() => dispatchEvent(new PageTransitionEvent('pagehide')))],
    // Headless Chromium treats each page as visible, so the event is dispatched as the browser would do it.
    [
      'visibilitychange',
      'pagehide',
      (page) => page.evaluate(() => document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))),
    ],
  ];
  it.each(exits)('is hidden by %s, and shown again by a fresh session', async (_, reason, exit) => {
    page = await stage.open();
    await showCard(page);
    const [before] = stage.asked.splice(0);
    await exit(page);
    await expectHidden(page);
    await showCard(page);
    expect(stage.asked).toHaveLength(1);
    expect(stage.asked[0]?.url).not.toBe(before?.url);
    expect(await happened(page)).toEqual(['show', 'abort', `hide: ${reason}`, 'show']);
  });

  it('is hidden though the page stops the propagation of its events', async () => {
    page = await stage.open();
    await page.evaluate(() => {
      for (const name of ['visibilitychange', 'keydown']) {
        document.addEventListener(name, (event) => event.stopImmediatePropagation(), { capture: true });
      }
    });
    await showCard(page);
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange', { bubbles: true })));
    await expectHidden(page);
    await showCard(page);
    await page.keyboard.press('Escape');
    await expectHidden(page);
  });

  it('leaves with its widget when destroyed, and does not come back', async () => {
    page = await stage.open();
    await showCard(page);
    await page.evaluate(() => window.widget.destroy());
    expect(await page.locator('#card').innerHTML()).toBe('');
    expect(await happened(page)).toEqual(['show', 'abort', 'hide: destroy']);
    await page.evaluate(() => window.widget.show());
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 200)));
    expect(page.frames()).toHaveLength(1);
    await page.evaluate(() => (window.widget.hide(), window.widget.destroy()));
    expect(await happened(page)).toEqual(['show', 'abort', 'hide: destroy']);
  });

  it.each(['removed', 'removed and put back', 'moved to another document'])(
    'leaves nothing behind when its element is %s while the session loads',
    async (how) => {
      page = await stage.open();
      const answer = stage.hold();
      const answered = page.waitForResponse(`${stage.origin}/session`);
      await card(page).button.click();
      const element = await page.locator('#card').elementHandle();
      await element.evaluate((card, how) => {
        Object.assign(window, { removed: card });
        if (how === 'moved to another document') document.implementation.createHTMLDocument('').body.append(card);
        else card.remove();
      }, how);
      answer();
      await (await answered).finished();
      await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 100)));
      expect(await element.evaluate((card) => card.querySelectorAll('iframe').length)).toBe(0);
      expect(await element.evaluate((card) => card.querySelector('button')?.textContent)).toBe('Show card details');
      expect(await happened(page)).toEqual(['abort']);
      if (how !== 'removed and put back') return;
      await element.evaluate((card) => document.querySelector('main')?.append(card));
      await showCard(page);
    },
  );

  it('is gone when its element was taken out and put back', async () => {
    page = await stage.open();
    await showCard(page);
    await page.locator('#card').evaluate((card) => card.remove());
    await expect.poll(() => happened(page)).toEqual(['show', 'abort', 'hide: pagehide']);
  });

  it('is gone from a page that comes back from the cache', async () => {
    page = await stage.open();
    await showCard(page);
    await page.evaluate(() => addEventListener('pageshow', (event) => window.happened.push(`kept ${event.persisted}`)));
    await page.goto(`${stage.origin}/away`);
    await page.goBack({ waitUntil: 'commit' });
    await expectHidden(page);
    expect(await happened(page)).toEqual(['show', 'abort', 'hide: pagehide', 'kept true']);
  });
});
