// Proves that the URL of a shown card is kept nowhere: not in the page, its history, storage, timings or memory.
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { card, expectHidden, showCard } from '../support/browser/card.js';
import { describeInChromium } from '../support/browser/chromium.js';
import { setStage, TOTP, type Stage } from '../support/browser/stage.js';

describeInChromium('the traces of a card', () => {
  let stage: Stage;
  let page: Page;
  beforeAll(async () => {
    stage = await setStage();
  });
  afterEach(() => expect(stage.said.splice(0)).toEqual([]));
  afterAll(() => stage.close());

  /** Returns all that a script of the page can read if it did not run while the card was shown. */
  const readable = (): Promise<string> =>
    page.evaluate(async () => {
      const texts: unknown[] = [document.documentElement.outerHTML, location.href, document.cookie, history.state];
      for (const storage of [localStorage, sessionStorage]) texts.push(JSON.stringify(storage));
      texts.push(performance.getEntries(), await indexedDB.databases(), await caches.keys(), Object.keys(window));
      return texts.map((text) => JSON.stringify(text)).join('\n');
    });

  const heap = async (): Promise<string> => {
    const session = await page.context().newCDPSession(page);
    const chunks: string[] = [];
    session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => chunks.push(chunk));
    await session.send('HeapProfiler.collectGarbage');
    await session.send('HeapProfiler.takeHeapSnapshot', {});
    await session.detach();
    return chunks.join('');
  };

  it('are not in what the page can read, neither while it is shown nor after', async () => {
    page = await stage.open({}, 'own profile');
    const length = await page.evaluate(() => history.length);
    await showCard(page);
    expect(stage.asked[0]?.url).toContain(TOTP);
    expect(await readable()).not.toContain(TOTP);
    await card(page).button.click();
    await expectHidden(page);
    const text = await readable();
    expect(text).toContain('page.js'); // the timings were read
    expect(text).not.toContain(TOTP);
    expect(await page.evaluate(() => history.length)).toBe(length);
  });

  it('are not in the memory of the page once it is hidden, with its countdown still due', async () => {
    page = await stage.open({}, 'own profile');
    await showCard(page);
    await card(page).button.click();
    await expectHidden(page);
    const snapshot = await heap();
    expect(snapshot).toContain('Show card details'); // strings are in it
    expect(snapshot).not.toContain(TOTP);
  });

  it('are not in an element that was held on to', async () => {
    page = await stage.open({}, 'own profile');
    await showCard(page);
    const left = await page.evaluate(() => {
      const frame = document.querySelector('iframe');
      window.widget.hide();
      return [frame?.outerHTML, frame?.src, frame?.contentWindow === null];
    });
    expect(left[0]).not.toContain(TOTP);
    expect(left.slice(1)).toEqual(['', true]);
  });
});
