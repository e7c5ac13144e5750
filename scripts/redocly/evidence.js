import { isComponentSchema } from './component.js';

const WORDS = ['documented', 'observed', 'example', 'inferred', 'unknown'];
const NEED_NOTE = ['observed', 'inferred', 'unknown'];
const PAGE_SAYS = {
  required: isFlag,
  nullable: isFlag,
  absent: isFlag,
  type: isText,
  format: isText,
  combination: isText,
  security: isText,
  values: isTexts,
  also: isTexts,
};

/**
 * Checks the marks of evidence. Each operation and each component schema has `x-evidence` and `x-source`, and each
 * operation has `x-documented-statuses`: all of these are among its responses, and a response of another status is
 * observed, inferred or unknown. Marks are well formed, and whatever has one of these three, or an inferred meaning, has an
 * `x-evidence-note`. `x-page-says` states what a page has instead, and why the contract departs from it.
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
      Operation(operation, context) {
        for (const message of statusComplaints(operation, context)) {
          context.report({ message, location: context.location });
        }
      },
    },
  };
}

function* statusComplaints({ 'x-documented-statuses': listed, responses }, { resolve }) {
  if (!Array.isArray(listed)) {
    yield '`x-documented-statuses` is missing: the statuses that the page lists, or `[]`.';
    return;
  }
  for (const status of listed) {
    if (!(status in responses)) yield `\`x-documented-statuses\` has ${status}, but the responses do not.`;
  }
  for (const [status, response] of Object.entries(responses)) {
    const { 'x-evidence': word } = response.$ref ? resolve(response).node : response;
    if (!listed.includes(Number(status)) && !NEED_NOTE.includes(word)) {
      yield `No page lists the status ${status}: its response must be observed, inferred or unknown.`;
    }
  }
}

function requireMarks(node, { report, location }) {
  for (const name of ['x-evidence', 'x-source']) {
    if (node[name] === undefined) report({ message: `\`${name}\` is missing.`, location });
  }
}

function complaintsAbout(node) {
  const word = node?.['x-evidence'];
  const complaints = [];
  for (const mark of ['x-evidence', 'x-required-evidence']) {
    if (node?.[mark] !== undefined && !WORDS.includes(node[mark])) {
      complaints.push(`\`${mark}\` is ${JSON.stringify(node[mark])}; it must be one of ${WORDS.join(', ')}.`);
    }
  }
  if (NEED_NOTE.includes(word) && !node['x-evidence-note']) {
    complaints.push(`A part that is ${word} needs an \`x-evidence-note\`.`);
  }
  const meaning = node?.['x-meaning'];
  if (meaning !== undefined && !(meaning === 'inferred' && node['x-evidence-note'])) {
    complaints.push('`x-meaning` must be inferred, with an `x-evidence-note` that says what the meaning follows from.');
  }
  const says = node?.['x-page-says'];
  if (says !== undefined && !isPageSays(says)) {
    const known = Object.keys(PAGE_SAYS).join(', ');
    complaints.push(
      `\`x-page-says\` must have \`because\`, what the page has (${known}), and \`page\` if it is one of several.`,
    );
  }
  const sources = node?.['x-source'];
  if (sources !== undefined && !(Array.isArray(sources) && sources.length > 0 && sources.every(isSource))) {
    complaints.push(
      '`x-source` must be a list of `page` with `generation` (G1, G2, …), `date` and `name` where known.',
    );
  }
  return complaints;
}

function isSource({ page, generation = 'G1', date = '2025-01-01', name = 'any', ...rest }) {
  const words = typeof page === 'string' && typeof name === 'string';
  const moment = /^G\d+$/.test(generation) && /^\d{4}-\d{2}-\d{2}$/.test(date);
  return words && moment && Object.keys(rest).length === 0;
}

function isPageSays({ because, page, ...said }) {
  const facts = Object.entries(said);
  const reasons = isText(because) && (page === undefined || isText(page));
  return reasons && facts.length > 0 && facts.every(([name, value]) => PAGE_SAYS[name]?.(value));
}

function isFlag(value) {
  return typeof value === 'boolean';
}

function isText(value) {
  return typeof value === 'string' && value !== '';
}

function isTexts(value) {
  return Array.isArray(value) && value.every(isText);
}
