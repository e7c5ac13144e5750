// Addresses that are not SNS's, or not of the topic's region. All of these messages are signed by a key that is trusted.
import {
  CERTIFICATE_URL,
  HOST,
  TOKEN,
  TOPIC,
  confirmation,
  json,
  notification,
  signed,
  subscribeUrl,
} from './authority.js';
import { forgeries, type Forgery } from './forgery.js';

const PATH = new URL(CERTIFICATE_URL).pathname;

const certificateAt = (code: Forgery['code'], urls: Record<string, string>): Forgery[] =>
  Object.entries(urls).flatMap(([name, SigningCertURL]) =>
    forgeries(code, { [`a certificate ${name}`]: json(signed(notification({ SigningCertURL }))) }),
  );

const certificates = [
  ...certificateAt('certificate_url_not_allowed', {
    'over plain http': CERTIFICATE_URL.replace('https', 'http'),
    'on another host': `https://evil.example${PATH}`,
    'on a host that ends like SNS': `https://evil-${HOST}${PATH}`,
    'on a host that begins like SNS': `https://${HOST}.evil.com${PATH}`,
    'below SNS': `https://evil.${HOST}${PATH}`,
    'on a host where dots are letters': `https://snsxap-southeast-2xamazonaws.com${PATH}`,
    'in a bucket called sns': `https://sns.s3.amazonaws.com${PATH}`,
    'in a bucket called sns in a region': `https://sns.s3-us-west-2.amazonaws.com${PATH}`,
    'in a bucket of the newer kind': `https://sns.s3.us-west-2.amazonaws.com${PATH}`,
    'on another service': `https://sqs.ap-southeast-2.amazonaws.com${PATH}`,
    'on amazonaws.com itself': `https://sns.amazonaws.com${PATH}`,
    'on a host with a dot at its end': `https://${HOST}.${PATH}`,
    'on a host in capitals': `https://${HOST.toUpperCase()}${PATH}`,
    'on a port': `https://${HOST}:8443${PATH}`,
    'on the usual port': `https://${HOST}:443${PATH}`,
    'with user info': `https://${HOST}@evil.com${PATH}`,
    'with user info before SNS': `https://user:pass@${HOST}${PATH}`,
    'with a query': `${CERTIFICATE_URL}?x=.pem`,
    'with an empty query': `${CERTIFICATE_URL}?`,
    'with a fragment': `${CERTIFICATE_URL}#.pem`,
    'with a backslash': `https://evil.com\\@${HOST}${PATH}`,
    'with a climb in the path': `https://${HOST}/x/..${PATH}`,
    'with an escaped path': `https://${HOST}${PATH.replace('-', '%2d')}`,
    'in a folder': `https://${HOST}/x${PATH}`,
    'of another name': `https://${HOST}/evil.pem`,
    'of a name that is not hexadecimal': `https://${HOST}/SimpleNotificationService-xyz.pem`,
    'of another extension': CERTIFICATE_URL.replace('.pem', '.crt'),
    'with a line break at the end': `${CERTIFICATE_URL}\n`,
    'with a space before it': ` ${CERTIFICATE_URL}`,
    'with a tab in it': CERTIFICATE_URL.replace('sns', 's\tns'),
    'with a Cyrillic letter': CERTIFICATE_URL.replace('amazonaws', 'amаzonaws'),
    'on an IP address': `https://169.254.169.254${PATH}`,
    'in a data URL': 'data:text/plain,-----BEGIN CERTIFICATE-----',
    'in a file': 'file:///SimpleNotificationService-00.pem',
    'without a scheme': `//${HOST}${PATH}`,
    nowhere: '',
  }),
  ...certificateAt('certificate_region_mismatch', {
    'of another region': CERTIFICATE_URL.replace('ap-southeast-2', 'us-east-1'),
    'of China for a topic elsewhere': CERTIFICATE_URL.replace('ap-southeast-2', 'cn-north-1').replace(
      '.com',
      '.com.cn',
    ),
    'of the region, but in China': CERTIFICATE_URL.replace('.com', '.com.cn'),
  }),
  ...forgeries('certificate_region_mismatch', {
    'a certificate elsewhere for a topic of China': [
      json(signed(notification({ TopicArn: 'arn:aws-cn:sns:cn-north-1:123456789012:kobble-events' }))),
      { topicArns: ['arn:aws-cn:sns:cn-north-1:123456789012:kobble-events'] },
    ],
  }),
];

const url = subscribeUrl();

const confirmations = Object.entries({
  'over plain http': url.replace('https', 'http'),
  'on another host': subscribeUrl(TOPIC, TOKEN, 'evil.example'),
  'on a host that begins like SNS': subscribeUrl(TOPIC, TOKEN, `${HOST}.evil.com`),
  'on the metadata service': subscribeUrl(TOPIC, TOKEN, '169.254.169.254'),
  'in a bucket called sns': subscribeUrl(TOPIC, TOKEN, 'sns.s3-us-west-2.amazonaws.com'),
  'in another region': subscribeUrl(TOPIC, TOKEN, 'sns.us-east-1.amazonaws.com'),
  'on a port': subscribeUrl(TOPIC, TOKEN, `${HOST}:8443`),
  'with user info': subscribeUrl(TOPIC, TOKEN, `user@${HOST}`),
  'with a fragment': `${url}#x`,
  'with a path': url.replace('/?', '/x/?'),
  'without a query': `https://${HOST}/`,
  'for another action': url.replace('ConfirmSubscription', 'DeleteTopic'),
  'for a second action': `${url}&Action=DeleteTopic`,
  'for another topic': subscribeUrl(`${TOPIC}x`),
  'for two topics': `${url}&TopicArn=${TOPIC}`,
  'with another token': subscribeUrl(TOPIC, 'abc'),
  'without a token': url.replace(/&Token=.*/, ''),
}).flatMap(([name, SubscribeURL]) =>
  forgeries('subscribe_url_not_allowed', {
    [`a SubscribeURL ${name}`]: json(signed(confirmation({ SubscribeURL }))),
  }),
);

const ends = forgeries('subscribe_url_not_allowed', {
  'the end of a subscription with a SubscribeURL on another host': json(
    signed(confirmation({ Type: 'UnsubscribeConfirmation', SubscribeURL: subscribeUrl(TOPIC, TOKEN, 'evil.example') })),
  ),
});

export const forgedAddresses = [...certificates, ...confirmations, ...ends];
