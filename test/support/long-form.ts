/** True where the proofs are run at full length (`npm run test:long`), which `npm test` has no time for. */
export const LONG_FORM = process.env['LONG_FORM'] === 'true';
