export { createFakeKobble, type FakeClock, type FakeKobble } from './fake.js';
export type { FakeFetch } from './in-process.js';
export type { FakeKobbleOptions, RateLimit } from './options.js';
export type { Effect, FakeState } from './state.js';
export type { CallLog, RecordedCall } from './calls.js';
export type { Fault, FaultAnswer, FaultKind, Garbling } from './fault.js';
export type { FaultPlan, FaultStep, PendingFault } from './fault-plan.js';
export type { Weather } from './weather.js';
export { startKobbleMock, type KobbleMock, type KobbleMockOptions, type Preference } from './mock.js';
