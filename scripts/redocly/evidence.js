import { isComponentSchema } from './component.js';

const WORDS = ['documented', 'example', 'inferred', 'unknown'];
const NEED_NOTE = ['inferred', 'unknown'];

/**
 * Each operation and each component schema says how sure it is (`x-evidence`) and where it comes from (`x-source`), and
 * each operation which statuses its page lists (`x-documented-statuses`). Wherever these stand, they are well formed,
 * and what is inferred or unknown says from what it follows or what is missing (`x-evidence-note`).
 */
export function evidence() {
  return {
    any(node, { report, location }) {
      for (const message of complaintsAbout(node)) report({ message, location });
    },
    Operation: requireMarks,
    Schema(schema, context) {
      if (isComponentSchema(context.location)) requireMarks(schema, context);
    },
    Paths: {
      Operation(operation, { report, location }) {
        const listed = operation['x-documented-statuses'];
        if (!Array.isArray(listed)) {
          report({ message: '`x-documented-statuses` is missing: what the page lists, or `[]`.', location });
          return;
        }
        for (const status of listed.filter((status) => !(status in operation.responses))) {
          report({ message: `\`x-documented-statuses\` has ${status}, but the responses do not.`, location });
        }
      },
    },
  };
}

function requireMarks(node, { report, location }) {
  for (const name of ['x-evidence', 'x-source']) {
    if (node[name] === undefined) report({ message: `\`${name}\` is missing.`, location });
  }
}

function complaintsAbout(node) {
  const word = node?.['x-evidence'];
  const complaints = [];
  if (word !== undefined && !WORDS.includes(word)) {
    complaints.push(`\`x-evidence\` is ${JSON.stringify(word)}; it must be one of ${WORDS.join(', ')}.`);
  }
  if (NEED_NOTE.includes(word) && !node['x-evidence-note']) {
    complaints.push(`What is ${word} needs an \`x-evidence-note\`.`);
  }
  const sources = node?.['x-source'];
  if (sources !== undefined && !(Array.isArray(sources) && sources.length > 0 && sources.every(isSource))) {
    complaints.push('`x-source` must be a list of `page` with `generation` (G1 to G4), `date` and `name` where known.');
  }
  return complaints;
}

function isSource({ page, generation = 'G1', date = '2025-01-01', name = 'any', ...rest }) {
  const words = typeof page === 'string' && typeof name === 'string';
  const moment = /^G[1-4]$/.test(generation) && /^\d{4}-\d{2}-\d{2}$/.test(date);
  return words && moment && Object.keys(rest).length === 0;
}
