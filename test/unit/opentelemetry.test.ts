// Proves, with OpenTelemetry's own SDK and its exporters in memory, which spans and metrics a call leaves, that the trace
// goes on at the server, and that no secret, body or id of Kobble is in any of it.
import { context, propagation, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { CompositePropagator, W3CBaggagePropagator, W3CTraceContextPropagator } from '@opentelemetry/core';
import {
  AggregationTemporality,
  InMemoryMetricExporter,
  MeterProvider,
  PeriodicExportingMetricReader,
} from '@opentelemetry/sdk-metrics';
import {
  BasicTracerProvider,
  InMemorySpanExporter,
  SimpleSpanProcessor,
  type ReadableSpan,
} from '@opentelemetry/sdk-trace-base';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { openTelemetryHooks, type OpenTelemetryOptions } from '../../src/opentelemetry/index.js';
import { failureOf } from '../support/failure.js';
import { broken, hanging, inTurn, json, status } from '../support/replies.js';
import { SECRET, setUp, type Setup } from '../support/requests.js';
import { CARD } from '../support/samples.js';
import { holdTime, idle, letTimePass } from '../support/time.js';

const spans = new InMemorySpanExporter();
const tracerProvider = new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(spans)] });
const tracer = tracerProvider.getTracer('test');

beforeAll(() => {
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  const propagators = [new W3CTraceContextPropagator(), new W3CBaggagePropagator()];
  propagation.setGlobalPropagator(new CompositePropagator({ propagators }));
});
afterAll(() => {
  context.disable();
  propagation.disable();
});
beforeEach(() => {
  holdTime();
  spans.reset();
});
afterEach(() => {
  vi.useRealTimers();
});

const watch = (setup: Setup, options: OpenTelemetryOptions = {}) =>
  setUp({ token: 'T', ...setup, hooks: openTelemetryHooks({ tracerProvider, ...options }) });

/** Returns the finished spans: of calls, and of the attempts of each. */
const finished = (): { call: ReadableSpan; attempts: ReadableSpan[] }[] => {
  const all = spans.getFinishedSpans();
  const below = (parent: ReadableSpan) =>
    all.filter((span) => span.parentSpanContext?.spanId === parent.spanContext().spanId);
  return all.filter((span) => 'kobble.outcome' in span.attributes).map((call) => ({ call, attempts: below(call) }));
};
const one = () => {
  const [first, ...others] = finished();
  if (first === undefined || others.length > 0) throw new Error('Expected the spans of one call.');
  return first;
};

const PLACE = {
  'http.request.method': 'POST',
  'server.address': 'api.kobble.test',
  'server.port': 443,
  'url.template': '/customers/v1/cards',
  'kobble.operation_id': 'createCard',
};
const ATTEMPT = { ...PLACE, 'url.full': 'https://api.kobble.test/customers/v1/cards' };

describe('spans', () => {
  it('are one of the call, below the active one, and one of each attempt', async () => {
    const api = inTurn(status(503), () => json({ id: '1' }, 201, { 'x-request-id': 'r-2' }));
    const { kobble, sent } = watch({ api });
    await tracer.startActiveSpan('caller', async (caller) => {
      await letTimePass(kobble.cards.create(CARD));
      expect(one().call.parentSpanContext?.spanId).toBe(caller.spanContext().spanId);
    });
    const { call, attempts } = one();
    // A client span around those of the attempts would be counted as one request more.
    expect([call, ...attempts].map(({ name, kind }) => [name, kind])).toEqual([
      ['createCard', SpanKind.INTERNAL],
      ...Array<unknown>(2).fill(['POST /customers/v1/cards', SpanKind.CLIENT]),
    ]);
    expect(call.attributes).toEqual({
      'kobble.operation_id': 'createCard',
      'kobble.attempts': 2,
      'kobble.idempotency_key': sent[0]?.headers['idempotency-key'],
      'kobble.outcome': 'ok',
      'kobble.request_id': 'r-2',
    });
    expect(attempts.map(({ attributes }) => attributes)).toEqual([
      { ...ATTEMPT, 'http.response.status_code': 503, 'error.type': '503' },
      { ...ATTEMPT, 'http.response.status_code': 201, 'http.request.resend_count': 1, 'kobble.request_id': 'r-2' },
    ]);
    expect([call, ...attempts].map((span) => span.status)).toEqual([
      { code: SpanStatusCode.UNSET },
      { code: SpanStatusCode.ERROR },
      { code: SpanStatusCode.UNSET },
    ]);
    expect(call.instrumentationScope).toMatchObject({
      name: 'kobble-client',
      version: expect.stringMatching(/^\d+\./) as string,
    });
  });

  it('count the replay after a 401 as sent again', async () => {
    const { kobble } = watch({ api: inTurn(status(401), () => json({ id: '1' })), token: async () => 'T' });
    await kobble.cards.get('1');
    const { call, attempts } = one();
    expect(attempts.map(({ attributes }) => attributes['http.request.resend_count'])).toEqual([undefined, 1]);
    expect(call.status.code).toBe(SpanStatusCode.UNSET);
  });

  it('are those of a token request too', async () => {
    const { kobble } = setUp({ hooks: openTelemetryHooks({ tracerProvider }) });
    await kobble.cards.get('1');
    expect(finished().map(({ call, attempts }) => [call.name, attempts.length])).toEqual([
      ['getAccessToken', 1],
      ['getCard', 1],
    ]);
  });

  it('have what decides about sampling when they start', async () => {
    const atStart: unknown[] = [];
    const started = { onStart: (span: ReadableSpan) => void atStart.push({ ...span.attributes }), onEnd: () => {} };
    const nothing = { forceFlush: async () => {}, shutdown: async () => {} };
    const provider = new BasicTracerProvider({ spanProcessors: [{ ...started, ...nothing }] });
    const { kobble } = watch({}, { tracerProvider: provider });
    await kobble.cards.get('card-77');
    expect(atStart[1]).toEqual({
      'http.request.method': 'GET',
      'server.address': 'api.kobble.test',
      'server.port': 443,
      'url.full': 'https://api.kobble.test/customers/v1/cards/{id}',
      'url.template': '/customers/v1/cards/{id}',
      'kobble.operation_id': 'getCard',
    });
  });

  it.each<[string, Setup, object, object]>([
    ['a refusal', { api: status(404) }, { 'error.type': '404', 'kobble.outcome': 'rejected' }, {}],
    [
      'a response that is not JSON',
      { api: () => new Response('<html>') },
      { 'error.type': 'invalid_json', 'kobble.outcome': 'unknown' },
      { message: 'POST /customers/v1/cards → answered, but not with JSON' },
    ],
    [
      'no connection',
      { api: broken('ECONNREFUSED'), retry: { maxRetries: 0 } },
      { 'error.type': 'connection_refused', 'kobble.outcome': 'not-sent' },
      { message: 'POST /customers/v1/cards → no response (connection refused)' },
    ],
    [
      'a timeout',
      { api: hanging, deadlineMs: 50 },
      { 'error.type': 'deadline_exceeded', 'kobble.outcome': 'unknown' },
      {},
    ],
  ])('tell of %s', async (_, setup, attributes, says) => {
    await letTimePass(failureOf(watch(setup).kobble.cards.create(CARD)));
    const { call, attempts } = one();
    expect(call.attributes).toMatchObject({ ...attributes, 'kobble.attempts': 1 });
    expect(call.status).toMatchObject({ code: SpanStatusCode.ERROR, ...says });
    expect(attempts).toHaveLength(1);
  });

  it('end when the caller or close() aborts the call', async () => {
    const { kobble } = watch({ api: hanging });
    const controller = new AbortController();
    const aborted = failureOf(kobble.cards.get('1', { signal: controller.signal }));
    const closed = failureOf(kobble.cards.get('2'));
    await idle();
    controller.abort();
    await aborted;
    const closing = kobble.close({ timeoutMs: 0 });
    await vi.advanceTimersByTimeAsync(1);
    await Promise.all([closed, closing]);
    expect(finished().map(({ call, attempts }) => [call.attributes['error.type'], attempts.length])).toEqual([
      ['aborted', 1],
      ['aborted', 1],
    ]);
  });

  it('do not show the path of an operation that the contract does not know', async () => {
    await watch({}).kobble.request('GET', '/customers/v1/people/jane');
    const { call, attempts } = one();
    for (const { name, attributes } of [call, ...attempts])
      expect([name, attributes['url.template']]).toEqual(['GET', undefined]);
    expect(attempts[0]?.attributes['url.full']).toBe('https://api.kobble.test/REDACTED');
  });

  it('does not show such a path if the call fails without a response either', async () => {
    const { kobble } = watch({ api: broken('ECONNREFUSED'), retry: { maxRetries: 0 } });
    await failureOf(kobble.request('GET', '/customers/v1/people/jane'));
    const { call, attempts } = one();
    for (const { attributes, status: end } of [call, ...attempts]) {
      expect(attributes['error.type']).toBe('connection_refused');
      expect(end).toEqual({ code: SpanStatusCode.ERROR });
    }
  });

  it('of two clients that share hooks are kept apart', async () => {
    const hooks = openTelemetryHooks({ tracerProvider });
    const clients = [setUp({ token: 'T', hooks }), setUp({ token: 'T', hooks })];
    await Promise.all(clients.map(({ kobble }) => kobble.cards.get('1')));
    expect(finished().map(({ attempts }) => attempts.length)).toEqual([1, 1]);
  });
});

describe('the trace', () => {
  it('goes on at the server, below each attempt, without baggage', async () => {
    const { kobble, sent } = watch({ api: inTurn(status(503), () => json({ id: '1' })) });
    const baggage = propagation.createBaggage({ user: { value: 'jane' } });
    await context.with(propagation.setBaggage(context.active(), baggage), () => letTimePass(kobble.cards.get('1')));
    const { attempts } = one();
    const expected = attempts.map((span) => `00-${span.spanContext().traceId}-${span.spanContext().spanId}-01`);
    expect(sent.map(({ headers }) => headers['traceparent'])).toEqual(expected);
    expect(sent.flatMap(({ headers }) => Object.keys(headers))).not.toContain('baggage');
  });
  it('ends here if that is wanted', async () => {
    const { kobble, sent } = watch({}, { propagate: false });
    await kobble.cards.get('1');
    expect(sent[0]?.headers).not.toHaveProperty('traceparent');
  });
});

describe('metrics', () => {
  it('are durations of attempts and calls in seconds, and the number of retries', async () => {
    const exporter = new InMemoryMetricExporter(AggregationTemporality.CUMULATIVE);
    const reader = new PeriodicExportingMetricReader({ exporter, exportIntervalMillis: 3_600_000 });
    const meterProvider = new MeterProvider({ readers: [reader] });
    const slow = async () => {
      await new Promise((resolve) => setTimeout(resolve, 80));
      return json({ id: '1' });
    };
    vi.spyOn(Math, 'random').mockReturnValue(0.5);
    const { kobble } = watch({ api: inTurn(status(503), slow) }, { meterProvider });
    await letTimePass(kobble.cards.create(CARD));
    vi.useRealTimers(); // the reader has a time limit of its own
    await reader.forceFlush();
    const found = exporter.getMetrics().flatMap(({ scopeMetrics }) => scopeMetrics.flatMap((scope) => scope.metrics));
    await meterProvider.shutdown();
    const points = (name: string) => {
      const metric = found.find(({ descriptor }) => descriptor.name === name);
      return [
        metric?.descriptor.unit,
        ...(metric?.dataPoints ?? []).map(({ attributes, value }) => ({ attributes, value })),
      ];
    };
    const attempt = (attributes: object, sum: number) => ({
      attributes: { ...PLACE, ...attributes },
      value: expect.objectContaining({ count: 1, sum: expect.closeTo(sum) as number }) as object,
    });
    expect(points('http.client.request.duration')).toEqual([
      's',
      attempt({ 'http.response.status_code': 503, 'error.type': '503' }, 0),
      attempt({ 'http.response.status_code': 200 }, 0.08),
    ]);
    expect(points('kobble.client.call.duration')).toEqual([
      's',
      attempt({ 'http.response.status_code': 200, 'kobble.outcome': 'ok' }, 0.18),
    ]);
    expect(points('kobble.client.retries')).toEqual([
      '{retry}',
      { attributes: { ...PLACE, 'error.type': '503' }, value: 1 },
    ]);
    expect(found[0]?.dataPoints[0]?.value).toMatchObject({
      buckets: { boundaries: [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10] },
    });
  });
});

it('records no secret, body, header or id of Kobble', async () => {
  const answer = { totp: 'T0TP', secret: 'C4RD', pan: '4111111111111111' };
  const tokens = () => json({ access_token: 'T0KEN-of-an-hour', expires_in: 100 });
  const api = inTurn(
    status(503, { 'set-cookie': 'c00kie', 'x-request-id': 'T0KEN-of-an-hour' }),
    () => json(answer, 404),
    () => json(answer),
  );
  const hooks = openTelemetryHooks({ tracerProvider });
  const { kobble } = setUp({ api, tokens, hooks, headers: { 'x-key': 'h34der' } });
  const secret = () => kobble.cards.createSecret('card-77', { remarks: 'r3mark' }, { context: 'c0ntext' });
  await letTimePass(secret()).catch(() => {});
  await letTimePass(secret());
  await letTimePass(kobble.request('GET', '/customers/v1/cards/card-77'));
  await letTimePass(kobble.cards.list({ from: '1999-01-01' }).catch(() => {}) as Promise<unknown>);
  const shown = JSON.stringify(
    spans
      .getFinishedSpans()
      .map(({ name, attributes, events, links, status: end }) => [name, attributes, events, links, end]),
  );
  expect(spans.getFinishedSpans().length).toBeGreaterThan(8);
  for (const hidden of [
    'T0TP',
    'C4RD',
    '4111',
    'T0KEN-of-an-hour',
    SECRET,
    'c00kie',
    'h34der',
    'card-77',
    'r3mark',
    'c0ntext',
    '1999-01-01',
    'client-1',
  ]) {
    expect(shown).not.toContain(hidden);
  }
});

it('changes nothing without an SDK', async () => {
  trace.disable();
  const { kobble, sent } = setUp({ token: 'T', hooks: openTelemetryHooks() });
  expect(await kobble.cards.get('1')).toEqual({ id: 'card-1' });
  expect(Object.keys(sent[0]?.headers ?? {})).toEqual(['accept', 'user-agent', 'authorization']);
});
