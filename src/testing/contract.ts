import { createRequire } from 'node:module';

/** Where the contract lies that the package ships: by the package's own name, so that it is found from source and build. */
export const contractFile = (): string => createRequire(import.meta.url).resolve('kobble-client/openapi.json');
