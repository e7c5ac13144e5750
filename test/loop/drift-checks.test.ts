// Proves that `generate` compiles a check for every documented body, whatever its form, and that no key of a map gets into an
// error.
import { expect, it } from 'vitest';
import ts from 'typescript';
import { validatorsModule } from '../../scripts/generate/validators.js';
import type { Contract, ContractSchema } from '../../scripts/lib/contract.js';
import type { Validate } from '../../generated/validators.js';
import { contract } from '../support/contract.js';

interface Generated {
  readonly responses: Readonly<Record<string, string>>;
  readonly validators: Readonly<Record<string, Validate>>;
}

/** Generates the checks of a contract in which schemas are replaced, and loads them. */
async function generated(schemas: Readonly<Record<string, object>>): Promise<Generated> {
  const all = { ...contract.components.schemas, ...(schemas as Record<string, ContractSchema>) };
  const changed: Contract = { ...contract, components: { ...contract.components, schemas: all } };
  const { outputText } = ts.transpileModule(validatorsModule(changed), {
    compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 },
  });
  return (await import(`data:text/javascript,${encodeURIComponent(outputText)}`)) as Generated;
}

const text = { type: 'string' };
const one = { type: 'object', required: ['a'], properties: { a: text, both: text } };
const other = { type: 'object', required: ['b'], properties: { b: text, both: text } };

it.each([
  ['oneOf', { oneOf: [one, other] }, [{ a: '1', both: '2' }, { b: '1' }], [{}, { a: '1', b: '2' }]],
  ['anyOf', { anyOf: [one, other] }, [{ a: '1', b: '2' }, { b: '1' }], [{}, { both: '1' }]],
  ['allOf', { allOf: [one, other] }, [{ a: '1', b: '2', both: '3' }], [{}, { a: '1' }, { b: '1' }]],
])('a schema that is %s is checked, and is closed as a whole', async (_form, schema, valid, invalid) => {
  const { validators } = await generated({ Card: schema });
  const check = (body: object) => validators['Card']?.(body);
  expect(valid.map(check)).toEqual(valid.map(() => true));
  expect(invalid.map(check)).toEqual(invalid.map(() => false));
  expect(check({ ...valid[0], further: 1 })).toBe(false);
  expect(check({ ...valid[0], both: 1 })).toBe(false);
  expect(validators['Card']?.errors).toContainEqual(expect.objectContaining({ instancePath: '/both' }));
});

it('a documented body without a check is an error', async () => {
  await expect(generated({ Card: { 'x-evidence': 'documented' } })).rejects.toThrow('The schema Card');
  await expect(generated({ Card: { 'x-evidence': 'unknown' } })).resolves.toBeDefined();
});

it('no key of a map gets into an error', async () => {
  const limits = { type: 'object', additionalProperties: { type: 'integer' } };
  const { validators } = await generated({ Card: { type: 'object', properties: { limits } } });
  expect(validators['Card']?.({ limits: { 'mira/chen': 'x' } })).toBe(false);
  expect(JSON.stringify(validators['Card']?.errors)).not.toContain('mira');
});
