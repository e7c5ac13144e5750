/** A runtime that the suite runs in. */
export interface RuntimeUnderTest {
  readonly name: string;
  /** Its npm package, pinned. Absent for Chromium, which is installed. */
  readonly package?: string;
  /** The program inside `node_modules`. Absent for workerd and the Edge VM, which packages start inside Node. */
  readonly program?: string;
  readonly args?: readonly string[];
  /** The compatibility date of a Worker. */
  readonly date?: string;
}

const cpu = process.arch === 'arm64' ? 'arm64' : 'x64';

const node = (version: string): RuntimeUnderTest => ({
  name: `Node ${version}`,
  package: `node-${process.platform}-${cpu}@${version}`,
  program: `node-${process.platform}-${cpu}/bin/node`,
});

const bun = (version: string): RuntimeUnderTest => {
  const name = `@oven/bun-${process.platform}-${cpu === 'arm64' ? 'aarch64' : cpu}`;
  return { name: `Bun ${version}`, package: `${name}@${version}`, program: `${name}/bin/bun` };
};

const deno = (version: string): RuntimeUnderTest => {
  const name = process.platform === 'linux' ? `@deno/linux-${cpu}-glibc` : `@deno/${process.platform}-${cpu}`;
  const args = [
    'run',
    '--quiet',
    '--no-lock',
    '--node-modules-dir=manual',
    '--allow-net',
    '--deny-net=denied.invalid',
    '--allow-read',
  ];
  return { name: `Deno ${version}`, package: `${name}@${version}`, program: `${name}/deno`, args };
};

const workerd = (version: string, date: string): RuntimeUnderTest => ({
  name: `workerd (miniflare ${version})`,
  package: `miniflare@${version}`,
  date,
});

/** The runtimes, the oldest supported one and newer ones. Two older Buns, and workerd before 2025, have traits that the newest has not. */
export const RUNTIMES: readonly RuntimeUnderTest[] = [
  ...['20.19.6', '22.23.3', '24.21.0', '26.10.0'].map(node),
  ...['1.2.23', '1.3.14', '1.4.5'].map(bun),
  deno('2.9.6'),
  workerd('3.20241022.0', '2024-10-22'),
  workerd('4.20260730.0', '2026-07-01'),
  { name: 'Edge VM 5.0.0', package: '@edge-runtime/vm@5.0.0' },
  { name: 'Chromium' },
];
