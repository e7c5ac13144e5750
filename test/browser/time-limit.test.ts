// Proves that a card is gone after `visibleMs`, whatever labels and callbacks throw and however clocks move.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { card, expectHidden, happened, leap, timeShown } from '../support/browser/card.js';
import { describeInChromium } from '../support/browser/chromium.js';
import { setStage, type Stage } from '../support/browser/stage.js';

const VISIBLE_MS = 1_200;
/** Less than for ever, and enough for a busy machine. */
const LATEST_MS = 15_000;

describeInChromium('the time limit of a card', () => {
  let stage: Stage;
  let page: Page;
  beforeAll(async () => {
    stage = await setStage();
  });
  afterAll(() => stage.close());

  /** Shows a card and returns how long its iframe was in the page, in milliseconds by a clock that is never set. */
  async function shownFor(whileShown?: (page: Page) => Promise<void>): Promise<number> {
    const shown = timeShown(page);
    await card(page).button.click();
    await whileShown?.(page);
    return shown;
  }

  const throwing: [what: string, mount: (visibleMs: number) => void][] = [
    [
      'a countdown that throws after its first text',
      (visibleMs) => {
        let calls = 0;
        const remaining = (): string => {
          if (calls++ > 0) throw new Error('no words');
          return 'first';
        };
        window.mount({ visibleMs, labels: { remaining } });
      },
    ],
    [
      'a countdown that returns what is not text',
      (visibleMs) => {
        let calls = 0;
        const bad = { toString: () => (calls++ > 0 ? Symbol() : 'first') } as unknown as string;
        window.mount({ visibleMs, labels: { remaining: () => bad } });
      },
    ],
    [
      'labels that turn into something else',
      (visibleMs) => {
        const turning = (texts = 0) => ({ toString: () => (texts++ > 0 ? Symbol() : 'text') }) as unknown as string;
        window.mount({ visibleMs, labels: { hidden: turning(), show: turning(), hide: turning() } });
      },
    ],
    [
      'onShow that throws',
      (visibleMs) =>
        window.mount({
          visibleMs,
          onShow: () => {
            throw new Error('show');
          },
        }),
    ],
    [
      'onHide that throws',
      (visibleMs) =>
        window.mount({
          visibleMs,
          onHide: () => {
            throw new Error('hide');
          },
        }),
    ],
  ];
  it.each(throwing)('holds with %s', async (_, mount) => {
    page = await stage.open();
    await page.evaluate(mount, VISIBLE_MS);
    expect(await shownFor()).toBeLessThan(LATEST_MS);
  });

  it('leaves a card alone if a callback throws: the error goes to the page', async () => {
    page = await stage.open();
    stage.said.length = 0;
    await page.evaluate((visibleMs) => {
      const fail = (text: string) => () => {
        throw new Error(text);
      };
      window.mount({ visibleMs, onShow: fail('from onShow'), onHide: fail('from onHide') });
    }, VISIBLE_MS);
    expect(await shownFor()).toBeGreaterThan(VISIBLE_MS - 200);
    await expectHidden(page);
    expect(stage.said.splice(0)).toEqual(['from onShow', 'from onHide']);
    expect(await happened(page)).toEqual(['abort']);
    await card(page).button.click();
    await card(page).details.waitFor();
    await page.evaluate(() => window.widget.destroy());
    expect(await page.locator('#card').innerHTML()).toBe('');
  });

  it('holds for a failed session if onError throws', async () => {
    page = await stage.open();
    await page.evaluate(() => {
      window.mount({
        onError: () => {
          throw new Error('from onError');
        },
      });
    });
    stage.sessions.push(() => ({ failure: 'no' }));
    await card(page).button.click();
    await expectHidden(page, 'Try again');
  });

  it('refuses labels that throw when they are read, before anything is in the page', async () => {
    page = await stage.open();
    const message = await page.evaluate(() => {
      const labels = Object.defineProperty({}, 'hide', {
        enumerable: true,
        get: () => {
          throw new Error('no label');
        },
      });
      try {
        window.mount({ labels });
        return 'mounted';
      } catch (error) {
        return String(error);
      }
    });
    expect(message).toBe('Error: no label');
    expect(await page.locator('#card').innerHTML()).toBe('');
  });

  const moves: [how: string, move: (page: Page) => Promise<void>][] = [
    ['is set back by an hour', (page) => leap(page, -3_600_000)],
    ['is set back by less than was shown', (page) => leap(page, -30_000)],
    [
      'stands still',
      (page) =>
        page.evaluate(() => {
          const start = Date.now();
          Date.now = () => start;
        }),
    ],
  ];
  it.each(moves)('holds if the clock %s', async (_, move) => {
    page = await stage.open({}, 'own profile');
    await page.clock.install(); // counts by itself too, so that less than 45 seconds are left to run
    await card(page).button.click();
    await card(page).details.waitFor();
    await page.clock.runFor(38_000);
    expect(await card(page).frame.count()).toBe(1);
    await move(page);
    await page.clock.runFor(8_000);
    await expectHidden(page);
  });

  it('ends within a second after a machine slept, or its clock was set forward', async () => {
    page = await stage.open();
    const start = Date.now();
    await shownFor(async (page) => {
      await card(page).details.waitFor();
      await leap(page, 3_600_000);
    });
    expect(Date.now() - start).toBeLessThan(LATEST_MS);
    await expectHidden(page);
  });

  it('holds where the monotonic clock stands still, as it may while a machine sleeps', async () => {
    page = await stage.open({}, 'own profile');
    await shownFor(async (page) => {
      await card(page).details.waitFor();
      await page.evaluate(() => {
        const start = performance.now();
        performance.now = () => start;
        const now = Date.now.bind(Date);
        Date.now = () => now() + 44_000;
      });
    });
    await expectHidden(page);
  });
});
