import { expect } from 'vitest';
import type { Page } from 'playwright-core';

/** The card number that the stand-in for the widget's page shows. */
const NUMBER = '4242 4242 4242 4242';

/** Locates the parts of the widget by what its user sees. */
export const card = (page: Page) => ({
  button: page.locator('#card button'),
  status: page.getByRole('status'),
  box: page.getByRole('group', { name: 'Card ending in 4242' }),
  frame: page.locator('#card iframe'),
  countdown: page.locator('#card span'),
  details: page.frameLocator('#card iframe').getByText(NUMBER),
});

/** Clicks the button and waits for the card's number. */
export async function showCard(page: Page): Promise<void> {
  await card(page).button.click();
  await card(page).details.waitFor();
}

/** Checks that nothing of a shown card is left, and that the button offers to show it again. */
export async function expectHidden(page: Page, offer = 'Show card details'): Promise<void> {
  await expect.poll(() => card(page).button.textContent(), { timeout: 5_000 }).toBe(offer);
  expect(await card(page).frame.count()).toBe(0);
  expect(page.frames()).toHaveLength(1);
  expect(await card(page).countdown.textContent()).toBe('');
}

/** Returns the calls of the page's own callbacks, in order. */
export const happened = (page: Page): Promise<string[]> => page.evaluate(() => window.happened);

/** Sets the page's wall clock forward or back. The countdown reads it within a second. */
export const leap = (page: Page, by: number): Promise<void> =>
  page.evaluate((milliseconds) => {
    const now = Date.now.bind(Date);
    Date.now = () => now() + milliseconds;
  }, by);

/** Waits until an iframe has come and gone. Resolves to how long it was in the page, in milliseconds by a clock that is never set. */
export const timeShown = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let start = 0;
        new MutationObserver(() => {
          const there = document.querySelector('iframe') !== null;
          if (there && start === 0) start = performance.now();
          if (!there && start > 0) resolve(performance.now() - start);
        }).observe(document, { childList: true, subtree: true });
      }),
  );
