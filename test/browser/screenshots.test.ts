// Writes a picture of each state to `screenshots/`, to be looked at. Proves the shape only.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { card, expectHidden } from '../support/browser/card.js';
import { describeInChromium } from '../support/browser/chromium.js';
import { setStage, type Stage } from '../support/browser/stage.js';

describeInChromium('pictures of the widget', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await setStage();
  });
  afterAll(() => stage.close());

  const picture = (page: Page, name: string) =>
    page.locator('main').screenshot({ path: `test/browser/screenshots/${name}.png` });

  it.each([
    ['light', 480],
    ['dark', 480],
    ['light', 320],
    ['forced light', 480],
    ['forced dark', 480],
  ] as const)('in %s colours, %d pixels wide', async (colors, width) => {
    const page = await stage.open();
    await page.emulateMedia({
      colorScheme: colors.endsWith('dark') ? 'dark' : 'light',
      forcedColors: colors.startsWith('forced') ? 'active' : 'none',
    });
    await page.setViewportSize({ width, height: 480 });
    const name = (state: string) => `${colors.replace(' ', '-')}-${width}-${state}`;
    await picture(page, name('hidden'));
    const answer = stage.hold();
    await card(page).button.click();
    await picture(page, name('loading'));
    answer(() => ({ failure: 'no' }));
    await expectHidden(page, 'Try again');
    await picture(page, name('failed'));
    await page.mouse.move(0, 0);
    await page.keyboard.press('Enter');
    await card(page).details.waitFor();
    await expect.poll(() => card(page).frame.evaluate(({ style }) => style.opacity)).toBe('');
    await picture(page, name('shown'));
    const size = await card(page).frame.boundingBox();
    expect((size?.width ?? 0) / (size?.height ?? 1)).toBeCloseTo(400 / 225, 1);
  });
});
