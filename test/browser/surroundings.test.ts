// Proves that a card goes in time whatever the page around it does: prints it, or holds it in another document.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { card, expectHidden, happened, showCard } from '../support/browser/card.js';
import { describeInChromium } from '../support/browser/chromium.js';
import { setStage, type Stage } from '../support/browser/stage.js';

describeInChromium('a card and the page around it', () => {
  let stage: Stage;
  let page: Page;
  beforeAll(async () => {
    stage = await setStage();
  });
  afterAll(() => stage.close());

  const prints: [how: string, print: (page: Page) => Promise<unknown>][] = [
    ['print()', (page) => page.evaluate(() => window.print())],
    ['the browser', (page) => page.pdf()],
  ];
  it.each(prints)('is not printed by %s', async (_, print) => {
    page = await stage.open();
    await showCard(page);
    await page.evaluate(() => {
      const count = () => document.querySelectorAll('iframe').length;
      addEventListener('beforeprint', () => window.happened.push(`frames: ${count()}`));
    });
    await print(page);
    await expectHidden(page);
    expect(await happened(page)).toEqual(expect.arrayContaining(['show', 'frames: 0', 'hide: pagehide']));
  });

  it('cannot be of an origin that joined the list later', async () => {
    page = await stage.open();
    await page.evaluate((origin) => {
      const allowedOrigins = [origin];
      window.mount({ allowedOrigins });
      allowedOrigins.push(location.origin);
    }, stage.cardOrigin);
    stage.sessions.push(() => ({ iframeUrl: stage.origin }));
    await card(page).button.click();
    await expectHidden(page, 'Try again');
    expect(await happened(page)).toContainEqual(expect.stringContaining('which is not in allowedOrigins'));
  });

  const exits: [how: string, exit: (view: Window) => unknown][] = [
    ['its pagehide', (view) => view.dispatchEvent(new PageTransitionEvent('pagehide'))],
    ['its visibilitychange', (view) => view.document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))],
    [
      'Escape in it',
      (view) => view.document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true })),
    ],
  ];
  it.each(exits)('goes from the document of a frame by %s', async (_, exit) => {
    page = await stage.open();
    await page.evaluate(() => {
      const frame = document.createElement('iframe');
      Object.assign(frame, { width: '600', height: '500', name: 'around' });
      document.body.append(frame);
      const element = document.querySelector('#card');
      if (element) frame.contentDocument?.body.append(element);
    });
    const around = page.frameLocator('iframe[name=around]');
    await around.getByRole('button').click();
    await around.frameLocator('iframe').getByText('4242').waitFor();
    await page.evaluate(`(${exit.toString()})(window.frames.around)`);
    await expect.poll(() => around.locator('iframe').count()).toBe(0);
    expect(await around.getByRole('button').textContent()).toBe('Show card details');
  });
});
