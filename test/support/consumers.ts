import { join } from 'node:path';
import { ENTRIES, root } from './package.js';
import { CARD } from './samples.js';

// The programs that the package is compiled against, and the settings that a caller's compiler may have.

/** Uses what needs no page. */
const SERVICE = `
import { createKobbleClient, isKobbleError, type Card, type TokenStore } from 'kobble-client';
import { verifyWebhook } from 'kobble-client/webhooks';
import { createFakeKobble, startKobbleMock } from 'kobble-client/testing';
import { redisTokenStore } from 'kobble-client/redis';
import { createOpenapiClient } from 'kobble-client/openapi-fetch';

const kobble = createKobbleClient({ environment: 'staging', clientId: 'a', clientSecret: 'b', scope: ['client/read'] });
export const card: Promise<Card> = kobble.cards.create(${JSON.stringify(CARD)});
// @ts-expect-error a card needs a program
void kobble.cards.create(${JSON.stringify({ wallet_id: CARD.wallet_id })});
export const typed = createOpenapiClient(kobble).GET('/customers/v1/cards/{id}', { params: { path: { id: 'c' } } });
export const store: TokenStore | undefined = undefined;
export const others = [verifyWebhook, createFakeKobble, startKobbleMock, redisTokenStore];
export const codeOf = (error: unknown): string | undefined => (isKobbleError(error) ? error.code : undefined);
`;

/** Uses every entry point. */
const PAGE = `${SERVICE}
${ENTRIES.map(({ specifier }, index) => `export * as entry${index} from '${specifier}';`).join('\n')}
`;

/** Each declaration of the package is checked; those of the language are not ours. */
const CHECKED = { target: 'es2022', skipLibCheck: false, skipDefaultLibCheck: true, noEmit: true };
const BROWSER = { ...CHECKED, lib: ['es2022', 'dom', 'dom.iterable'], types: [] };
const NODE = { ...CHECKED, lib: ['es2022'], types: ['node'], typeRoots: [join(root, 'node_modules/@types')] };

/** A caller's compiler. */
export interface Setting {
  readonly name: string;
  readonly file: 'consumer.ts' | 'consumer.cts';
  readonly program: string;
  readonly compilerOptions: object;
  /** The first and the last major and minor version of TypeScript that have it. */
  readonly since?: number;
  readonly until?: number;
  /** True if `npm test` checks it; \`npm test -- --mode long\` checks all. */
  readonly short?: boolean;
}

const module = { file: 'consumer.ts', program: PAGE } as const;

export const SETTINGS: readonly Setting[] = [
  {
    ...module,
    name: 'nodenext, strict',
    compilerOptions: { ...BROWSER, module: 'nodenext', strict: true },
    short: true,
  },
  { ...module, name: 'nodenext, not strict', compilerOptions: { ...BROWSER, module: 'nodenext', strict: false } },
  { ...module, name: 'node16', compilerOptions: { ...BROWSER, module: 'node16', strict: true } },
  {
    ...module,
    name: 'bundler, with every further check',
    compilerOptions: {
      ...BROWSER,
      module: 'esnext',
      moduleResolution: 'bundler',
      strict: true,
      exactOptionalPropertyTypes: true,
      noUncheckedIndexedAccess: true,
      verbatimModuleSyntax: true,
    },
    short: true,
  },
  {
    ...module,
    name: 'bundler, not strict',
    compilerOptions: { ...BROWSER, module: 'esnext', moduleResolution: 'bundler', strict: false },
  },
  {
    name: 'without the DOM, with the types of Node',
    file: 'consumer.ts',
    program: SERVICE,
    compilerOptions: { ...NODE, module: 'nodenext', strict: true },
  },
  {
    name: 'CommonJS under nodenext, which may require a module since TypeScript 5.8',
    file: 'consumer.cts',
    program: PAGE,
    compilerOptions: { ...BROWSER, module: 'nodenext', strict: true },
    since: 5.8,
  },
  {
    name: 'CommonJS under the resolution of old, which reads main, types and typesVersions',
    file: 'consumer.cts',
    program: PAGE,
    compilerOptions: { ...BROWSER, module: 'commonjs', moduleResolution: 'node10', strict: true },
    until: 5.9, // deprecated in 6.0, gone in 7.0
  },
];
