// Runs the suite in Node, Bun or Deno. The address of the servers is the first argument.
import { argv, exit } from 'node:process';
import { runSuite } from '../suite/index.js';

await runSuite(argv[2], (line) => console.log(line));
exit(0);
