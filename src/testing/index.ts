export { createFakeKobble, type FakeKobble } from './fake.js';
export type { FakeKobbleOptions } from './options.js';
export type { RateLimit } from './rate-limit.js';
export type { Effect, FakeState } from './state.js';
export type { CallLog, RecordedCall } from './calls.js';
export type { Fault, FaultAnswer, FaultKind, FaultPlan, FaultStep, Garbling } from './faults.js';
export type { Weather } from './weather.js';
export { startKobbleMock, type KobbleMock, type KobbleMockOptions } from './mock.js';
export type { Preference } from './prefer.js';
