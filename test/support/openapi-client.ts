// openapi-fetch's client on a Kobble client, made where a test calls it.
import type { KobbleClient } from '../../src/index.js';
import { createOpenapiClient } from '../../src/openapi-fetch/index.js';

export const apiOf = (kobble: KobbleClient) => createOpenapiClient(kobble);
