// Proves that the contract accepts the samples of Kobble's own pages, those included that contradict their own tables: formats
// are annotations, and an enduser may lack `person_id`. A missing required field is still refused.
import { describe, expect, it } from 'vitest';
import type { OperationId } from '../../src/contract/operations.js';
import { responsesOf } from '../../src/contract/responses.js';
import { samples } from '../support/contract.js';

const CARD = {
  id: '1b8ecc17-4edd-4b74-ae4f-208aeb78f105',
  type: 'PHYSICAL',
  wallet_id: '7b050dab-889e-5d33-6142-0f7cacb90f2a',
  created_at: '2025-01-13T17:29:20.127Z',
  updated_at: '2025-01-13T17:29:20.127Z',
  status: 'SUSPENDED',
  external_id: '1111111',
  last_four_digit: '1111',
  expiry: '2011-10-04T06:36:49.799Z',
  program_id: 'a95b68b6-7bf1-56d6-fbcc-fc235b6b824e',
  m_pan: '1111***1111',
};
const SESSION = { cardId: 'string', totp: 'string', widgetUrl: 'string', expiresIn: 0, environment: 'test' };
const ENDUSER = without('person_id', exampleOf('createEnduser'));
const PROGRAM = { ...exampleOf('getCardProgram'), updated_at: '025-01-13T17:29:20.127Z' };

/** Returns what the contract's check of a response finds wrong in a body. */
function errorsOf(operationId: OperationId, body: object): readonly unknown[] {
  const validate = responsesOf(operationId).get(200)?.validate;
  if (validate === undefined) throw new Error(`The response of ${operationId} has no check.`);
  return validate(body) ? [] : (validate.errors ?? []);
}

describe('a response that a page shows', () => {
  it.each<[name: string, operationId: OperationId, body: object]>([
    ['a card', 'replaceOrRenewCard', CARD],
    ['a card secret', 'createCardSecret', { secret: 'a$A\\7Q8SfD' }],
    ['a widget session', 'createCardWidgetSession', SESSION],
    ['an enduser without person_id', 'createEnduser', ENDUSER],
    ['a program with a malformed date', 'getCardProgram', PROGRAM],
  ])('is accepted: %s', (_name, operationId, body) => {
    expect(errorsOf(operationId, body)).toEqual([]);
  });

  it('is refused if a required field is missing', () => {
    expect(errorsOf('getCard', without('status', CARD))).toHaveLength(1);
  });
});

function without(name: string, body: object): object {
  return Object.fromEntries(Object.entries(body).filter(([field]) => field !== name));
}

/** Returns the contract's own example of a success. */
function exampleOf(operationId: string): Record<string, unknown> {
  const [example] =
    samples
      .find(({ id }) => id === operationId)
      ?.answers.get(200)
      ?.values() ?? [];
  return example as Record<string, unknown>;
}
