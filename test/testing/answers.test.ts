// Proves that the fake responds to every operation as the contract allows.
import { readFileSync } from 'node:fs';
import { OpenAPIBackend } from 'openapi-backend';
import { expect, test } from 'vitest';
import { createKobbleClient } from '../../src/index.js';
import { createFakeKobble } from '../../src/testing/index.js';
import { operationIds } from '../support/contract.js';

test('every response of the fake is valid by the contract', async () => {
  const definition = JSON.parse(readFileSync('generated/openapi.json', 'utf8')) as never;
  const contract = new OpenAPIBackend({
    definition,
    quick: true,
    ajvOpts: { meta: false, validateSchema: false, formats: { uuid: /^[-0-9a-f]{36}$/, 'date-time': /Z$/ } },
  });
  await contract.init();
  const fake = createFakeKobble();
  const { state } = fake;
  const fetch = async (url: string, init: RequestInit) => {
    const response = await fake.fetch(url, init);
    const operationId = fake.calls.at(-1)?.operationId ?? '';
    const { errors } = contract.validateResponse(await response.clone().json(), operationId, response.status);
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
  const url = 'https://hooks.example.com/';
  const account = {
    bank_name: 'B',
    bank_country: 'AUS',
    bank_code_type: 'BSB',
    bank_code: '1',
    account_number: '2',
  } as const;
  const wallet = { asset_class: 'CURRENCY', asset: 'AUD', partner_product: 'KOBBLE_AUD_1' };
  const body = { wallet_id: state.addActiveWallet().id, program_id: state.addProgram().id };
  const idOf = (entity: { [field: string]: unknown } | undefined) => String(entity?.['id']);

  const card = await kobble.cards.create(body);
  await kobble.cards.get(card.id);
  await kobble.cards.updateStatus(card.id, { status: 'SUSPENDED' });
  await kobble.cards.renew(card.id, { reason: 'old', expiry: 'whenever' });
  await kobble.cards.createSecret(card.id, { remarks: '' });
  await kobble.cards.createWidgetSession(card.id);
  await kobble.cards.list();
  const enduser = await kobble.endusers.create({ person: {} });
  await kobble.endusers.create({ company: { name: 'Example' } });
  await kobble.endusers.get(enduser.id);
  await kobble.endusers.list();
  await kobble.wallets.create({ ...wallet, holder_id: enduser.id });
  await kobble.wallets.get(body.wallet_id);
  await kobble.wallets.update(body.wallet_id, { status: 'SUSPENDED' });
  await kobble.wallets.list();
  await kobble.cardPrograms.create({ type: 'VIRTUAL', partner_product: 'KOBBLE_DEBIT_1', metadata: {} });
  await kobble.cardPrograms.get(body.program_id);
  await kobble.cardPrograms.list();
  await kobble.transactions.createManualCredit({ amount: 1, to: body.wallet_id });
  await kobble.transactions.createManualDebit({ amount: 1, from: body.wallet_id });
  const transaction = await kobble.transactions.create({ amount: 1 });
  await kobble.transactions.get(idOf(transaction));
  await kobble.transactions.list();
  const beneficiary = await kobble.beneficiaries.create(account);
  await kobble.beneficiaries.get(idOf(beneficiary));
  await kobble.beneficiaries.update(idOf(beneficiary), { metadata: {} });
  await kobble.beneficiaries.list();
  await kobble.clients.get(idOf(await kobble.clients.create({})));
  await kobble.clients.list();
  await kobble.relays.create({ url });
  const webhook = await kobble.webhooks.create({ url });
  await kobble.webhooks.list();
  await kobble.webhooks.delete(idOf(webhook));

  expect(new Set([...fake.calls].map(({ operationId }) => operationId))).toEqual(new Set(operationIds));
  await fake.close();
});
