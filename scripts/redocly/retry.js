/**
 * `x-retry` says how an operation may be repeated, and follows from its verb and its key: a POST is `keyed` with an
 * Idempotency-Key and `never` to be repeated without one; a PATCH that sets an absolute state is `safe`, another one
 * `never`; every other verb is `safe`. The key itself is required, and marked as what the client supplies.
 */
export function retry() {
  return {
    Paths: {
      PathItem: {
        Operation(operation, { key: verb, report, location, resolve }, { PathItem: pathItem }) {
          const parameters = [...(pathItem.parameters ?? []), ...(operation.parameters ?? [])];
          const key = parameters.map((one) => (one.$ref ? resolve(one).node : one)).find(isIdempotencyKey);
          const allowed = classesOf(verb, key !== undefined);
          if (!allowed.includes(operation['x-retry'])) {
            report({
              message: `\`x-retry\` must be ${allowed.join(' or ')} here.`,
              location: location.child('x-retry'),
            });
          }
          if (key && !(key.required && key['x-client-supplied'])) {
            report({ message: 'The key must be `required`, and marked `x-client-supplied: true`.', location });
          }
        },
      },
    },
  };
}

function classesOf(verb, hasKey) {
  if (verb === 'post') return hasKey ? ['keyed'] : ['never'];
  return verb === 'patch' ? ['safe', 'never'] : ['safe'];
}

function isIdempotencyKey(parameter) {
  return parameter?.in === 'header' && parameter.name.toLowerCase() === 'idempotency-key';
}
