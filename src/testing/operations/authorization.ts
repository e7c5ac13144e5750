import { Refusal } from '../refusal.js';
import { text, type Operations } from './context.js';

export const authorization: Operations<'getAccessToken'> = {
  /** The body of a refusal is that of RFC 6749 §5.2 (assumption; the pages say 401 alone). */
  getAccessToken: (context) => {
    const { tokens, behaviour } = context;
    const known =
      (behaviour.clientId ?? text(context, 'client_id')) === text(context, 'client_id') &&
      (behaviour.clientSecret ?? text(context, 'client_secret')) === text(context, 'client_secret');
    if (!known) throw new Refusal(401, 'Unauthorized', { error: 'invalid_client' });
    const life = behaviour.tokenLifeSeconds;
    const expiry = life === undefined ? {} : { expires_in: life };
    return { body: { access_token: tokens.issue(life), ...expiry, token_type: 'Bearer' } };
  },
};
