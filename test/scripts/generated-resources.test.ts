// Proves what `npm run generate` makes of an operation: the name of its method, its parameters, its result, whether it
// pages, and its comment; and that a contract which leaves a name open is refused.
import { describe, expect, it } from 'vitest';
import { resourcesModule } from '../../scripts/generate/resources.js';
import type { Contract } from '../../scripts/lib/contract.js';
import { methodsIn } from '../../scripts/lib/methods.js';
import { contract } from '../support/contract.js';

type Loose = Record<string, unknown> & { parameters?: unknown[]; responses: Record<string, unknown> };

/** Returns the generated resources after a change to one operation. */
function generatedWith(path: string, verb: string, change: (operation: Loose) => void): string {
  const copy = structuredClone(contract) as unknown as { paths: Record<string, Record<string, Loose>> };
  const operation = copy.paths[path]?.[verb];
  if (operation === undefined) throw new Error(`the contract has no ${verb} ${path}`);
  change(operation);
  return resourcesModule(copy as unknown as Contract).replace(/\s+/g, ' ');
}

const ENDUSERS = '/customers/v1/endusers';

describe('the name of a method', () => {
  const names = Object.fromEntries(
    methodsIn(contract).map(({ resource, name, operation }) => [`${operation.operationId} ${name}`, resource]),
  );
  it('is the operationId without the noun of its tag', () => {
    expect(names).toMatchObject({
      'listBeneficiaries list': 'beneficiaries',
      'createCardProgram create': 'cardPrograms',
      'updateCardStatus updateStatus': 'cards',
      'createManualCredit createManualCredit': 'transactions',
    });
  });
  it('is that of `x-method`, if the rule does not fit', () => {
    expect(names).toMatchObject({ 'replaceOrRenewCard replace': 'cards', 'replaceOrRenewCard renew': 'cards' });
    expect(Object.keys(names).filter((name) => name.startsWith('getAccessToken'))).toEqual([]);
    const renamed = generatedWith(ENDUSERS, 'post', (operation) => (operation['x-method'] = 'register'));
    expect(renamed).toContain('register(body: EnduserCreate');
  });
  it('may not be that of another method', () => {
    const change = (operation: Loose) => (operation['x-method'] = 'list');
    expect(() => generatedWith(ENDUSERS, 'post', change)).toThrow(
      'The method endusers.list would call both listEndusers and createEnduser: give one of them an `x-method`.',
    );
  });
  it('is a value of the path, if an operation has several', () => {
    const change = (operation: Loose) => (operation['x-method'] = { end: 'Ends a card.' });
    expect(() => generatedWith('/customers/v1/cards/{id}/{action}', 'post', change)).toThrow(
      '`x-method` of replaceOrRenewCard has end, which is no value of its path.',
    );
  });
});

describe('the result of a method', () => {
  it('is a page, if the list takes an offset', () => {
    const parameters = ['Offset', 'Limit'].map((name) => ({ $ref: `#/components/parameters/${name}` }));
    const paged = generatedWith(ENDUSERS, 'get', (operation) => (operation.parameters = parameters));
    expect(paged).toContain('list(query: EnduserListQuery = {}, options?: CallOptions): PagePromise<Enduser>');
    expect(paged).toContain(`paginate((page, read) => this.send('GET', '${ENDUSERS}', { query: page, options }, read)`);
  });
  it('is that of the first success, whatever its status', () => {
    const wallet = { $ref: '#/components/schemas/Wallet' };
    const created = { description: 'Created.', content: { 'application/json': { schema: wallet } } };
    const changed = generatedWith(ENDUSERS, 'post', (operation) => (operation.responses = { 201: created }));
    expect(changed).toContain('create(body: EnduserCreate, options?: CallOptions): ApiPromise<Wallet>');
  });
  it('is no list, if the response is no array', () => {
    const schema = { type: 'object', properties: { items: { type: 'array' } } };
    const page = { description: 'A page.', content: { 'application/json': { schema } } };
    const changed = generatedWith(ENDUSERS, 'get', (operation) => (operation.responses = { 200: page }));
    expect(changed).toContain(`list(options?: CallOptions): ApiPromise<DataOf<'GET', '${ENDUSERS}'>>`);
  });
});

describe('the parameters of a method', () => {
  it('know the headers of the operation, and ask for a required one', () => {
    const header = { name: 'x-team', in: 'header', schema: { type: 'string' } };
    const optional = generatedWith(ENDUSERS, 'get', (operation) => (operation.parameters = [header]));
    expect(optional).toContain("options?: CallOptions & { headers?: { 'x-team'?: string | undefined } | undefined }");
    const required = generatedWith(ENDUSERS, 'get', (operation) => {
      operation.parameters = [{ ...header, required: true }];
    });
    expect(required).toContain("list(options: CallOptions & { headers: { 'x-team': string } })");
  });
  it('have a query that is required only if a part of it is', () => {
    const query = { name: 'since', in: 'query', required: true, schema: { type: 'string' } };
    const changed = generatedWith(ENDUSERS, 'get', (operation) => (operation.parameters = [query]));
    expect(changed).toContain('list(query: EnduserListQuery, options?: CallOptions)');
  });
});

describe('the comment of a method', () => {
  it('says that the operation is deprecated', () => {
    const change = (operation: Loose) => (operation['deprecated'] = true);
    expect(generatedWith(ENDUSERS, 'get', change)).toContain(
      "@deprecated Kobble's page calls the endpoint deprecated.",
    );
    expect(resourcesModule(contract)).not.toContain('@deprecated');
  });
  it('says whether a key is sent, and which statuses the page lists', () => {
    const [, comment = ''] =
      /\/\*\* ((?:(?!\*\/).)*)\*\/ createSecret\(/.exec(
        resourcesModule(contract)
          .replace(/\s+(\* )?/g, ' ')
          .replaceAll('/**', '\n/**'),
      ) ?? [];
    expect(comment).toContain('Sends an idempotency key, so that a retry is safe.');
    expect(comment).toContain('@throws ApiError with a documented status: 400, 401, 403, 404, 500.');
    expect(comment).toContain('@see {@link https://docs.apikobble.net/api-12255079 Generate card secret}');
  });
});
