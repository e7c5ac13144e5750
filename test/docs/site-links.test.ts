// Proves that the check of the site's links finds a missing page and a missing heading, and nothing else.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { brokenLinks } from '../../scripts/lib/site-links.js';

const folder = mkdtempSync(join(tmpdir(), 'kobble-site-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('names page and target of each broken link', () => {
  mkdirSync(join(folder, 'guides'));
  writeFileSync(
    join(folder, 'index.html'),
    '<a class="x" href="guides/one.html#here">1</a><a href="#top" id="top">top</a>',
  );
  writeFileSync(
    join(folder, 'guides/one.html'),
    `<h2 id="here">Here</h2><a href="../index.html">up</a><a href="two.html">2</a><a href="../index.html#gone">gone</a>
     <a href="https://kobble.test/none.html">out</a><script>'<a href="none.html">'</script>`,
  );
  expect(brokenLinks(folder, ['guides/one.html'])).toEqual([]);
  expect(brokenLinks(folder)).toEqual(['guides/one.html: two.html', 'guides/one.html: ../index.html#gone']);
});
