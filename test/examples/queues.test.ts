// Proves that the recipes for BullMQ, Temporal, Inngest and DBOS compile with their own types. Part of `npm test -- --mode long`
// only, as they come from the registry.
import { cpSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { blocksOf, compileBlocks, writeBlocks } from '../support/docs/code-blocks.js';
import { fromRegistry } from '../support/from-registry.js';

const PAGE = 'examples/durable-jobs/README.md';
const QUEUES = [
  'bullmq@6.7.0',
  '@temporalio/activity@1.24.0',
  '@temporalio/common@1.24.0',
  '@temporalio/workflow@1.24.0',
  'inngest@4.24.0',
  '@dbos-inc/dbos-sdk@5.3.0',
];

it('each block compiles', async () => {
  const packages = dirname(fromRegistry('job-queues', QUEUES));
  const code = '.cache/queues-code';
  const blocks = blocksOf(PAGE);
  expect(blocks).toHaveLength(4);
  writeBlocks(code, blocks);
  symlinkSync(packages, join(code, 'node_modules'));
  cpSync(dirname(PAGE), code, { recursive: true, filter: (path) => !path.endsWith('.md') });
  expect(await compileBlocks(code)).toBe('');
});
