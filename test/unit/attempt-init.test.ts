// Proves that the init of an attempt tells of its end in two ways: by its signal, also in a copy, and by a callback that
// needs no signal.
import { describe, expect, it, vi } from 'vitest';
import { operationAt } from '../../src/contract/operations.js';
import { AttemptInit } from '../../src/http/attempt-init.js';
import { newCall } from '../../src/http/call.js';
import { DEFAULT_RETRY } from '../../src/http/retry.js';
import { Cancellation } from '../../src/time.js';

const REASON = new Error('late');

function begin() {
  const cancellation = new Cancellation();
  const defaults = { timeoutMs: 1, deadlineMs: 1, retry: DEFAULT_RETRY, headers: { accept: 'application/json' } };
  const call = newCall(defaults, operationAt('GET', '/customers/v1/cards'), {});
  call.token = 'T';
  return { cancellation, init: new AttemptInit(call, cancellation) };
}

describe('the init of an attempt', () => {
  it('has a signal, and so has its copy', () => {
    const { cancellation, init } = begin();
    const copy: RequestInit = Object.assign({}, init);
    cancellation.abort(REASON);
    expect([init.signal.reason, copy.signal?.reason]).toEqual([REASON, REASON]);
    expect(copy).toEqual({
      method: 'GET',
      redirect: 'manual',
      body: null,
      headers: { accept: 'application/json', authorization: 'Bearer T' },
      signal: init.signal,
    });
  });

  it('calls back on cancellation, and at once if it is already cancelled', () => {
    const { cancellation, init } = begin();
    const before = vi.fn();
    const after = vi.fn();
    init.onCancel(before);
    expect(before).not.toHaveBeenCalled();
    cancellation.abort(REASON);
    init.onCancel(after);
    expect(before).toHaveBeenCalledExactlyOnceWith(REASON);
    expect(after).toHaveBeenCalledExactlyOnceWith(REASON);
  });
});
