// Proves that the fake responds to every operation as the contract allows.
import { OpenAPIBackend } from 'openapi-backend';
import { expect, test } from 'vitest';
import { createKobbleClient } from '../../src/index.js';
import { createFakeKobble } from '../../src/testing/index.js';
import { contract, operationIds } from '../support/contract.js';
import { idOf } from '../support/worlds.js';
import { BENEFICIARY, ENDUSER, PROGRAM, RELAY, WALLET, WEBHOOK } from '../support/samples.js';

test('every response of the fake is valid by the contract', async () => {
  const validator = new OpenAPIBackend({
    definition: contract as never, // its types and ours describe the same document in two ways
    quick: true,
    ajvOpts: { meta: false, validateSchema: false, formats: { uuid: /^[-0-9a-f]{36}$/, 'date-time': /Z$/ } },
  });
  await validator.init();
  const fake = createFakeKobble();
  const { state } = fake;
  const fetch = async (url: string, init: RequestInit) => {
    const response = await fake.fetch(url, init);
    const operationId = fake.calls.at(-1)?.operationId ?? '';
    const { errors } = validator.validateResponse(await response.clone().json(), operationId, response.status);
    expect({ operationId, status: response.status, errors }).toEqual({ operationId, status: 200, errors: null });
    return response;
  };
  const kobble = createKobbleClient({
    baseUrl: 'https://kobble.test',
    fetch,
    clientId: 'a',
    clientSecret: 'b',
    scope: 'c',
  });
  const body = { wallet_id: state.addActiveWallet().id, program_id: state.addProgram().id };

  const card = await kobble.cards.create(body);
  await kobble.cards.get(card.id);
  await kobble.cards.updateStatus(card.id, { status: 'SUSPENDED' });
  await kobble.cards.renew(card.id, { reason: 'old', expiry: 'whenever' });
  await kobble.cards.createSecret(card.id, { remarks: '' });
  await kobble.cards.createWidgetSession(card.id);
  await kobble.cards.list();
  const enduser = await kobble.endusers.create(ENDUSER);
  await kobble.endusers.create({ company: { name: 'Example' } });
  await kobble.endusers.get(enduser.id);
  await kobble.endusers.list();
  await kobble.wallets.create({ ...WALLET, holder_id: enduser.id });
  await kobble.wallets.get(body.wallet_id);
  await kobble.wallets.update(body.wallet_id, { status: 'SUSPENDED' });
  await kobble.wallets.list();
  await kobble.cardPrograms.create(PROGRAM);
  await kobble.cardPrograms.get(body.program_id);
  await kobble.cardPrograms.list();
  await kobble.transactions.createManualCredit({ amount: 1, to: body.wallet_id });
  await kobble.transactions.createManualDebit({ amount: 1, from: body.wallet_id });
  const transaction = await kobble.transactions.create({ amount: 1 });
  await kobble.transactions.get(idOf(transaction));
  await kobble.transactions.list();
  const beneficiary = await kobble.beneficiaries.create(BENEFICIARY);
  await kobble.beneficiaries.get(idOf(beneficiary));
  await kobble.beneficiaries.update(idOf(beneficiary), { metadata: {} });
  await kobble.beneficiaries.list();
  await kobble.clients.get(idOf(await kobble.clients.create({})));
  await kobble.clients.list();
  await kobble.relays.create(RELAY);
  const webhook = await kobble.webhooks.create(WEBHOOK);
  await kobble.webhooks.list();
  await kobble.webhooks.delete(idOf(webhook));

  expect(new Set([...fake.calls].map(({ operationId }) => operationId))).toEqual(new Set(operationIds));
  await fake.close();
});
