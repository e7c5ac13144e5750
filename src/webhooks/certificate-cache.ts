import { checkValidity, downloadCertificate, type Certificate } from './certificate.js';
import type { Fetch } from './fetch-from-sns.js';

const MAX_KEPT = 16;
const MAX_AGE_MS = 24 * 60 * 60 * 1_000;

/** Certificates by URL: each is fetched once however many messages wait for it. A failure is never kept. */
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
  const age = now - since; // negative where the wall clock was set back
  return age >= 0 && age < MAX_AGE_MS && now <= certificate.validTo;
}

/** One cache per `fetch`, so that what one test serves is unknown to the next. */
const caches = new WeakMap<Fetch, CertificateCache>();

/** The certificate at an address that `checkCertificateUrl` has passed, at most a day old and valid now. */
export function certificateAt(url: string, fetch: Fetch, now: () => number): Promise<Certificate> {
  let cache = caches.get(fetch);
  if (cache === undefined) caches.set(fetch, (cache = new CertificateCache(fetch)));
  return cache.get(url, now);
}
