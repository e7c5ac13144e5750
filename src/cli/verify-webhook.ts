import { readFileSync } from 'node:fs';
import { verifyWebhook as verify, WebhookError, type VerifiedWebhook } from '../webhooks/index.js';
import { checkRequired, textOf, UsageError, type Command } from './command.js';

/** `kobble-client verify-webhook` */
export const verifyWebhook: Command = {
  summary: 'Says whether a stored webhook is genuine, and why not',
  help: `Usage: kobble-client verify-webhook FILE --topic ARN [--max-age SECONDS] [--json]

Verifies the raw body of a webhook, as it was received, in FILE ("-": standard input). Prints the verdict and the code
of a refusal, and nothing of the message but its kind. The certificate is fetched from Amazon SNS: a message of
signTestWebhook() has none there, and is refused.

Options:
  --topic ARN         The topic that it must come from; several are separated by commas. Variable KOBBLE_TOPIC_ARN
  --max-age SECONDS   Refuses older messages. Default: any age, since a file is old
  --json              Prints { "genuine", "code" or "type", "message" }

Exit codes: 0 genuine, 1 refused, 2 wrong usage.`,
  options: { topic: { type: 'string' }, 'max-age': { type: 'string' } },
  positionals: 1,
  async run({ values, positionals: [file], print }) {
    const topic = textOf(values['topic'], 'KOBBLE_TOPIC_ARN');
    checkRequired({ FILE: file, '--topic or KOBBLE_TOPIC_ARN': topic });
    const rawBody = read(file ?? '-');
    const topicArns = (topic ?? '').split(',').map((arn) => arn.trim());
    try {
      const { type } = await verifyWithin(rawBody, topicArns, readMaxAge(values['max-age']));
      print(`genuine: a ${type} that was signed by Amazon SNS for this topic`, { genuine: true, type });
      return 0;
    } catch (error) {
      if (!(error instanceof WebhookError)) throw error;
      const { code, message } = error;
      const reason = message.replace(/^.*?, /, '').replace('in topicArns', 'that of --topic');
      print(`refused (${code}): ${reason}`, { genuine: false, code, message });
      return 1;
    }
  },
};

async function verifyWithin(rawBody: Buffer, topicArns: readonly string[], maxAgeMs: number): Promise<VerifiedWebhook> {
  try {
    return await verify(rawBody, { topicArns, maxAgeMs });
  } catch (error) {
    if (error instanceof TypeError) throw new UsageError(error.message.replace('topicArns', '--topic')); // such as one that is not an ARN
    throw error;
  }
}

function read(file: string): Buffer {
  try {
    return readFileSync(file === '-' ? 0 : file);
  } catch (error) {
    throw new UsageError(`FILE cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function readMaxAge(option: unknown): number {
  if (option === undefined) return Number.POSITIVE_INFINITY;
  const seconds = Number(option);
  if (seconds > 0) return seconds * 1_000;
  throw new UsageError('--max-age must be a number of seconds above 0');
}
