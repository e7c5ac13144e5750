import { X509Certificate, type KeyObject } from 'node:crypto';
import { fetchFromSns, type Fetch } from './fetch-from-sns.js';
import { readAtMost } from './read-at-most.js';
import { WebhookError } from './webhook-error.js';

const MAX_BYTES = 16 * 1024;
const MIN_RSA_BITS = 2048;

/** What is used of a certificate. Times are milliseconds since 1970. */
export interface Certificate {
  readonly publicKey: KeyObject;
  readonly validFrom: number;
  readonly validTo: number;
}

/**
 * Fetches a certificate of SNS. No chain is checked: the trust comes from https, which alone vouches that the file lies
 * on `sns.<region>.amazonaws.com`, as AWS's own verifiers have it. `checkCertificateUrl` has to have passed the address.
 */
export async function downloadCertificate(url: string, fetch: Fetch): Promise<Certificate> {
  const pem = await fetchFromSns(url, fetch, 'certificate_unavailable', (body) => readAtMost(body, MAX_BYTES));
  if (pem === undefined) throw new WebhookError('certificate_invalid', 'more than 16 KiB');
  const certificate = parse(pem);
  const { publicKey } = certificate;
  const bits = publicKey.asymmetricKeyDetails?.modulusLength ?? 0;
  if (publicKey.asymmetricKeyType !== 'rsa' || bits < MIN_RSA_BITS) {
    throw new WebhookError('certificate_key_not_allowed');
  }
  return { publicKey, validFrom: Date.parse(certificate.validFrom), validTo: Date.parse(certificate.validTo) };
}

function parse(pem: Uint8Array): X509Certificate {
  try {
    return new X509Certificate(pem);
  } catch (cause) {
    throw new WebhookError('certificate_invalid', undefined, cause);
  }
}

/** Throws unless the certificate is valid at this moment. Written so that an unreadable date (NaN) is never valid. */
export function checkValidity({ validFrom, validTo }: Certificate, now: number): void {
  if (!(now >= validFrom)) throw new WebhookError('certificate_not_yet_valid');
  if (!(now <= validTo)) throw new WebhookError('certificate_expired');
}
