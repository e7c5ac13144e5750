import { X509Certificate, type KeyObject } from 'node:crypto';
import { readBytes } from '../http/response.js';
import { fetchFromSns, type Fetch } from './sns.js';
import { WebhookError } from './webhook-error.js';

const MAX_BYTES = 16 * 1024;
const MIN_RSA_BITS = 2048;
const MAX_KEPT = 16;
const MAX_DOWNLOADS = 16;
const MAX_AGE_MS = 24 * 60 * 60 * 1_000;
/** Addresses that SNS does not know are kept apart, so that they cannot displace a certificate. */
const MAX_UNKNOWN = 256;
const UNKNOWN_MS = 60 * 1_000;

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

/** Certificates by URL. Each is fetched once, however many messages wait for it. Of failures, only "unknown" is kept. */
class CertificateCache {
  readonly #fetch: Fetch;
  readonly #kept = new Map<string, { certificate: Certificate; since: number }>();
  /** Time at which SNS said that it knows no such certificate, by URL, the oldest first. */
  readonly #unknown = new Map<string, number>();
  readonly #underway = new Map<string, Promise<Certificate>>();

  constructor(fetch: Fetch) {
    this.#fetch = fetch;
  }

  async get(url: string, now: () => number): Promise<Certificate> {
    const kept = this.#kept.get(url);
    if (kept !== undefined && isFresh(kept, now())) return kept.certificate;
    if (isWithin(this.#unknown.get(url), UNKNOWN_MS, now())) throw new WebhookError('certificate_unknown');
    const certificate = await (this.#underway.get(url) ?? this.#start(url, now));
    checkValidity(certificate, now());
    return certificate;
  }

  #start(url: string, now: () => number): Promise<Certificate> {
    // Anyone can post addresses: without a limit, each of them would be a request to SNS.
    if (this.#underway.size >= MAX_DOWNLOADS)
      throw new WebhookError('certificate_unavailable', 'too many downloads at once');
    const download = this.#download(url, now).finally(() => this.#underway.delete(url));
    this.#underway.set(url, download);
    return download;
  }

  async #download(url: string, now: () => number): Promise<Certificate> {
    this.#kept.delete(url);
    try {
      const certificate = await downloadCertificate(url, this.#fetch);
      checkValidity(certificate, now());
      keep(this.#kept, MAX_KEPT, url, { certificate, since: now() });
      return certificate;
    } catch (error) {
      const isUnknown = error instanceof WebhookError && error.code === 'certificate_unknown';
      if (isUnknown) keep(this.#unknown, MAX_UNKNOWN, url, now());
      throw error;
    }
  }
}

/** Sets a value as the newest. If the map is full, its oldest value goes. */
function keep<Value>(map: Map<string, Value>, limit: number, key: string, value: Value): void {
  map.delete(key);
  const [oldest] = map.keys();
  if (oldest !== undefined && map.size >= limit) map.delete(oldest);
  map.set(key, value);
}

const isFresh = ({ certificate, since }: { certificate: Certificate; since: number }, now: number): boolean =>
  isWithin(since, MAX_AGE_MS, now) && now <= certificate.validTo;

/** Returns true for less than this many milliseconds after `since`, and not before: the wall clock may be set back. */
const isWithin = (since: number | undefined, milliseconds: number, now: number): boolean =>
  since !== undefined && now >= since && now - since < milliseconds;

/**
 * Fetches a certificate of SNS. No chain is checked: https proves that the file lies on `sns.<region>.amazonaws.com`, and
 * that is all that AWS's own verifiers rely on.
 */
async function downloadCertificate(url: string, fetch: Fetch): Promise<Certificate> {
  const read = (body: Response['body']) => readBytes(body, MAX_BYTES);
  const codes = { failed: 'certificate_unavailable', unknown: 'certificate_unknown' } as const;
  const { bytes, isComplete } = await fetchFromSns(url, fetch, codes, read);
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
