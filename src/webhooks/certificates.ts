import { X509Certificate, type KeyObject } from 'node:crypto';
import { readBytes } from '../http/response.js';
import { fetchFromSns, type Fetch } from './sns.js';
import { WebhookError } from './webhook-error.js';

const MAX_BYTES = 16 * 1024;
const MIN_RSA_BITS = 2048;
const MAX_KEPT = 16;
const MAX_AGE_MS = 24 * 60 * 60 * 1_000;

/** The parts of a certificate that are used. Times are milliseconds since 1970. */
interface Certificate {
  readonly publicKey: KeyObject;
  readonly validFrom: number;
  readonly validTo: number;
}

/** One cache per `fetch`, so that a certificate served by one test is unknown to the next. */
const caches = new WeakMap<Fetch, CertificateCache>();

/** Returns the certificate at an address that passed `checkCertificateUrl`. It is at most a day old and valid now. */
export function certificateAt(url: string, fetch: Fetch, now: () => number): Promise<Certificate> {
  let cache = caches.get(fetch);
  if (cache === undefined) caches.set(fetch, (cache = new CertificateCache(fetch)));
  return cache.get(url, now);
}

/** Certificates by URL. Each is fetched once, however many messages wait for it. A failure is never kept. */
class CertificateCache {
  readonly #fetch: Fetch;
  readonly #kept = new Map<string, { certificate: Certificate; since: number }>();
  readonly #underway = new Map<string, Promise<Certificate>>();

  constructor(fetch: Fetch) {
    this.#fetch = fetch;
  }

  async get(url: string, now: () => number): Promise<Certificate> {
    const kept = this.#kept.get(url);
    if (kept !== undefined && isFresh(kept, now())) return kept.certificate;
    const certificate = await (this.#underway.get(url) ?? this.#start(url, now));
    checkValidity(certificate, now());
    return certificate;
  }

  #start(url: string, now: () => number): Promise<Certificate> {
    const download = this.#download(url, now).finally(() => this.#underway.delete(url));
    this.#underway.set(url, download);
    return download;
  }

  async #download(url: string, now: () => number): Promise<Certificate> {
    this.#kept.delete(url);
    const certificate = await downloadCertificate(url, this.#fetch);
    checkValidity(certificate, now());
    const [oldest] = this.#kept.keys();
    if (oldest !== undefined && this.#kept.size >= MAX_KEPT) this.#kept.delete(oldest);
    this.#kept.set(url, { certificate, since: now() });
    return certificate;
  }
}

function isFresh({ certificate, since }: { certificate: Certificate; since: number }, now: number): boolean {
  const age = now - since; // negative if the wall clock was set back
  return age >= 0 && age < MAX_AGE_MS && now <= certificate.validTo;
}

/**
 * Fetches a certificate of SNS. No chain is checked: https proves that the file lies on `sns.<region>.amazonaws.com`, and
 * that is all that AWS's own verifiers rely on.
 */
async function downloadCertificate(url: string, fetch: Fetch): Promise<Certificate> {
  const read = (body: Response['body']) => readBytes(body, MAX_BYTES);
  const { bytes, isComplete } = await fetchFromSns(url, fetch, 'certificate_unavailable', read);
  if (!isComplete) throw new WebhookError('certificate_invalid', 'more than 16 KiB');
  const { publicKey, validFrom, validTo } = parse(bytes);
  const bits = publicKey.asymmetricKeyDetails?.modulusLength ?? 0;
  if (publicKey.asymmetricKeyType !== 'rsa' || bits < MIN_RSA_BITS) {
    throw new WebhookError('certificate_key_not_allowed');
  }
  return { publicKey, validFrom: Date.parse(validFrom), validTo: Date.parse(validTo) };
}

function parse(pem: Uint8Array): X509Certificate {
  try {
    return new X509Certificate(pem);
  } catch (cause) {
    throw new WebhookError('certificate_invalid', undefined, cause);
  }
}

/** Throws unless the certificate is valid at this moment. An unreadable date (NaN) is never valid. */
function checkValidity({ validFrom, validTo }: Certificate, now: number): void {
  if (!(now >= validFrom)) throw new WebhookError('certificate_not_yet_valid');
  if (!(now <= validTo)) throw new WebhookError('certificate_expired');
}
