import type { Card, Enduser, Person, Program, Wallet } from '../contract/types.js';

// New entities, as the samples show them. What a caller sends is kept as sent, where the contract allows it.

/** Adds `id`, `created_at` and `updated_at`. */
const stamp = (at: number) => {
  const date = new Date(at).toISOString();
  return { id: crypto.randomUUID(), created_at: date, updated_at: date };
};

/** A person or a company; each gets an id of its own, and metadata left out is stored as `{}` (guide doc-1949255). */
export function newEnduser({
  person,
  company,
  metadata,
}: Pick<Partial<Enduser>, 'person' | 'company' | 'metadata'>): Enduser {
  const companyId = company ? crypto.randomUUID() : null;
  return {
    id: crypto.randomUUID(),
    person: person ?? null,
    person_id: person ? crypto.randomUUID() : null,
    company: company ? { id: companyId ?? '', ...company } : null,
    company_id: companyId,
    metadata: metadata ?? {},
  };
}

/** A wallet is INACTIVE and without `external_id` at first, as in the page's sample. */
export const newWallet = (fields: Partial<Wallet> & Pick<Wallet, 'holder_id'>, at: number): Wallet => ({
  external_id: null,
  asset: 'AUD',
  asset_class: 'CURRENCY',
  status: 'INACTIVE',
  partner_product: 'KOBBLE_AUD_1',
  total_amount: 0,
  amount: 0,
  reserved_amount: 0,
  ...stamp(at),
  ...fields,
});

/** Assumption: a new program is ACTIVE. */
export const newProgram = (fields: Partial<Program>, at: number): Program => ({
  type: 'VIRTUAL',
  status: 'ACTIVE',
  partner_product: 'KOBBLE_DEBIT_1',
  metadata: {},
  ...stamp(at),
  ...fields,
});

/** Assumption: a new card is ACTIVE, and good for three years. */
export function newCard(wallet: Pick<Wallet, 'id'>, program: Pick<Program, 'id' | 'type'>, at: number): Card {
  const lastFour = String(Math.floor(Math.random() * 10_000)).padStart(4, '0');
  const expiry = new Date(at);
  expiry.setUTCFullYear(expiry.getUTCFullYear() + 3);
  return {
    ...stamp(at),
    type: program.type,
    wallet_id: wallet.id,
    status: 'ACTIVE',
    external_id: crypto.randomUUID(),
    last_four_digit: lastFour,
    expiry: expiry.toISOString(),
    program_id: program.id,
    m_pan: `1111***${lastFour}`,
  };
}

/** The contract's own example of a cardholder: whoever gets a card has a name, an email and a phone number. */
export const EXAMPLE_PERSON: Person = {
  first_name: 'Mira',
  last_name: 'Chen',
  email: 'mira.chen@example.com',
  phone_number: '+61400000000',
};
