// Proves that each rule of verification refuses what it is there for, with a code of its own, and tells no secret.
import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { isKobbleError } from '../../src/errors/kobble-error.js';
import { verifyWebhook, WebhookError } from '../../src/webhooks/index.js';
import { NOW, TOKEN, TOPIC, confirmation, json, notification, serving, signed } from '../support/webhooks/authority.js';
import { forgedAddresses } from '../support/webhooks/forged-addresses.js';
import { forgedBodies } from '../support/webhooks/forged-bodies.js';
import { forgedCertificates } from '../support/webhooks/forged-certificates.js';
import { forgedSignatures } from '../support/webhooks/forged-signatures.js';
import type { Forgery } from '../support/webhooks/forgery.js';

const groups = {
  'what is no message': forgedBodies,
  'what is not signed so': forgedSignatures,
  'what is not at SNS': forgedAddresses,
  'what has no certificate to believe': forgedCertificates,
};

async function refusal({ rawBody, options }: Pick<Forgery, 'rawBody' | 'options'>): Promise<unknown> {
  const defaults = { topicArns: [TOPIC], now: () => NOW, fetch: serving() };
  return verifyWebhook(rawBody, { ...defaults, ...options }).then(
    () => 'accepted',
    (error: unknown) => error,
  );
}

describe.each(Object.entries(groups))('%s is refused', (_, forgeries) => {
  it.each(forgeries)('$name: $code', async (forgery) => {
    const error = await refusal(forgery);
    if (!(error instanceof WebhookError)) throw new Error(inspect(error));
    expect(error.code).toBe(forgery.code);
    expect(error).toMatchObject({ outcome: 'rejected', name: 'WebhookError' });
    expect(isKobbleError(error)).toBe(true);
    const shown = inspect(error, { depth: 9, showHidden: true }) + JSON.stringify(error);
    expect(shown).not.toContain(TOKEN);
    const { Signature } = parsed(forgery.rawBody);
    if (typeof Signature === 'string' && Signature.length > 20) expect(shown).not.toContain(Signature.slice(0, 20));
  });
});

it('all of them have names of their own, and the genuine messages beside them are accepted', async () => {
  const all = Object.values(groups).flat();
  expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
  expect(all.length).toBeGreaterThanOrEqual(60);
  for (const fields of [notification(), confirmation(), confirmation({ Type: 'UnsubscribeConfirmation' })]) {
    expect(await refusal({ rawBody: json(signed(fields)) })).toBe('accepted');
  }
});

it('nothing is asked of the network for what can be refused without it', async () => {
  for (const forgery of [...forgedBodies, ...forgedAddresses]) {
    const fetch = serving();
    await refusal({ ...forgery, options: { ...forgery.options, fetch } });
    expect(fetch.asked, forgery.name).toEqual([]);
  }
});

function parsed(rawBody: unknown): Record<string, unknown> {
  try {
    return Object(JSON.parse(String(rawBody))) as Record<string, unknown>;
  } catch {
    return {};
  }
}
