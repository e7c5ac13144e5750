// Proves that the widget works by keyboard, tells screen readers what they need and no more, and passes axe.
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { findViolations } from '../support/browser/axe.js';
import { card, expectHidden, leap, showCard } from '../support/browser/card.js';
import { describeInChromium } from '../support/browser/chromium.js';
import { setStage, type Stage } from '../support/browser/stage.js';

describeInChromium('the widget for everyone', () => {
  let stage: Stage;
  let page: Page;
  beforeAll(async () => {
    stage = await setStage();
  });
  afterEach(() => expect(stage.said.splice(0)).toEqual([]));
  afterAll(() => stage.close());

  const tree = () => page.locator('#card').ariaSnapshot();
  const focused = () => page.evaluate(() => document.activeElement?.ariaLabel ?? document.activeElement?.textContent);

  it('is read by a screen reader in each state', async () => {
    page = await stage.open();
    const group = (status: string) => `- group "Card ending in 4242":\n  - status: ${status}`;
    expect(await tree()).toBe(`${group('Card details are hidden.')}\n- button "Show card details"`);
    const answer = stage.hold();
    await card(page).button.click();
    expect(await tree()).toBe(`${group('Loading card details…')}\n- button "Cancel"`);
    answer(() => ({ failure: 'no' }));
    await expectHidden(page, 'Try again');
    expect(await tree()).toBe(`${group('Card details could not be shown.')}\n- button "Try again"`);
    await showCard(page);
    await expect.poll(tree).toContain('status: "Seconds left: 4');
    expect(await tree()).toMatch(/status: "Seconds left: 4[45]"\n {2}- iframe[^]*\n- button "Hide details"$/);
    expect(await card(page).frame.getAttribute('title')).toBe('Card ending in 4242');
  });

  it('announces start, 10 seconds and end, not each second', async () => {
    page = await stage.open({}, 'own profile');
    await page.clock.install();
    await page.evaluate(() => {
      const status = document.querySelector('[role=status]');
      if (status === null) throw new Error('no status');
      const note = () => window.happened.push(status.textContent);
      new MutationObserver(note).observe(status, { childList: true, characterData: true, subtree: true });
      window.happened.length = 0;
    });
    await showCard(page);
    await page.clock.runFor(60_000);
    await expectHidden(page);
    const said = await page.evaluate(() => window.happened.filter((text) => !/^(show|hide: .*|abort)$/.test(text)));
    const left = expect.stringMatching(/^Seconds left: 4[45]$/) as string;
    expect(said).toEqual(['Loading card details…', left, 'Seconds left: 10', 'Card details are hidden.']);
  });

  it('works by keyboard: the focus goes to the card and comes back', async () => {
    page = await stage.open();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await card(page).details.waitFor();
    expect(await focused()).toBe('Card ending in 4242');
    await page.keyboard.press('Escape');
    await expectHidden(page);
    expect(await focused()).toBe('Show card details');
    await page.keyboard.press('Space');
    await card(page).details.waitFor();
    await page.keyboard.press('Tab'); // into the iframe
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('Hide details');
    await page.keyboard.press('Space');
    await expectHidden(page);
    expect(await focused()).toBe('Show card details');
  });

  it('takes the focus back from inside the iframe when time is up', async () => {
    page = await stage.open();
    await showCard(page);
    await card(page).details.click();
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('IFRAME');
    await leap(page, 60_000);
    await expectHidden(page);
    expect(await focused()).toBe('Show card details');
  });

  it('leaves the focus to a user who went elsewhere', async () => {
    page = await stage.open();
    const answer = stage.hold();
    await card(page).button.click();
    await page.locator('#elsewhere').focus();
    answer();
    await card(page).details.waitFor();
    expect(await focused()).toBe('Elsewhere');
    await leap(page, 60_000);
    await expectHidden(page);
    expect(await focused()).toBe('Elsewhere');
  });

  it('moves nothing', async () => {
    page = await stage.open();
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await showCard(page);
    expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
    const css = await page.locator('#card').evaluate((root) => root.innerHTML);
    expect(css).not.toMatch(/transition|animation/);
  });

  it.each(['light', 'dark'] as const)('has nothing for axe to find, in %s colours', async (colorScheme) => {
    page = await stage.open();
    await page.emulateMedia({ colorScheme });
    const findings = () => findViolations(page);
    expect(await findings()).toEqual([]);
    stage.sessions.push(() => ({ failure: 'no' }));
    await card(page).button.click();
    await expectHidden(page, 'Try again');
    expect(await findings()).toEqual([]);
    await showCard(page);
    expect(await findings()).toEqual([]);
  });
});
