import { createFakeKobble, FAKE_CONTROL_HELP } from '../testing/index.js';
import { readPort, SERVER_OPTIONS, serveUntilStopped, UsageError, type Command } from './command.js';

/** `kobble-client fake` */
export const fake: Command = {
  summary: 'Serves a stateful fake of Kobble, with faults on demand, for tests in any language',
  help: `Usage: kobble-client fake [--port PORT] [--client-id ID --client-secret SECRET] [--webhook URL]
                          [--exit-with-stdin] [--json]

Serves a fake Kobble on 127.0.0.1, until it is stopped. It stores what it is sent, in memory, and remembers idempotency
keys. Any credentials get a token, unless options say which. Start it as node_modules/.bin/kobble-client: npx does not
pass a signal on, so that the server would outlive it.

What happens in it is posted to the URL of --webhook as Amazon SNS does it. The endpoint is asked to confirm after the
line of --json was printed, which has the topic, and GET /__fake/settled answers once it has. The certificate, and the
confirmation, are at this server: where SigningCertURL and SubscribeURL begin with
https://sns.ap-southeast-2.amazonaws.com/, go to /sns/ of it instead. In JavaScript, trustFake(url) of
kobble-client/testing does that.

Options:
  --port PORT              Default: a free port
  --client-id ID           The only client that gets a token
  --client-secret SECRET   Its secret
  --webhook URL            The endpoint of your webhooks, on loopback
  --exit-with-stdin        Ends when its standard input is closed, also by the end of its parent
  --json                   Prints { "url", "token", "topicArn" }, and nothing else unless something fails

${FAKE_CONTROL_HELP}`,
  options: {
    ...SERVER_OPTIONS,
    'client-id': { type: 'string' },
    'client-secret': { type: 'string' },
    webhook: { type: 'string' },
  },
  async run(input) {
    const { values, print } = input;
    const webhook = readWebhook(values['webhook']);
    const credentials = { clientId: optional(values['client-id']), clientSecret: optional(values['client-secret']) };
    const kobble = createFakeKobble(credentials);
    const { url } = await kobble.listen(readPort(values['port']), { control: true });
    const token = kobble.state.addToken();
    const [topicArn] = kobble.webhooks.trust.topicArns;
    print(`A fake Kobble is at ${url}; Ctrl+C stops it. A token: ${token}`, { url, token, topicArn });
    let isOpen = true;
    if (webhook !== undefined) {
      const tell = (text: string) => isOpen && console.error(`kobble-client fake: ${text}`);
      kobble.webhooks.deliverTo(webhook).then(
        () => values['json'] === true || tell(`webhooks go to ${webhook}, of the topic ${topicArn}`),
        (error: unknown) => tell((error as Error).message.replace(/^kobble-client: /, '')),
      );
    }
    return serveUntilStopped(input, () => {
      isOpen = false;
      return kobble.close();
    });
  },
};

const optional = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

function readWebhook(option: unknown): string | undefined {
  const url = optional(option);
  const isLoopback = (text: string) => /^https?:\/\/(localhost|127(\.\d+){3}|\[::1\])[:/]/.test(new URL(text).href);
  if (url === undefined || (URL.canParse(url) && isLoopback(url))) return url;
  throw new UsageError('--webhook must be an http or https URL on loopback');
}
