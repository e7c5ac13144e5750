import { createServer, type Server } from 'node:http';
import { signTestWebhook } from '../../src/webhooks/index.js';

/**
 * A server with the certificate of all messages that this process signs. Below `/moved` it answers with a redirect to it,
 * and below `/endless` with a body that is too long and does not end.
 */
export class Sns {
  #confirmations = 0;

  readonly server: Server = createServer((request, response) => {
    const [, place = '', path = ''] = /^(\/moved|\/endless|)(\/.*)$/.exec(request.url ?? '') ?? [];
    response.setHeader('access-control-allow-origin', '*');
    if (place === '/moved') return void response.writeHead(302, { location: path }).end();
    if (place === '/endless') return void response.write('x'.repeat(64 * 1024));
    if (path.startsWith('/?')) this.#confirmations++;
    const { fetch } = signTestWebhook();
    void fetch(`https://sns.test${path}`, {}).then(async (answer) => {
      response.writeHead(answer.status).end(await answer.text());
    });
  });

  /** Returns how many subscriptions were confirmed since the last time. */
  newConfirmations(): number {
    const count = this.#confirmations;
    this.#confirmations = 0;
    return count;
  }
}
