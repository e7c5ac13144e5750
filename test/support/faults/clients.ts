import { createKobbleClient as create, type KobbleClient, type KobbleClientOptions } from '../../../src/index.js';

type Way = (kobble: KobbleClient) => KobbleClient;
const asItIs: Way = (kobble) => kobble;
let way = asItIs;

/** Creates a client for a fault test. */
export const createKobbleClient = (options?: KobbleClientOptions): KobbleClient => way(create(options));

/** Has the clients that are created from now on make their calls in another way, or as they are. */
export function callBy(other: Way = asItIs): void {
  way = other;
}
