import { generateKeyPairSync } from 'node:crypto';
import { throwawayCertificate } from '../../../src/webhooks/throwaway-certificate.js';

/** Returns a key and a certificate that nobody vouches for, for a TLS server. */
export function identity(): { key: string; cert: string } {
  const keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const cert = throwawayCertificate({ ...keys, validFrom: new Date('2026-01-01'), validTo: new Date('2049-01-01') });
  return { key: String(keys.privateKey.export({ type: 'pkcs8', format: 'pem' })), cert };
}
