import { readdirSync } from 'node:fs';
import { CARD } from './samples.js';

// What the package test expects, and the program it compiles against the package.

export const ENTRIES = [
  'kobble-client',
  'kobble-client/webhooks',
  'kobble-client/widget',
  'kobble-client/testing',
  'kobble-client/redis',
  'kobble-client/react',
  'kobble-client/drift',
];

/** Optional peers that an entry point cannot be loaded without, installed as this project has them. */
export const PEERS = ['react', '@types/react'];

/** Each declaration of the package is checked; those of the language are not ours. */
const COMMON = {
  target: 'es2022',
  strict: true,
  skipLibCheck: false,
  skipDefaultLibCheck: true,
  noEmit: true,
  types: [],
};

/** The compilers a caller may have. */
export const TSCONFIG = {
  nodenext: { ...COMMON, module: 'nodenext', lib: ['es2023', 'dom', 'dom.iterable'] },
  bundler: { ...COMMON, module: 'esnext', moduleResolution: 'bundler', lib: ['es2023', 'dom', 'dom.iterable'] },
} as const;

/** Touches every entry point. */
export const CONSUMER = `
import { createKobbleClient, type Card, type TokenStore } from 'kobble-client';
import { verifyWebhook } from 'kobble-client/webhooks';
import { mountCardWidget } from 'kobble-client/widget';
import { createFakeKobble, startKobbleMock } from 'kobble-client/testing';
import { redisTokenStore } from 'kobble-client/redis';
import { checkDrift, type DriftReport } from 'kobble-client/drift';
import { KobbleCard, type KobbleCardProps } from 'kobble-client/react';

const kobble = createKobbleClient({ environment: 'staging', clientId: 'a', clientSecret: 'b', scope: ['client/read'] });
export const card: Promise<Card> = kobble.cards.create(${JSON.stringify(CARD)});
// @ts-expect-error a card needs a program
void kobble.cards.create(${JSON.stringify({ wallet_id: CARD.wallet_id })});
export const typed = kobble.api.GET('/customers/v1/cards/{id}', { params: { path: { id: 'c' } } });
export const store: TokenStore | undefined = undefined;
export const others = [verifyWebhook, mountCardWidget, createFakeKobble, startKobbleMock, redisTokenStore];
export const drift: () => Promise<DriftReport> = checkDrift;
export const render: (props: KobbleCardProps) => unknown = KobbleCard;
`;

const root = new URL('../../', import.meta.url);
const modulesIn = (folder: string): string[] =>
  readdirSync(new URL(folder, root), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `dist/${folder}/${name.replace('.ts', '')}`);

/** Everything that is packed, without `.js` and `.d.ts`: each source file has both. */
export const PACKED: readonly string[] = [
  'CHANGELOG.md',
  'LICENSE',
  'README.md',
  'package.json',
  'generated/openapi.json',
  ...modulesIn('generated'),
  ...modulesIn('src'),
].sort();
