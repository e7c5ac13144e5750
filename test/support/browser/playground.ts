import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { launchChromium } from './chromium.js';
import { startExample, type Example } from './example.js';

/** Opens the playground in a browser for the tests of a file, and returns what they press and read in it. */
export function openPlayground() {
  let example: Example;
  let browser: Browser;
  let page: Page;
  /** What the console of the page has said, errors included. */
  const messages: string[] = [];

  beforeAll(async () => {
    example = await startExample();
    browser = await launchChromium();
    page = await (await browser.newContext()).newPage();
    page.on('console', (message) => messages.push(message.text()));
    page.on('pageerror', (error) => messages.push(error.message));
    await page.goto(example.origin);
  });
  afterAll(async () => {
    await browser.close();
    await example.stop();
  });

  const button = (name: string | RegExp) => page.getByRole('button', { name });
  const fault = (name: string) => page.getByRole('switch', { name: new RegExp(`^${name}`) });
  const activity = () => page.locator('#newest > .activity');
  const steps = () => activity().locator('.step').allInnerTexts();
  const total = (name: string) => page.locator(`[data-total=${name}]`).textContent();
  const armed = () => page.locator('[role=switch][aria-checked=true] b').allTextContents();
  const events = () => page.locator('#events > li').count();

  /** Turns a fault on. */
  async function arm(name: string): Promise<void> {
    await fault(name).click();
    await expect.poll(armed).toEqual([name]);
  }

  /** Waits until the newest activity has this title and its verdict. */
  async function newest(title: string, verdict: RegExp): Promise<void> {
    await expect.poll(() => activity().locator('h3').textContent()).toBe(title);
    await expect.poll(() => activity().locator('.verdict').textContent()).toMatch(verdict);
  }

  /** Writes a picture in light and dark colours, to be looked at. README.md has `issued`, made smaller by `pngquant 128`. */
  async function picture(name: string): Promise<void> {
    await page.setViewportSize({ width: 1_280, height: 940 });
    await page.evaluate(() => window.scrollTo(0, 0));
    const { y = 0, height = 0 } = (await page.locator('.faults').boundingBox()) ?? {};
    await page.setViewportSize({ width: 1_280, height: Math.ceil(y + height) + 15 });
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.screenshot({ path: `test/browser/screenshots/playground-${name}-${colorScheme}.png` });
    }
  }

  return {
    ...{ page: () => page, example: () => example, messages },
    ...{ button, fault, activity, steps, total, armed, events, arm, newest, picture },
  };
}
