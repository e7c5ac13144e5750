import { isComponentSchema } from './component.js';

/** Checks that each component schema and each property has a description. */
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
