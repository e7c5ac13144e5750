// Proves that what a check records of unknown fields and schemas contains names, types and formats, never a value, and is YAML
// that the contract can take over.
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { checkDrift, proposalOf } from '../../src/drift/index.js';
import { shapeOf } from '../../src/drift/shape.js';
import { createFakeKobble } from '../../src/testing/index.js';
import { connector, deviatingFetch, storedValues } from '../support/loop/deviating-fetch.js';
import { CANARY, type Spoilt } from '../support/loop/deviations.js';

const DATE = '2026-11-26';
const fake = createFakeKobble();
fake.state.addCard();
fake.state.addCard();

/** Returns the proposal of a check in which one path deviates. */
async function proposed(path: string, change: (response: Spoilt) => void): Promise<string> {
  const fetch = deviatingFetch(fake, { path, change });
  const report = await checkDrift({ connect: connector(fake), fetch, callsPerSecond: 1_000_000 });
  const yaml = proposalOf(report.observations, DATE);
  for (const value of [CANARY, '4111', ...storedValues(fake)]) {
    expect(yaml).not.toContain(value);
    expect(JSON.stringify(report)).not.toContain(value);
  }
  return yaml;
}

const each = (fields: object) => (response: Spoilt) => {
  for (const entry of response.body as object[]) Object.assign(entry, fields);
};

it('proposes further fields of a known schema, with their evidence', async () => {
  const holder = { name: CANARY, birthday: '2026-01-01', email: `${CANARY}@kobble.test`, company: [CANARY, null] };
  const yaml = await proposed('/customers/v1/cards', each({ holder, colour: 'RED', no: true }));
  const note = `Seen in live responses by kobble-client drift on ${DATE}.`;
  const marks = { 'x-evidence': 'observed', 'x-evidence-note': note };
  const text = { type: 'string' };
  expect(parse(yaml)).toEqual({
    Card: {
      properties: {
        holder: {
          ...marks,
          type: 'object',
          additionalProperties: true,
          properties: {
            name: text,
            birthday: { type: 'string', format: 'date' },
            email: { type: 'string', format: 'email' },
            company: { type: 'array', items: { type: ['string', 'null'] } },
          },
        },
        colour: { ...marks, type: 'string' },
        no: { ...marks, type: 'boolean' },
      },
    },
  });
  expect(yaml).toContain('Card: # further fields');
  expect(yaml).toContain('holder: # seen 2 ×');
  expect(yaml).not.toContain('RED');
});

it('proposes a schema of which no page shows a field', async () => {
  const id = crypto.randomUUID();
  const yaml = await proposed('/customers/v1/transactions', (response) => {
    response.body = [
      { id, amount: 5, created_at: '2026-11-26T01:02:03Z', from: null },
      { id, amount: 5.5, created_at: '2026-11-26T01:02:03Z', from: CANARY },
    ];
  });
  expect(yaml).not.toContain(id);
  const { Transaction } = parse(yaml) as Record<string, unknown>;
  expect(Transaction).toEqual({
    'x-evidence': 'observed',
    'x-evidence-note': `Seen in live responses by kobble-client drift on ${DATE}.`,
    type: 'object',
    additionalProperties: true,
    properties: {
      id: { type: 'string', format: 'uuid' },
      amount: { type: 'number' },
      created_at: { type: 'string', format: 'date-time' },
      from: { type: ['null', 'string'] },
    },
  });
});

it('proposes no name inside metadata: customers choose them', async () => {
  const yaml = await proposed('/customers/v1/transactions', (response) => {
    response.body = [{ metadata: { mira: 1 }, parts: [{ metadata: { chen: 2 } }] }];
  });
  expect(yaml).not.toMatch(/mira|chen/);
  const { Transaction } = parse(yaml) as Record<string, unknown>;
  expect(Transaction).toMatchObject({ properties: { metadata: { type: 'object', additionalProperties: true } } });
});

it('shows no name that is nowhere in the contract, however small the map', async () => {
  const map = { mira: 1, chen: 2 };
  const inUnknown = await proposed('/customers/v1/transactions', (response) => {
    response.body = [{ id: 1, ...map, amount: { mira: 1 }, parts: [map, [map]] }];
  });
  const inKnown = await proposed('/customers/v1/cards', each({ holders: { ...map, id: 1 } }));
  for (const yaml of [inUnknown, inKnown]) expect(yaml).not.toMatch(/mira|chen|parts/);
  const { Transaction } = parse(inUnknown) as Record<string, unknown>;
  expect(Transaction).toMatchObject({ properties: { id: { type: 'integer' }, amount: { type: 'object' } } });
  expect(parse(inKnown)).toMatchObject({
    Card: { properties: { holders: { properties: { id: { type: 'integer' } } } } },
  });
});

it('proposes the body of errors, without their texts', async () => {
  const yaml = await proposed('/customers/v1/wallets', (response) => {
    response.status = 403;
    response.body = { status: 'FORBIDDEN', reason: CANARY };
  });
  expect(parse(yaml)).toMatchObject({
    ErrorBody: { type: 'object', properties: { status: { type: 'string' }, reason: { type: 'string' } } },
  });
});

it('proposes nothing if nothing is unknown', async () => {
  const yaml = await proposed('/customers/v1/wallets', () => {});
  expect(parse(yaml)).toBeNull();
});

describe('a form', () => {
  it('has no name that looks like data, and no field of what looks like a map', () => {
    const map = Object.fromEntries(
      Array.from({ length: 61 }, (_, index) => [`key${String.fromCharCode(97 + (index % 26))}${index}`, CANARY]),
    );
    const form = JSON.stringify(shapeOf({ [CANARY]: 1, 'mira@kobble.test': 2, '': 3, map }));
    expect(form).not.toMatch(/canary|mira|key/);
    expect(form).toContain('"{…}":{"seen":3');
    expect(form).toContain('"{…}":{"seen":61');
  });
  it('of a field named __proto__ is a field', () => {
    const shape = shapeOf(JSON.parse('{"__proto__": {"a": 1}, "constructor": 2}'));
    expect(Object.keys(shape.fields)).toEqual(['__proto__', 'constructor']);
    expect(Object.getPrototypeOf({})).toBe(Object.prototype);
  });
  it('ends at a depth, also of a value that is nested without end', () => {
    const deep = JSON.parse('['.repeat(5_000) + ']'.repeat(5_000)) as unknown;
    expect(JSON.stringify(shapeOf(deep)).length).toBeLessThan(2_000);
  });
});
