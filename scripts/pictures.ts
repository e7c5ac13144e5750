/** Writes the picture of an outage that the guide on retries shows, from a run of the client on a simulated clock. */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { outagePicture } from './lib/outage-picture.js';

writeFileSync(fileURLToPath(new URL('../docs/images/outage.svg', import.meta.url)), await outagePicture());
