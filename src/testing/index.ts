export { startKobbleMock, type KobbleMock, type KobbleMockOptions } from './mock.js';
export type { Preference } from './prefer.js';
