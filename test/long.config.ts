import type { ViteUserConfig } from 'vitest/config';
import shortForm, { LONG_ONLY } from './vitest.config.js';

/** The proofs that have a longer form, at full length, and what takes long at any length. */
const longForm: ViteUserConfig = {
  ...shortForm,
  test: {
    ...shortForm.test,
    include: ['test/faults/{exactly-once,crash,properties,soak}.test.ts', 'test/webhooks/load.test.ts', ...LONG_ONLY],
    exclude: [],
    env: { LONG_FORM: 'true' },
    maxWorkers: 2,
  },
};
export default longForm;
