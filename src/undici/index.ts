export { undiciFetch } from './undici-fetch.js';
export type { UndiciDispatcher, UndiciFetch, UndiciOptions } from './options.js';
