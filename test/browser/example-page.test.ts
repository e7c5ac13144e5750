// Proves what the playground looks like: what comes first on a phone, what is said before the first press, that it works by
// keyboard, and that axe finds nothing.
import { expect, it } from 'vitest';
import { findViolations } from '../support/browser/axe.js';
import { describeInChromium } from '../support/browser/chromium.js';
import { openPlayground } from '../support/browser/playground.js';

describeInChromium('the page of the playground', () => {
  const { page, button, fault, activity, armed, arm, newest } = openPlayground();

  it('explains the wire until the first press', async () => {
    await page().locator('#guide').waitFor();
    expect(await page().locator('#guide').textContent()).toMatch(/Each press of a button adds an entry/);
    const said = ['answered', 'failed, so it is sent again', 'the client waits', 'refused'];
    const legend = await page().locator('#guide li').allInnerTexts();
    expect(legend.map((text) => text.trim())).toEqual(said);
    await button('Issue card').click();
    await newest('Issue card', /^1 card on the wallet\.$/);
    expect(await page().locator('#guide').isVisible()).toBe(false);
  });

  it('works by keyboard only', async () => {
    await fault('Answer 429').focus();
    await page().keyboard.press('Shift+Tab');
    await page().keyboard.press('Space');
    await expect.poll(armed).toEqual(['Lose the next answer']);
    await button('Next customer').focus();
    await page().keyboard.press('Enter');
    await page().keyboard.press('Shift+Tab');
    await page().keyboard.press('Enter');
    await newest('Issue card', /^1 card on the wallet\. The answer was lost once/);
    await activity().locator('summary').focus();
    await page().keyboard.press('Enter');
    expect(await activity().locator('.step').first().isVisible()).toBe(false);
  });

  it('has the button first on a phone, then the wire, the faults, the cards and the events', async () => {
    const names = ['Issue a card', 'The wire', 'Make something go wrong', 'Cards', 'Webhook events'];
    const tops = async (width: number): Promise<number[]> => {
      await page().setViewportSize({ width, height: 844 });
      await page().reload();
      await page().locator('#earlier').waitFor();
      await page().evaluate(() => window.scrollTo(0, 0));
      const of = (name: string) => page().getByRole('heading', { name, exact: true }).boundingBox();
      return (await Promise.all(names.map(of))).map((box) => box?.y ?? 0);
    };
    const narrow = await tops(390);
    expect(narrow).toEqual(narrow.toSorted((a, b) => a - b));
    const press = await button('Issue card').boundingBox();
    expect((press?.y ?? 0) + (press?.height ?? 0)).toBeLessThan(844); // without scrolling
    expect(await page().locator('#earlier').getAttribute('open')).toBeNull();
    const [form, wire] = await tops(1_280);
    expect(wire).toBe(form);
    expect(await page().locator('#earlier').getAttribute('open')).toBe('');
  });

  it.each([
    ['light', 1_280],
    ['dark', 1_280],
    ['light', 360],
    ['dark', 360],
  ] as const)('fits in %s colours, %d pixels wide, and passes axe', async (colorScheme, width) => {
    await page().emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page().setViewportSize({ width, height: 900 });
    if (!(await armed()).includes('Answer 429')) await arm('Answer 429');
    await page()
      .locator('details')
      .evaluateAll((all) => all.forEach((one) => one.setAttribute('open', '')));
    expect(await page().evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    expect(await findViolations(page())).toEqual([]);
    expect(await page().evaluate(() => document.getAnimations().length)).toBe(0);
    await page().screenshot({ path: `test/browser/screenshots/playground-${colorScheme}-${width}.png` });
  });
});
