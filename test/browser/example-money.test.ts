// Proves that the playground shows money that moves without a call of the client, and that its events arrive by webhook: each
// is handed over once, and a forged one is refused.
import { expect, it } from 'vitest';
import { describeInChromium } from '../support/browser/chromium.js';
import { openPlayground } from '../support/browser/playground.js';

describeInChromium('the money of the playground', () => {
  const { page, example, button, steps, total, armed, events, arm, newest } = openPlayground();

  const balance = () => page().locator('.balance strong').textContent();
  const ready = () => page().locator('[data-money]:enabled').allTextContents();
  const hint = () => page().locator('#impossible').textContent();
  const genuine = /^webhook transaction-create\s+200\s+genuine: handed over$/;

  async function issueCard(): Promise<void> {
    await button('Issue card').click();
    await newest('Issue card', /^1 card on the wallet\.$/);
  }

  it('says what is missing, as long as nothing can happen', async () => {
    await expect.poll(hint).toBe('Issue a card first.');
    expect(await ready()).toEqual([]);
    const headers = { 'content-type': 'application/json' };
    const post = (name: string) => fetch(`${example().origin}/wire/money/${name}`, { method: 'POST', headers });
    expect([(await post('purchase')).status, (await post('robbery')).status]).toEqual([409, 404]);
    await issueCard();
    await expect.poll(ready).toEqual(['Purchase of 4', 'Purchase of 1000']);
    expect(await hint()).toMatch(/^Only a purchase that was approved/);
  });

  it('declines a purchase that the wallet has no money for, and no webhook is sent', async () => {
    await arm('Repeat a webhook');
    await button('Purchase of 4').click();
    await newest(
      'Purchase of 4',
      /^Declined: .+\. No money moved, so no webhook is sent\. No webhook could be repeated: none was sent\./,
    );
    expect([await steps(), await balance(), await events()]).toEqual([[], '0', 0]);
    expect(await armed()).toEqual(['Repeat a webhook']);
  });

  it('takes a purchase from the balance, and its event arrives once though it is repeated', async () => {
    await button('Top up 10').click();
    await newest('Top up 10', /handed over once\.$/);
    await button('Purchase of 4').click();
    await newest('Purchase of 4', /^Approved\. The wallet has 6\.$/);
    expect(await steps()).toEqual([expect.stringMatching(genuine)]);
    await arm('Repeat a webhook');
    await button('Purchase of 4').click();
    await newest(
      'Purchase of 4',
      /^Approved\. The wallet has 2\. The webhook was delivered twice, and handed over once\.$/,
    );
    expect(await steps()).toEqual([
      expect.stringMatching(genuine),
      expect.stringMatching(/200\s+delivered before: not handed over again$/),
    ]);
    await expect.poll(async () => [await balance(), await events(), await total('topUps')]).toEqual(['2', 3, '1']);
  });

  it('refuses the forged copy of the event of a refund', async () => {
    const before = await events();
    await arm('Forge a webhook');
    await button('Refund it').click();
    await newest(
      'Refund',
      /^The money is back\. The wallet has 6\. A forged webhook was refused, the genuine one handed over\.$/,
    );
    expect(await steps()).toEqual([
      expect.stringMatching(/^webhook transaction-create\s+403\s+the signature does not match: refused$/),
      expect.stringMatching(genuine),
    ]);
    await expect.poll(events).toBe(before + 1);
    await expect.poll(ready).toEqual(['Purchase of 4', 'Purchase of 1000']);
    expect(await balance()).toBe('6');
  });

  it('reverses a purchase', async () => {
    await button('Purchase of 4').click();
    await newest('Purchase of 4', /^Approved/);
    await button('Reverse it').click();
    await newest('Reversal', /^The money is back\. The wallet has 6\.$/);
  });

  it('gives nothing back to a card for a purchase by another', async () => {
    await button('Purchase of 4').click();
    await expect.poll(ready).toContain('Refund it');
    await button('Next customer').click();
    await issueCard();
    await expect.poll(ready).toEqual(['Purchase of 4', 'Purchase of 1000']);
  });

  it('says on a phone what was pressed came to, where the wire is out of sight', async () => {
    const verdict = page().getByRole('status').filter({ hasText: 'Declined' });
    await page().setViewportSize({ width: 390, height: 844 });
    await button('Purchase of 1000').click();
    await expect.poll(async () => (await verdict.boundingBox())?.width ?? 0).toBeGreaterThan(300);
    await page().evaluate(() => window.scrollTo(0, 0));
    await page().locator('#newest').scrollIntoViewIfNeeded();
    await expect.poll(async () => (await verdict.boundingBox())?.width).toBe(1);
  });
});
