// The server of the loopback measurements, in a process of its own so that only the client's work is measured.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ANSWER, ANSWER_HEADERS } from './calls.js';

const server = createServer((request, response) => {
  request.resume().on('end', () => response.writeHead(200, ANSWER_HEADERS).end(ANSWER));
});
server.keepAliveTimeout = 60_000;
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
process.on('disconnect', () => process.exit());
