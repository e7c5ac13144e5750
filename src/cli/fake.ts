import { createFakeKobble } from '../testing/index.js';
import { readPort, serveUntilStopped, UsageError, type Command } from './command.js';
import { CONTROL_HELP, controlOf } from './fake-control.js';

/** `kobble-client fake` */
export const fake: Command = {
  summary: 'Serves a stateful fake of Kobble, with faults on demand, for tests in any language',
  help: `Usage: kobble-client fake [--port PORT] [--client-id ID --client-secret SECRET] [--webhook URL] [--json]

Serves a fake Kobble on 127.0.0.1, until it is stopped. It stores what it is sent, in memory, and remembers idempotency
keys. Any credentials get a token, unless options say which.

What happens in it is posted to the URL of --webhook as Amazon SNS does it, as soon as that has confirmed. Its topic is
printed. Its certificate, and the confirmation, are at this server: where SigningCertURL and SubscribeURL begin with
https://sns.ap-southeast-2.amazonaws.com/, go to /sns/ of it instead. In JavaScript, trustFake(url) of
kobble-client/testing does that.

Options:
  --port PORT              Default: a free port
  --client-id ID           The only client that gets a token
  --client-secret SECRET   Its secret
  --webhook URL            The endpoint of your webhooks
  --json                   Prints { "url", "token", "topicArn" }

${CONTROL_HELP}`,
  options: {
    port: { type: 'string' },
    'client-id': { type: 'string' },
    'client-secret': { type: 'string' },
    webhook: { type: 'string' },
  },
  async run({ values, print }) {
    const webhook = readWebhook(values['webhook']);
    const credentials = { clientId: optional(values['client-id']), clientSecret: optional(values['client-secret']) };
    const kobble = createFakeKobble(credentials);
    const { url } = await kobble.listen(readPort(values['port']), { intercept: controlOf(kobble) });
    const token = kobble.state.addToken();
    const [topicArn] = kobble.webhooks.trust.topicArns;
    print(`A fake Kobble is at ${url}; Ctrl+C stops it. A token: ${token}`, { url, token, topicArn });
    let isOpen = true;
    if (webhook !== undefined) {
      const tell = (text: string) => isOpen && console.error(`kobble-client fake: ${text}`);
      kobble.webhooks.deliverTo(webhook).then(
        () => tell(`webhooks go to ${webhook}, of the topic ${topicArn}`),
        (error: unknown) => tell((error as Error).message.replace(/^kobble-client: /, '')),
      );
    }
    return serveUntilStopped(() => {
      isOpen = false;
      return kobble.close();
    });
  },
};

const optional = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

function readWebhook(option: unknown): string | undefined {
  const url = optional(option);
  if (url === undefined || (URL.canParse(url) && /^https?:$/.test(new URL(url).protocol))) return url;
  throw new UsageError('--webhook must be an http or https URL');
}
