// Proves that `KobbleCard` works in StrictMode, over renders and on a server, and that it is small.
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { KobbleCard } from '../../src/react/index.js';
import { bundle } from '../support/browser/bundle.js';
import { card, expectHidden, happened, showCard } from '../support/browser/card.js';
import { describeInChromium } from '../support/browser/chromium.js';
import { setStage, type Stage } from '../support/browser/stage.js';

const MAX_BYTES = 1_000;

describe('kobble-client/react', () => {
  it('is less than 1 kB, minified and gzipped, without React and the widget', () => {
    const code = bundle('src/react/index.ts', { external: ['react', '../widget/index.js'] });
    expect(gzipSync(code, { level: 9 }).length).toBeLessThan(MAX_BYTES);
  });

  it('renders an empty element on a server, where there is no document', () => {
    expect(typeof document).toBe('undefined');
    const session = () => Promise.reject(new Error('not on a server'));
    const props = { session, allowedOrigins: ['https://w.test'], className: 'card' };
    expect(renderToString(createElement(KobbleCard, props))).toBe('<div class="card"></div>');
  });
});

describeInChromium('KobbleCard', () => {
  let stage: Stage;
  let page: Page;
  beforeAll(async () => {
    const development = { define: { 'process.env.NODE_ENV': '"development"' } };
    stage = await setStage(bundle('test/support/browser/react-page.ts', development));
  });
  afterEach(() => expect(stage.said.filter((text) => !text.includes('React DevTools'))).toEqual([]));
  afterAll(() => stage.close());

  it('is one widget in StrictMode, which mounts it twice; it shows and hides a card', async () => {
    page = await stage.open();
    expect(await card(page).button.count()).toBe(1);
    await showCard(page);
    await card(page).button.click();
    await expectHidden(page);
    expect(stage.asked).toHaveLength(1);
    expect(await happened(page)).toEqual(['show', 'hide: user']);
  });

  it('calls the latest functions, and keeps a shown card over renders', async () => {
    page = await stage.open();
    await showCard(page);
    const button = await card(page).button.elementHandle();
    await page.evaluate(() => {
      window.render({ labels: { remaining: () => 'first' } });
    });
    await expectHidden(page); // labels are another option: the widget was mounted anew
    expect(await button.evaluate(({ isConnected }) => isConnected)).toBe(false);
    await showCard(page);
    await page.evaluate(() => {
      window.happened.length = 0;
      window.render({
        onHide: () => window.happened.push('second'),
        labels: { remaining: (seconds) => `second ${seconds}` },
      });
    });
    await expect.poll(() => card(page).countdown.textContent()).toMatch(/^second \d+$/);
    await card(page).button.click();
    await expectHidden(page);
    expect(await happened(page)).toEqual(['second']);
    await page.evaluate(() => {
      window.render({
        session: async () => Promise.reject(new Error('new session')),
        onError: (error) => window.happened.push(`third: ${String(error)}`),
        labels: { remaining: () => 'third' },
      });
    });
    await card(page).button.click();
    await expectHidden(page, 'Try again');
    expect(await happened(page)).toEqual(['second', 'third: Error: new session']);
  });

  it('is mounted anew if the value of an option changes', async () => {
    page = await stage.open();
    await showCard(page);
    await page.evaluate(() => window.render({ title: 'Another card' }));
    await expectHidden(page);
    expect(await page.getByRole('group').getAttribute('aria-label')).toBe('Another card');
    await page.evaluate(() => window.render({ labels: { show: 'Show it' } }));
    expect(await card(page).button.textContent()).toBe('Show it');
    await page.evaluate(() => window.render({ labels: { show: 'Show it', remaining: () => 'some seconds' } }));
    await showCard(page);
    expect(await card(page).countdown.textContent()).toBe('some seconds');
    await page.evaluate(() => window.render());
    await expect.poll(() => card(page).button.textContent()).toBe('Show card details');
  });

  it('leaves nothing when it is unmounted, neither of a shown card nor of a session that comes later', async () => {
    for (const late of [false, true]) {
      page = await stage.open();
      const answer = late ? stage.hold() : undefined;
      const answered = page.waitForResponse(`${stage.origin}/session`);
      await card(page).button.click();
      if (!late) await card(page).details.waitFor();
      await page.evaluate(() => window.unmount());
      await expect.poll(() => page.locator('#card').innerHTML()).toBe('');
      answer?.();
      await (await answered).finished();
      await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 100)));
      expect(page.frames()).toHaveLength(1);
      expect(await happened(page)).toEqual(late ? [] : ['show', 'hide: destroy']);
    }
  });

  it('takes over what a server has rendered, without a warning', async () => {
    page = await stage.open();
    await page.evaluate(() => window.hydrate());
    await showCard(page);
    expect(await card(page).button.count()).toBe(1);
  });
});
