import type { ViteUserConfig } from 'vitest/config';
import shortForm from './vitest.config.js';

/** The proofs that have a longer form, at full length. */
const longForm: ViteUserConfig = {
  ...shortForm,
  test: {
    ...shortForm.test,
    include: ['test/faults/{exactly-once,crash,properties,soak}.test.ts', 'test/webhooks/load.test.ts'],
    env: { LONG_FORM: 'true' },
  },
};
export default longForm;
