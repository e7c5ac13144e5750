import type { Enduser, Person } from '../../contract/types.js';
import { get, list, store, type Operations } from './resource.js';

/** People and companies that hold wallets. */
export const endusers: Operations<'listEndusers' | 'createEnduser' | 'getEnduser'> = {
  listEndusers: ({ entities }) => list(entities.endusers),
  createEnduser: ({ entities, body }) => store(entities.endusers, newEnduser(body)),
  getEnduser: ({ entities, path }) => get(entities.endusers, path),
};

/** The parts of an enduser that a caller gives. */
type EnduserParts = { [Part in 'person' | 'company' | 'metadata']?: Enduser[Part] | undefined };

/** Returns a new enduser. A person or company gets an id; without metadata, `{}` is stored (guide doc-1949255). */
export function newEnduser({ person = null, company = null, metadata = {} }: EnduserParts): Enduser {
  const companyId = company && crypto.randomUUID();
  return {
    id: crypto.randomUUID(),
    person,
    person_id: person && crypto.randomUUID(),
    company: companyId && { id: companyId, ...company },
    company_id: companyId,
    metadata,
  };
}

/** The contract's example of a person who can have a card: with a name, an email and a phone number. */
export const EXAMPLE_PERSON: Person = {
  first_name: 'Mira',
  last_name: 'Chen',
  email: 'mira.chen@example.com',
  phone_number: '+61400000000',
};
