/** A runtime that the suite runs in. */
export interface RuntimeUnderTest {
  readonly name: string;
  readonly kind: 'process' | 'worker' | 'page';
  /** The npm package with its program, pinned. Absent if the program is installed otherwise. */
  readonly package?: string;
  /** The program inside the package. */
  readonly program?: string;
  readonly args?: readonly string[];
}

const cpu = process.arch === 'arm64' ? 'arm64' : 'x64';

const node = (version: string): RuntimeUnderTest => ({
  name: `Node ${version}`,
  kind: 'process',
  package: `node-${process.platform}-${cpu}@${version}`,
  program: `node-${process.platform}-${cpu}/bin/node`,
});

const bun = (version: string): RuntimeUnderTest => {
  const name = `@oven/bun-${process.platform}-${cpu === 'arm64' ? 'aarch64' : cpu}`;
  return { name: `Bun ${version}`, kind: 'process', package: `${name}@${version}`, program: `${name}/bin/bun` };
};

const deno = (version: string): RuntimeUnderTest => {
  const name = process.platform === 'linux' ? `@deno/linux-${cpu}-glibc` : `@deno/${process.platform}-${cpu}`;
  const args = [
    'run',
    '--quiet',
    '--no-lock',
    '--node-modules-dir=manual',
    '--allow-net',
    '--allow-env',
    '--allow-read',
  ];
  return { name: `Deno ${version}`, kind: 'process', package: `${name}@${version}`, program: `${name}/deno`, args };
};

/** The runtimes, the oldest supported one and newer ones. Two older Buns have traits that the newest has not. */
export const RUNTIMES: readonly RuntimeUnderTest[] = [
  ...['20.19.6', '22.23.3', '24.21.0', '26.10.0'].map(node),
  ...['1.2.23', '1.3.14', '1.4.5'].map(bun),
  deno('2.9.6'),
  { name: 'workerd (miniflare 4.20260730.0)', kind: 'worker', package: 'miniflare@4.20260730.0' },
  { name: 'Chromium', kind: 'page' },
];
