export { createFakeKobble, type FakeClientOptions, type FakeKobble } from './fake.js';
export type { FakeClock } from './fake-clock.js';
export { fakeHandlers, type MswHttp } from './fake-handlers.js';
export { FAKE_CONTROL_HELP } from './control-routes.js';
export type { FakeFetch } from './in-process.js';
export type { ListenOptions } from './server.js';
export type { FakeKobbleOptions, RateLimit } from './options.js';
export type { Effect, FakeState } from './state.js';
export type { CallLog, RecordedCall } from './calls.js';
export type { Fault, FaultAnswer, FaultKind, Garbling } from './fault.js';
export type { FaultPlan, FaultStep, PendingFault } from './fault-plan.js';
export type { Weather } from './weather.js';
export { trustFake, type FakeWebhookTrust } from './sns/stand-in.js';
export type { DeliverToOptions, FakeWebhooks } from './sns/fake-webhooks.js';
export type { WebhookTarget } from './sns/endpoint.js';
export type { WebhookDelivery } from './sns/delivery.js';
export type {
  DeliveryFault,
  DeliveryFaultKind,
  DeliveryFaults,
  DeliveryFaultStep,
  DeliveryRates,
  PendingDeliveryFault,
} from './sns/delivery-faults.js';
export type {
  CardStatusChange,
  Simulate,
  SimulatedDecline,
  SimulatedFields,
  SimulatedPayment,
  SimulatedPurchase,
  SimulatedRefund,
  SimulatedReturn,
  SimulatedTopUp,
  WalletStatusChange,
} from './simulate.js';
export { startKobbleMock, type KobbleMock, type KobbleMockOptions, type Preference } from './mock.js';
