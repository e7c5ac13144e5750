// Proves that a card is not printed: it is gone before the page is.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { expectHidden, happened, showCard } from '../support/browser/card.js';
import { describeInChromium } from '../support/browser/chromium.js';
import { setStage, type Stage } from '../support/browser/stage.js';

describeInChromium('a card', () => {
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
});
