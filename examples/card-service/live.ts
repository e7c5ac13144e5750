/** Runs the service against the environment that the `KOBBLE_*` variables name. */
import { createKobbleClient } from 'kobble-client';
import { listen } from './listen.js';
import { createService } from './service.js';

const { KOBBLE_TOPIC_ARN, KOBBLE_WIDGET_ORIGIN, PORT = '3000' } = process.env;
if (KOBBLE_TOPIC_ARN === undefined || KOBBLE_WIDGET_ORIGIN === undefined) {
  throw new Error('Set KOBBLE_TOPIC_ARN and KOBBLE_WIDGET_ORIGIN. Kobble tells you both.');
}
const service = await listen(
  createService({
    kobble: createKobbleClient(),
    webhooks: { topicArns: [KOBBLE_TOPIC_ARN] },
    widgetOrigins: [KOBBLE_WIDGET_ORIGIN],
  }),
  Number(PORT),
);
console.log(`The card service is at ${service.origin}/`);
