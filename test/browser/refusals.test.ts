// Proves that a card is shown only from an allowed origin, by a session that arrives in time, on a user's own action.
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { card, expectHidden, happened } from '../support/browser/card.js';
import { describeInChromium } from '../support/browser/chromium.js';
import { setStage, TOTP, type Stage } from '../support/browser/stage.js';

describeInChromium('what is not shown', () => {
  let stage: Stage;
  let page: Page;
  beforeAll(async () => {
    stage = await setStage();
  });
  afterEach(() => expect(stage.said.splice(0)).toEqual([]));
  afterAll(() => stage.close());

  const hostile: [what: string, url: (good: string) => unknown, why: string][] = [
    [
      'another origin',
      () => `https://evil.test/card?totp=${TOTP}`,
      'iframeUrl has the origin https://evil.test, which is not in allowedOrigins',
    ],
    [
      'another port',
      (good) => good.replace(/:\d+/, ':1'),
      'iframeUrl has the origin http://127.0.0.1:1, which is not in allowedOrigins',
    ],
    [
      'a name that only begins alike',
      (good) => good.replace('127.0.0.1', '127.0.0.1.evil.test'),
      'iframeUrl must be https',
    ],
    ['user info', (good) => good.replace('//', '//user@'), 'iframeUrl must have no user info'],
    ['user info that looks alike', (good) => good.replace('/card', '@evil.test/card'), 'iframeUrl must be https'],
    ['a script', () => 'javascript:alert(1)', 'iframeUrl must be https'],
    ['data', () => 'data:text/html,4242', 'iframeUrl must be https'],
    ['a blob of the origin', (good) => `blob:${good}`, 'iframeUrl must be https'],
    ['a path', () => '/card', 'iframeUrl is not a URL'],
    ['no URL', () => undefined, 'iframeUrl is not a URL'],
  ];
  it('is any place that is not of the allowed origins', async () => {
    page = await stage.open();
    for (const [what, url, why] of hostile) {
      await page.evaluate(() => (window.happened.length = 0));
      stage.sessions.push((good) => ({ iframeUrl: url(good) }));
      await card(page).button.click();
      await expect
        .poll(() => happened(page), { message: what, timeout: 5_000 })
        .toEqual(['abort', `kobble-client: ${why}`]);
      await expectHidden(page, 'Try again');
      expect(await card(page).status.textContent()).toBe('Card details could not be shown.');
    }
    expect(stage.asked).toEqual([]);
  });

  it('is the page itself: its own origin cannot be allowed', async () => {
    page = await stage.open();
    const message = await page.evaluate((cardOrigin) => {
      try {
        window.mount({ allowedOrigins: [cardOrigin, location.origin] });
        return 'mounted';
      } catch (error) {
        return String(error);
      }
    }, stage.cardOrigin);
    expect(message).toBe("TypeError: kobble-client: allowedOrigins must not contain the page's own origin");
    expect(await page.locator('#card').innerHTML()).toBe('');
  });

  it('is a session that fails; the next one is shown', async () => {
    page = await stage.open();
    stage.sessions.push(() => ({ failure: 'no session today' }));
    await card(page).button.click();
    await expectHidden(page, 'Try again');
    const answer = stage.hold();
    await card(page).button.click();
    expect(await card(page).status.textContent()).toBe('Loading card details…'); // no word of the failure is left
    answer();
    await card(page).details.waitFor();
    expect(await card(page).status.textContent()).toMatch(/^Seconds left: \d+$/);
    await card(page).button.click();
    await expectHidden(page);
    expect(await card(page).status.textContent()).toBe('Card details are hidden.');
    expect(await happened(page)).toEqual(['abort', 'no session today', 'show', 'abort', 'hide: user']);
  });

  it.each(['hide', 'destroy'] as const)('is a session that comes after %s()', async (exit) => {
    page = await stage.open();
    const answer = stage.hold();
    const answered = page.waitForResponse(`${stage.origin}/session`);
    await card(page).button.click();
    expect(await card(page).status.textContent()).toBe('Loading card details…');
    await page.evaluate((name) => window.widget[name](), exit);
    answer();
    await (await answered).finished();
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 100)));
    expect(page.frames()).toHaveLength(1);
    expect(await happened(page)).toEqual(['abort']);
    expect(stage.asked).toEqual([]);
  });

  it('is a session that fails after the user cancelled it', async () => {
    page = await stage.open();
    const answer = stage.hold();
    const answered = page.waitForResponse(`${stage.origin}/session`);
    await card(page).button.click();
    expect(await card(page).button.textContent()).toBe('Cancel');
    await card(page).button.click();
    answer(() => ({ failure: 'late' }));
    await (await answered).finished();
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 100)));
    await expectHidden(page);
    expect(await happened(page)).toEqual(['abort']);
  });

  it('is a second card by the second half of a double click', async () => {
    page = await stage.open();
    await card(page).button.dblclick();
    await card(page).details.waitFor();
    expect(stage.asked).toHaveLength(1);
    await page.evaluate(() => window.widget.show());
    expect(await card(page).frame.count()).toBe(1);
  });

  it('is a card that no user asked for', async () => {
    page = await stage.open({ unasked: 'true' });
    await expectHidden(page);
    expect(await happened(page)).toEqual(['TypeError: kobble-client: show() needs a click or a key']);
  });

  it('is nothing in a widget that has left the document, and no window opens instead', async () => {
    page = await stage.open();
    const answer = stage.hold();
    await card(page).button.click();
    await page.evaluate(() => document.querySelector('#card')?.remove());
    answer();
    await expect.poll(() => happened(page)).toEqual(['abort']);
    expect(stage.asked).toEqual([]);
  });

  it('is a redirect to an origin that is not allowed: the policy stops it', async () => {
    page = await stage.open();
    stage.sessions.push((good) => ({ iframeUrl: good.replace('/card', '/redirect') }));
    await card(page).button.click();
    await expect.poll(() => stage.said.splice(0).join()).toContain('violates the following Content Security Policy');
    expect(stage.asked.map(({ url }) => url.replace(/\?.*/, ''))).toEqual(['/redirect']);
  });

  it('is shown where show() is called from a click of the page', async () => {
    page = await stage.open();
    await page.evaluate(() => {
      document.querySelector('#elsewhere')?.addEventListener('click', () => window.widget.show());
    });
    await page.locator('#elsewhere').click();
    await card(page).details.waitFor();
  });
});
