import type * as NodeCrypto from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { PREFIX } from '../checks.js';

// Writes DER by hand, the minimum of X.509 (RFC 5280 §4.1), so that tests have a certificate without a dependency.

const TAG = { integer: 0x02, bits: 0x03, null: 0x05, oid: 0x06, text: 0x0c, time: 0x17, sequence: 0x30, set: 0x31 };
const EXPLICIT_VERSION = 0xa0;
const V3 = 2;
const COMMON_NAME = Uint8Array.of(0x55, 0x04, 0x03); // 2.5.4.3
const SHA256_WITH_RSA = Uint8Array.of(0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x0b); // 1.2.840.113549.1.1.11

/** A pair of keys and the validity of its certificate, between 1950 and 2049. */
export interface ThrowawayAuthority {
  readonly publicKey: KeyObject;
  readonly privateKey: KeyObject;
  readonly validFrom: Date;
  readonly validTo: Date;
}

/** Returns a self-signed certificate as PEM. It is for tests only: nobody vouches for it. */
export function throwawayCertificate({ publicKey, privateKey, validFrom, validTo }: ThrowawayAuthority): string {
  const algorithm = sequence(der(TAG.oid, SHA256_WITH_RSA), der(TAG.null));
  const name = sequence(der(TAG.set, sequence(der(TAG.oid, COMMON_NAME), der(TAG.text, utf8('throwaway for tests')))));
  const body = sequence(
    der(EXPLICIT_VERSION, der(TAG.integer, Uint8Array.of(V3))),
    der(TAG.integer, Uint8Array.of(1)), // serial number
    algorithm,
    name, // issuer
    sequence(time(validFrom), time(validTo)),
    name, // subject
    publicKey.export({ type: 'spki', format: 'der' }),
  );
  const signature = nodeCrypto().sign('sha256', body, privateKey);
  const noUnusedBits = Uint8Array.of(0);
  return pem(sequence(body, algorithm, der(TAG.bits, noUnusedBits, signature)));
}

function der(tag: number, ...parts: readonly Uint8Array[]): Uint8Array {
  const size = parts.reduce((sum, part) => sum + part.length, 0);
  return Uint8Array.from([tag, ...length(size), ...parts.flatMap((part) => [...part])]);
}

function length(bytes: number): number[] {
  if (bytes < 0x80) return [bytes];
  return bytes < 0x100 ? [0x81, bytes] : [0x82, bytes >> 8, bytes & 0xff];
}

const sequence = (...parts: readonly Uint8Array[]): Uint8Array => der(TAG.sequence, ...parts);

/** `YYMMDDhhmmssZ`. */
const time = (date: Date): Uint8Array => der(TAG.time, utf8(date.toISOString().replace(/^\d\d|\.\d{3}|[-:T]/g, '')));

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

export const base64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes));

function pem(bytes: Uint8Array): string {
  const lines = base64(bytes).match(/.{1,64}/g) ?? [];
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n');
}

/**
 * Returns Node's crypto module, whose signing is synchronous, unlike WebCrypto's. It is looked up when called: an import
 * would keep the whole entry point from loading on platforms without it.
 */
export function nodeCrypto(): typeof NodeCrypto {
  const { process } = globalThis as { process?: { getBuiltinModule?: (name: string) => unknown } };
  const crypto = process?.getBuiltinModule?.('node:crypto');
  if (crypto === undefined) throw new Error(`${PREFIX}signTestWebhook needs node:crypto`);
  return crypto as typeof NodeCrypto; // Node's own type for this name
}
