// Runs the suite in a page. The test calls it with the address of the servers.
import { runSuite } from '../suite/index.js';

globalThis.runSuite = async (control) => {
  const lines = [];
  await runSuite(control, (line) => lines.push(line));
  return lines;
};
