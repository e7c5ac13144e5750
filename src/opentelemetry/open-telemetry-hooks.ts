import {
  context,
  metrics,
  propagation,
  SpanKind,
  SpanStatusCode,
  trace,
  type Attributes,
  type Context,
  type MeterProvider,
  type Span,
  type TracerProvider,
} from '@opentelemetry/api';
import { ownCopy } from '../checks.js';
import { version } from '../contract/operations.js';
import type { AttemptEvent, CallEvent, Hooks } from '../hooks.js';
import { attemptNameOf, endOf, errorOf, placeOf, urlOf } from './attributes.js';
import { createInstruments } from './instruments.js';

/** Options of {@link openTelemetryHooks}. */
export interface OpenTelemetryOptions {
  /** Default: the one that is registered. */
  readonly tracerProvider?: TracerProvider | undefined;
  /** Default: the one that is registered when the first call starts. */
  readonly meterProvider?: MeterProvider | undefined;
  /** Sends `traceparent`, or what else the registered propagator makes of a context. Baggage is not sent. Default true. */
  readonly propagate?: boolean | undefined;
}

/** A call in progress. */
interface Traced {
  readonly span: Span;
  readonly context: Context;
  /** What metrics and the spans of attempts have in common. */
  readonly place: Attributes;
  attempt: Span | undefined;
}

const NAME = 'kobble-client';

/**
 * Returns hooks that make a span of each call, named for its operation, with an HTTP client span of each attempt below it,
 * and measure durations and retries. No body, header or id of Kobble is recorded. They can be shared by clients.
 *
 * @example createKobbleClient({ hooks: [openTelemetryHooks(), hooks] })
 * @see https://opentelemetry.io/docs/specs/semconv/http/http-spans/
 */
export function openTelemetryHooks(options: OpenTelemetryOptions = {}): Hooks {
  const { tracerProvider = trace, meterProvider = metrics, propagate = true } = ownCopy(options);
  const tracer = tracerProvider.getTracer(NAME, version);
  let instruments: ReturnType<typeof createInstruments> | undefined;
  const calls = new Map<number, Traced>();

  const onCallStart = (event: CallEvent) => {
    instruments ??= createInstruments(meterProvider.getMeter(NAME, version)); // a meter of no SDK stays without effect
    const parent = context.active();
    const { method, operationId, idempotencyKey } = event;
    const attributes = {
      ...(operationId !== undefined && { 'kobble.operation_id': operationId }),
      ...(idempotencyKey !== undefined && { 'kobble.idempotency_key': idempotencyKey }),
    };
    // Not a client span: the conventions want none around those of the attempts, which would count a request too many.
    const span = tracer.startSpan(operationId ?? method, { kind: SpanKind.INTERNAL, attributes }, parent);
    calls.set(event.callId, { span, context: trace.setSpan(parent, span), place: placeOf(event), attempt: undefined });
  };

  const hooks: Hooks = {
    onCallStart,
    onRequest(event) {
      const call = calls.get(event.callId);
      if (call === undefined) return;
      const resent = event.attempt > 1 && { 'http.request.resend_count': event.attempt - 1 };
      const attributes = { ...call.place, 'url.full': urlOf(event), ...resent };
      call.attempt = tracer.startSpan(attemptNameOf(event), { kind: SpanKind.CLIENT, attributes }, call.context);
    },
    onResponse(event) {
      const call = calls.get(event.callId);
      if (call?.attempt === undefined) return;
      const end = endOf(event);
      finish(call.attempt, end, event);
      instruments?.attemptDuration.record(event.durationMs / 1000, { ...call.place, ...end });
    },
    onRetry({ callId, reason }) {
      instruments?.retries.add(1, { ...calls.get(callId)?.place, 'error.type': String(reason) });
    },
    onCallEnd(event) {
      const call = calls.get(event.callId);
      if (call === undefined) return;
      calls.delete(event.callId);
      const { outcome, attempts, durationMs } = event;
      finish(call.span, { ...errorOf(event), 'kobble.outcome': outcome, 'kobble.attempts': attempts }, event);
      instruments?.callDuration.record(durationMs / 1000, {
        ...call.place,
        ...endOf(event),
        'kobble.outcome': outcome,
      });
    },
  };
  const requestHeaders = ({ callId }: AttemptEvent) => {
    const headers: Record<string, string> = {};
    const call = calls.get(callId);
    if (call?.attempt === undefined) return headers;
    // Baggage is for services of the caller's own: Kobble is none.
    propagation.inject(propagation.deleteBaggage(trace.setSpan(call.context, call.attempt)), headers);
    return headers;
  };
  return propagate ? { ...hooks, requestHeaders } : hooks;
}

/** The parts of an end that only its span has. */
interface SpanEnd {
  readonly operationId: string | undefined;
  readonly status: number | undefined;
  readonly requestId: string | undefined;
  readonly error: Error | undefined;
}

/** Ends a span. It is an error if there is an `error.type`. */
function finish(span: Span, attributes: Attributes, { operationId, status = 0, requestId, error }: SpanEnd): void {
  span.setAttributes({ ...attributes, ...(requestId !== undefined && { 'kobble.request_id': requestId }) });
  if (attributes['error.type'] !== undefined) {
    // An error status says enough. The messages of this library contain no secret, but the path of an unknown operation.
    const says = status >= 400 || operationId === undefined ? undefined : error?.message;
    span.setStatus({ code: SpanStatusCode.ERROR, ...(says !== undefined && { message: says }) });
  }
  span.end();
}
