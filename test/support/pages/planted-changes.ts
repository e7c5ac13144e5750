import { FIELDS, TYPES } from './planted/fields.js';
import { FLAGS, VALUES, NULLS, LIMITS } from './planted/flags-and-values.js';
import { PARAMETERS, RESPONSES } from './planted/parameters-and-responses.js';
import { BODIES } from './planted/bodies.js';
import { HEADS, WORDS } from './planted/heads-and-words.js';
import type { PlantedChange } from './planted/change.js';

/** All planted changes. */
export const PLANTED_CHANGES: readonly PlantedChange[] = [
  FIELDS,
  TYPES,
  FLAGS,
  VALUES,
  NULLS,
  LIMITS,
  PARAMETERS,
  RESPONSES,
  BODIES,
  HEADS,
  WORDS,
].flat();
