// Proves that the examples of the contract tell one story: one person, one wallet, one program, one card.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { validate, version } from 'uuid';

type Example = Readonly<Record<string, unknown>>;

const file = new URL('../../generated/openapi.json', import.meta.url);
const contract = JSON.parse(readFileSync(file, 'utf8')) as {
  components: { examples: Record<string, { summary?: string; value: unknown }> };
};
const { examples } = contract.components;
const example = (name: string) => examples[name]?.value as Example;
const id = (name: string) => example(name)['id'];

describe('the story of the examples', () => {
  it('has the wallet held by the enduser, and the card on the wallet and the program', () => {
    expect(example('WalletCreate')['holder_id']).toBe(id('Enduser'));
    expect(example('Wallet')['holder_id']).toBe(id('Enduser'));
    expect(example('CardCreate')).toEqual({ wallet_id: id('Wallet'), program_id: id('Program') });
    expect(example('Card')).toMatchObject({ wallet_id: id('Wallet'), program_id: id('Program') });
    expect(example('CardWidgetSession')['cardId']).toBe(id('Card'));
  });

  it('moves money to and from the wallet', () => {
    expect(example('TransactionCreate')['to']).toBe(id('Wallet'));
    expect(example('TransactionCreateManualCredit')['to']).toBe(id('Wallet'));
    expect(example('TransactionCreateManualDebit')['from']).toBe(id('Wallet'));
  });

  it('answers what was asked for', () => {
    expect(example('Enduser')).toMatchObject(example('EnduserCreatePerson'));
    expect(example('EnduserCompany')).toMatchObject(example('EnduserCreateCompany'));
    expect(example('Wallet')).toMatchObject(example('WalletCreate'));
    expect(example('Program')).toMatchObject(example('ProgramCreate'));
    expect(example('Card')).toMatchObject(example('CardCreate'));
  });

  it('creates the wallet INACTIVE, and has it ACTIVE and free for a card afterwards', () => {
    const later = { status: 'ACTIVE', updated_at: example('Wallet')['updated_at'] };
    expect(example('WalletCreated')).toMatchObject({ status: 'INACTIVE', external_id: null });
    expect(example('Wallet')).toEqual({ ...example('WalletCreated'), ...later });
  });

  it.each(['Card', 'Enduser', 'Program', 'Wallet'])('lists the one %s', (name) => {
    expect(examples[`${name}List`]?.value).toEqual([example(name)]);
  });

  it('sends the event as JSON in a string', () => {
    const event = JSON.parse(String(example('SnsNotification')['Message'])) as Example;
    expect(Object.keys(event)).toEqual(['id', 'type', 'entity_id', 'client_id', 'created_at']);
  });

  it('has UUIDs of version 4 only', () => {
    const found = JSON.stringify(examples).match(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g) ?? [];
    expect(found.length).toBeGreaterThan(20);
    for (const uuid of found) expect(validate(uuid) && version(uuid), uuid).toBe(4);
  });

  it('says in one line what each example shows', () => {
    for (const [name, { summary }] of Object.entries(examples)) expect(summary, name).toMatch(/^[^\n]+[^.]$/);
  });
});
