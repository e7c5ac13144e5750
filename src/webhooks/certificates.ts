import { readBytes } from '../http/response.js';
import { readCertificate, type Certificate } from './certificate.js';
import { importKeys, type PublicKeys } from './signature.js';
import { fetchFromSns, type Fetch } from './sns.js';
import { WebhookError } from './webhook-error.js';

const MAX_BYTES = 16 * 1024;
const MAX_KEPT = 16;
const MAX_DOWNLOADS = 16;
const MAX_AGE_MS = 24 * 60 * 60 * 1_000;
/** Addresses that SNS does not know are kept apart, so that they cannot displace a certificate. */
const MAX_UNKNOWN = 256;
const UNKNOWN_MS = 60 * 1_000;

/** The keys of a certificate, by signature version, and its validity in milliseconds since 1970. */
interface TrustedCertificate extends Pick<Certificate, 'validFrom' | 'validTo'> {
  readonly keys: PublicKeys;
}

/** One cache per `fetch`, so that a certificate served by one test is unknown to the next. */
const caches = new WeakMap<Fetch, CertificateCache>();

/** Returns the certificate at an address that passed `checkCertificateUrl`. It is at most a day old and valid now. */
export function certificateAt(url: string, fetch: Fetch, now: () => number): Promise<TrustedCertificate> {
  let cache = caches.get(fetch);
  if (cache === undefined) caches.set(fetch, (cache = new CertificateCache(fetch)));
  return cache.get(url, now);
}

/** Certificates by URL. Each is fetched once, however many messages wait for it. Of failures, only "unknown" is kept. */
class CertificateCache {
  readonly #fetch: Fetch;
  readonly #kept = new Map<string, { certificate: TrustedCertificate; since: number }>();
  /** Time at which SNS said that it knows no such certificate, by URL, the oldest first. */
  readonly #unknown = new Map<string, number>();
  readonly #underway = new Map<string, Promise<TrustedCertificate>>();

  constructor(fetch: Fetch) {
    this.#fetch = fetch;
  }

  async get(url: string, now: () => number): Promise<TrustedCertificate> {
    const kept = this.#kept.get(url);
    if (kept !== undefined && isFresh(kept, now())) return kept.certificate;
    if (isWithin(this.#unknown.get(url), UNKNOWN_MS, now())) throw new WebhookError('certificate_unknown');
    const certificate = await (this.#underway.get(url) ?? this.#start(url, now));
    checkValidity(certificate, now());
    return certificate;
  }

  #start(url: string, now: () => number): Promise<TrustedCertificate> {
    // Anyone can post addresses: without a limit, each of them would be a request to SNS.
    if (this.#underway.size >= MAX_DOWNLOADS)
      throw new WebhookError('certificate_unavailable', 'too many downloads at once');
    const download = this.#download(url, now).finally(() => this.#underway.delete(url));
    this.#underway.set(url, download);
    return download;
  }

  async #download(url: string, now: () => number): Promise<TrustedCertificate> {
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

const isFresh = ({ certificate, since }: { certificate: TrustedCertificate; since: number }, now: number): boolean =>
  isWithin(since, MAX_AGE_MS, now) && now <= certificate.validTo;

/** Returns true for less than this many milliseconds after `since`, and not before: the wall clock may be set back. */
const isWithin = (since: number | undefined, milliseconds: number, now: number): boolean =>
  since !== undefined && now >= since && now - since < milliseconds;

/**
 * Fetches a certificate of SNS. No chain is checked: https proves that the file lies on `sns.<region>.amazonaws.com`, and
 * that is all that AWS's own verifiers rely on.
 */
async function downloadCertificate(url: string, fetch: Fetch): Promise<TrustedCertificate> {
  const read = (body: Response['body']) => readBytes(body, MAX_BYTES);
  const codes = { failed: 'certificate_unavailable', unknown: 'certificate_unknown' } as const;
  const { bytes, isComplete } = await fetchFromSns(url, fetch, codes, read);
  if (!isComplete) throw new WebhookError('certificate_invalid', 'more than 16 KiB');
  const { spki, validFrom, validTo } = readCertificate(bytes);
  return { keys: await importKeys(spki), validFrom, validTo };
}

/** Throws unless the certificate is valid at this moment. No certificate is valid if the clock says NaN. */
function checkValidity({ validFrom, validTo }: TrustedCertificate, now: number): void {
  if (!(now >= validFrom)) throw new WebhookError('certificate_not_yet_valid');
  if (!(now <= validTo)) throw new WebhookError('certificate_expired');
}
