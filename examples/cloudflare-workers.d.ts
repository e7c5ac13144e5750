/** The module of workerd, as `wrangler types` declares it in a project of Workers only. */
declare module 'cloudflare:workers' {
  export const waitUntil: typeof import('@cloudflare/workers-types').CloudflareWorkersModule.waitUntil;
}
