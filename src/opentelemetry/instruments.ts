import { ValueType, type Meter } from '@opentelemetry/api';

/** Boundaries in seconds that the HTTP semantic conventions advise. */
const ATTEMPT_SECONDS = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10];

/** Creates the metrics of calls. */
export const createInstruments = (meter: Meter) => ({
  /** Each attempt, as the HTTP semantic conventions define it. */
  attemptDuration: meter.createHistogram('http.client.request.duration', {
    description: 'Duration of HTTP client requests.',
    unit: 's',
    valueType: ValueType.DOUBLE,
    advice: { explicitBucketBoundaries: ATTEMPT_SECONDS },
  }),
  /** Each call, with tokens, attempts and waits. A call has 60 s by default. */
  callDuration: meter.createHistogram('kobble.client.call.duration', {
    description: 'Duration of calls to Kobble, with tokens, attempts and waits.',
    unit: 's',
    valueType: ValueType.DOUBLE,
    advice: { explicitBucketBoundaries: [...ATTEMPT_SECONDS, 30, 60] },
  }),
  retries: meter.createCounter('kobble.client.retries', {
    description: 'Retries of calls to Kobble.',
    unit: '{retry}',
    valueType: ValueType.INT,
  }),
});
