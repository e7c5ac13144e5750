import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import type { Fetch } from './calls.js';

/** The peers are not installed when this file is type-checked, so that only what is called of them is declared. */
export type Resource = { create: (body: object) => Promise<unknown>; retrieve: (id: string) => Promise<unknown> };
export type Sdk = new (options: object) => { cards: Resource; counterparties: Resource };
export type StripeSdk = (new (key: string, options: object) => { customers: Resource }) & {
  createFetchHttpClient: (fetch: Fetch) => object;
};
type KyCall = (url: string, options?: object) => { json: () => Promise<unknown> };
export type Ky = { create: (options: object) => { post: KyCall; get: KyCall } };

/** Imports a package by name or file. */
export const load = async <T>(name: string): Promise<T> => (await import(name)) as T;

/** Returns the options by which Stripe's client sends to an address. */
export const hostOf = (baseUrl: string): object => {
  const { hostname: host, port, protocol } = new URL(baseUrl);
  return { host, port, protocol: protocol.slice(0, -1), telemetry: false };
};

const fromRoot = createRequire(new URL('../../package.json', import.meta.url));

/** Returns the file of an entry of this package, or of undici, which it needs, as a caller would get it. */
export const packageEntry = (name: string): string => pathToFileURL(fromRoot.resolve(name)).href;
