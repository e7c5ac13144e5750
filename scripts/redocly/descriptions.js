import { isComponentSchema } from './component.js';

/** Every component schema and every property says in words of its own what it is. */
export function descriptions() {
  const check = (schema, { report, location }) => {
    if (!schema.description) report({ message: 'The schema needs a `description`.', location });
  };
  return {
    Schema(schema, context) {
      if (isComponentSchema(context.location)) check(schema, context);
    },
    SchemaProperties: { Schema: check },
  };
}
