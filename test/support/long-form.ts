/** True if tests run at full length (`npm test -- --mode long`), for which `npm test` has no time. */
export const LONG_FORM = process.env['LONG_FORM'] === 'true';
