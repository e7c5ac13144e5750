/**
 * Checks `x-retry`, which follows from verb and key: an operation with an Idempotency-Key is `keyed`; without one, GET and
 * DELETE are `safe`, and every other verb is `never`. A PUT or PATCH is idempotent but not harmless to repeat: the repeat
 * can undo a change that somebody else made in between. The key is required, and marked `x-client-supplied`.
 */
export function retry() {
  return {
    Paths: {
      PathItem: {
        Operation(operation, { key: verb, report, location, resolve }, { PathItem: pathItem }) {
          const parameters = [...(pathItem.parameters ?? []), ...(operation.parameters ?? [])];
          const key = parameters.map((one) => (one.$ref ? resolve(one).node : one)).find(isIdempotencyKey);
          const expected = classOf(verb, key !== undefined);
          if (operation['x-retry'] !== expected) {
            report({ message: `\`x-retry\` must be ${expected} here.`, location: location.child('x-retry') });
          }
          if (key && !(key.required && key['x-client-supplied'])) {
            report({ message: 'The key must be `required`, and marked `x-client-supplied: true`.', location });
          }
        },
      },
    },
  };
}

function classOf(verb, hasKey) {
  if (hasKey) return 'keyed';
  return verb === 'get' || verb === 'delete' ? 'safe' : 'never';
}

function isIdempotencyKey(parameter) {
  return parameter?.in === 'header' && parameter.name.toLowerCase() === 'idempotency-key';
}
