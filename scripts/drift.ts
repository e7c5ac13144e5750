/**
 * Holds the responses of a running Kobble against the contract: `npm run drift`, with the credentials in `KOBBLE_*`
 * variables. It is the command `kobble-client drift`, run from its sources: `npm run drift -- --help` lists the options.
 */
process.argv.splice(2, 0, 'drift');
await import('../src/cli/main.js');
