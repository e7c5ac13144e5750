// Proves the playground: each switch does what it says, once; a card is issued once and an order credited once whatever is
// lost; the wire says so in words; and nothing secret is in what the browser is sent.
import { expect, it } from 'vitest';
import { describeInChromium } from '../support/browser/chromium.js';
import { openPlayground } from '../support/browser/playground.js';

describeInChromium('the playground', () => {
  const { page, example, messages, ...playground } = openPlayground();
  const { button, fault, steps, total, armed, events, arm, newest, picture } = playground;

  it('shows what the page itself has sent, its token included', async () => {
    await newest('The page opens', /^Two reads fill the page/);
    const names = (await steps()).map((step) => /^\w+/.exec(step)?.[0]);
    expect(names).toEqual(['getAccessToken', 'listWallets', 'listCards']);
  });

  it('issues a card once though its answer was lost, and says so', async () => {
    await arm('Lose the next answer');
    await button('Issue card').click();
    await newest(
      'Issue card',
      /^1 card on the wallet\. The answer was lost once; the second attempt carried the same key\.$/,
    );
    const [lost = '', wait = '', repeat = ''] = (await steps()).slice(-4);
    const key = /^createCard\s+key ([0-9a-f]{8})\s+no answer\s+carried out, but the answer was lost$/.exec(lost)?.[1];
    expect(key, lost).toBeDefined();
    expect(wait).toMatch(/^wait\s+\d+ ms$/);
    expect(repeat).toMatch(
      new RegExp(`^attempt again\\s+key ${key}\\s+200\\s+the same key: the first answer once more$`),
    );
    expect(await armed()).toEqual([]);
    expect([await total('cards'), await total('lost'), await total('doubled')]).toEqual(['1', '1', '0']);
    expect(await page().getByRole('status').filter({ hasText: '1 card on the wallet' }).count()).toBe(1);
    await picture('issued');
  });

  it('says that a second press issues nothing, also while the first is under way', async () => {
    await button('Issue card').click();
    await newest('Issue card', /^1 card on the wallet\. The customer had it already, so none was issued\.$/);
    await button('Next customer').click();
    await button('Issue card').dblclick();
    await newest('Issue card', /^1 card on the wallet\. The same request was under way, so none was sent\.$/);
    await expect.poll(() => page().locator('#issuing').textContent()).toMatch(/Nothing was issued twice\.$/);
    expect([await total('cards'), await page().locator('#cards > li').count()]).toEqual(['2', 2]);
  });

  it.each([
    [
      'Repeat a webhook',
      /^1 card on the wallet\. .*No webhook could be repeated: none was sent\. The fault is still on\.$/,
    ],
    [
      'Answer 503',
      /^1 card on the wallet\. .*503 could not be answered: the client wrote nothing\. The fault is still on\.$/,
    ],
  ])('says that the fault "%s" could not happen, and keeps it on', async (name, verdict) => {
    await arm(name);
    await button('Issue card').click();
    await newest('Issue card', verdict);
    expect(await armed()).toEqual([name]);
    await fault(name).click();
    await expect.poll(armed).toEqual([]);
  });

  it.each([
    ['Lose the next answer', /^The order was credited once\. The answer was lost once; the second attempt carried/],
    [
      'Answer 429',
      /^The order was credited once\. 429 was answered once, and the client waited as it was told; the second/,
    ],
    ['Answer 503', /^The order was credited once\. 503 was answered once, after the work was done; the second attempt/],
    ['Expire the token', /^The order was credited once\. The token had expired, and was renewed; the second attempt/],
    ['Repeat a webhook', /^The order was credited once\. The webhook was delivered twice, and handed over once\.$/],
    ['Forge a webhook', /^The order was credited once\. A forged webhook was refused, the genuine one handed over\.$/],
  ])('tops up once with the switch "%s", and receives one event', async (name, verdict) => {
    const before = [await total('topUps'), await events()].map(Number);
    await arm(name);
    await button('Top up 10').last().click();
    await newest('Top up 10', verdict);
    expect(await armed()).toEqual([]);
    await expect.poll(async () => [Number(await total('topUps')), await events()]).toEqual(before.map((n) => n + 1));
    const balance = await page().locator('#cards > li').last().locator('.balance strong').textContent();
    expect(Number(balance)).toBe(10 * Number(await total('topUps')));
    expect(await total('doubled')).toBe('0');
  });

  it('says how a call ended that did not succeed', async () => {
    const path = '/cards/00000000-0000-4000-8000-000000000000/session';
    await fetch(example().origin + path, { method: 'POST', headers: { 'content-type': 'application/json' } });
    await newest('Show card details', /^It did not work, and the page says why\.$/);
    expect(await steps()).toEqual([
      expect.stringMatching(/^createCardWidgetSession\s+key \w{8}\s+404\s+the call ended: rejected$/),
    ]);
  });

  it('turns a switch off again', async () => {
    await arm('Answer 503');
    await fault('Answer 503').click();
    await expect.poll(armed).toEqual([]);
    await button('Top up 10').last().click();
    await newest('Top up 10', /^The order was credited once\.$/);
  });

  it('shows a later visitor what happened', async () => {
    const other = await page().context().newPage();
    await other.goto(example().origin);
    await expect.poll(() => other.locator('.activity').count()).toBeGreaterThan(10);
    expect(await other.locator('[data-total=cards]').textContent()).toBe('2');
    await other.close();
  });

  it('sends no secret to the browser, but for the session of a card', async () => {
    await button('Show card details').first().click();
    await newest('Show card details', /^The details go from Kobble to the frame/);
    const abort = new AbortController();
    const response = await fetch(`${example().origin}/wire/stream`, { signal: abort.signal });
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    let stream = '';
    while (!stream.includes('event: state')) stream += (await reader?.read())?.value ?? ''; // it follows all activities
    abort.abort();
    expect(stream).toContain('createCardWidgetSession');
    const texts = [stream, await page().content(), example().printed()];
    for (const path of ['/', '/wire.js', '/page.js', '/cards', '/events']) {
      texts.push(await (await fetch(example().origin + path)).text());
    }
    const secret = /fake-token-|Bearer|access_token|example-secret|totp=|k1(#|%23)\d|\d{4} 0000 0000 \d{4}|CVV 123/;
    for (const text of texts) expect(text).not.toMatch(secret);
  });

  it('takes switches from its own page only, and knows no others', async () => {
    const headers = { 'content-type': 'application/json' };
    const put = async (path: string) =>
      (await fetch(`${example().origin}/wire/${path}`, { method: 'PUT', headers })).status;
    expect(await put('switches/dropAnswer/maybe')).toBe(404);
    expect(await put('switches/explode/on')).toBe(404);
    const elsewhere = { origin: 'https://evil.test', 'content-type': 'text/plain' };
    const purchase = await fetch(`${example().origin}/wire/money/purchase`, { method: 'POST', headers: elsewhere });
    expect(purchase.status).toBe(403);
    expect(messages).toEqual([]);
  });

  it('says when it has stopped, and ends at once although a page is open', async () => {
    expect(await example().stop()).toBe(0);
    await page().locator('#stopped').waitFor();
  });
});
