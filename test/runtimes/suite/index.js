// The suite: plain JavaScript that runs in every runtime, over HTTP against a fake Kobble in Node.
import './calls.js';
import './failures.js';
import './connections.js';
import './webhooks.js';

export { runSuite } from './harness.js';
