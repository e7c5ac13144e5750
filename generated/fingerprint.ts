// Written by `npm run generate` from openapi/. Do not edit.

/** Hash of the facts of the contract, which changes of words leave as it is. */
export const contractFingerprint: string = '3919fc440e65';
