// Proves that a page can style the widget without `!important`, and that it can be seen in forced colours.
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { card, showCard } from '../support/browser/card.js';
import { describeInChromium } from '../support/browser/chromium.js';
import { setStage, type Stage } from '../support/browser/stage.js';

describeInChromium('the styles of the widget', () => {
  let stage: Stage;
  let page: Page;
  beforeAll(async () => {
    stage = await setStage();
  });
  afterEach(async () => {
    await page.emulateMedia({ forcedColors: 'none', colorScheme: 'light' });
    expect(stage.said.splice(0)).toEqual([]);
  });
  afterAll(() => stage.close());

  const addRules = (rules: string) =>
    page.evaluate((text) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(text);
      document.adoptedStyleSheets.push(sheet);
    }, rules);
  const styleOf = (selector: string, name: string) =>
    page.locator(selector).evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), name);

  it('of its box are custom properties of the page', async () => {
    page = await stage.open();
    await addRules(`#card { --kobble-card-width: 300px; --kobble-card-radius: 0; --kobble-card-background: rgb(1, 2, 3);
      --kobble-card-border: 2px dashed rgb(4, 5, 6) }`);
    expect(await styleOf('[role=group]', 'width')).toBe('300px');
    expect(await styleOf('[role=group]', 'border-top-left-radius')).toBe('0px');
    expect(await styleOf('[role=group]', 'background-color')).toBe('rgb(1, 2, 3)');
    expect(await styleOf('[role=group]', 'border-top')).toBe('2px dashed rgb(4, 5, 6)');
  });

  it("of its button and its texts are the page's own", async () => {
    page = await stage.open();
    await addRules(`button { background: rgb(1, 2, 3); color: rgb(250, 251, 252); border: 0; font: 20px monospace }
      #card button:hover { background: rgb(7, 8, 9) } [role=status] { color: rgb(4, 5, 6) }`);
    expect(await styleOf('#card button', 'background-color')).toBe('rgb(1, 2, 3)');
    expect(await styleOf('#card button', 'color')).toBe('rgb(250, 251, 252)');
    expect(await styleOf('#card button', 'font-size')).toBe('20px');
    expect(await styleOf('[role=status]', 'color')).toBe('rgb(4, 5, 6)');
    await card(page).button.hover();
    expect(await styleOf('#card button', 'background-color')).toBe('rgb(7, 8, 9)');
  });

  it('give the button room for a finger', async () => {
    page = await stage.open();
    expect((await card(page).button.boundingBox())?.height).toBeGreaterThanOrEqual(44);
  });

  it.each(['light', 'dark'] as const)('draw a border in the colour of text in forced %s colours', async (scheme) => {
    page = await stage.open();
    expect(await styleOf('[role=group]', 'border-top-color')).toBe('rgba(0, 0, 0, 0)');
    await page.emulateMedia({ forcedColors: 'active', colorScheme: scheme });
    const text = await styleOf('h1', 'color');
    expect(await styleOf('body', 'background-color')).not.toBe(text);
    for (const border of ['border-top-color', 'border-left-color']) {
      expect(await styleOf('[role=group]', border)).toBe(text);
    }
    await showCard(page);
    expect(await styleOf('[role=group]', 'border-top-color')).toBe(text);
  });
});
