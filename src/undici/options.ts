/** Options of the pool of connections, a part of those of undici's `Agent`. */
export interface UndiciOptions {
  /** Maximum number of connections to a host. Default: no limit. */
  readonly connections?: number | undefined;
  /** Uses HTTP/2 if the server offers it, which happens over TLS only. Default false. */
  readonly allowH2?: boolean | undefined;
  /** Time for which an idle connection is kept, in milliseconds, unless the server states a time. Default 4000. */
  readonly keepAliveTimeout?: number | undefined;
  /** The longest time that an idle connection is kept, in milliseconds, whatever the server states. Default 600 000. */
  readonly keepAliveMaxTimeout?: number | undefined;
  /** `timeout` of a connection in milliseconds (default 10 000), and options of `tls.connect`: `ca`, `cert`, `key`… */
  readonly connect?: object | undefined;
}

/**
 * The part of an undici dispatcher that is used. `Agent`, `Pool`, `ProxyAgent`, `EnvHttpProxyAgent` and `MockAgent` have
 * it, with and without interceptors.
 */
export interface UndiciDispatcher {
  dispatch(request: DispatchRequest, handler: DispatchHandler): boolean;
}

/** A `fetch` for the option of this name. It never follows a redirect. */
export type UndiciFetch = (url: string, init?: RequestInit) => Promise<Response>;

/** A request as undici is given it. */
export interface DispatchRequest {
  readonly origin: string;
  readonly path: string;
  readonly method: string;
  readonly headers: Record<string, string>;
  readonly body: string | Uint8Array | null;
  readonly headersTimeout: number;
  readonly bodyTimeout: number;
  readonly maxRedirections: number;
  readonly retryOptions: object;
}

/** Receiver of the events of a request. */
export interface DispatchHandler {
  onRequestStart(controller: DispatchController): void;
  onResponseStart(controller: DispatchController, status: number, headers: WireHeaders, statusText?: string): void;
  onResponseData(controller: DispatchController, chunk: Uint8Array): void;
  onResponseEnd(): void;
  onResponseError(controller: DispatchController, error: Error): void;
}

/** Control over a request in progress. */
export interface DispatchController {
  /** Names and values in turn, as they came. */
  readonly rawHeaders?: unknown;
  abort(reason: Error): void;
  pause(): void;
  resume(): void;
}

/** Names and values in turn. */
export type RawHeaders = readonly (Uint8Array | string)[];

/** Headers by lower-case name. undici reads their bytes as UTF-8, which garbles what is not. */
export type WireHeaders = Readonly<Record<string, string | string[] | undefined>>;
