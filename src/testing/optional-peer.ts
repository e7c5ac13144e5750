import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** Loads a package that only some callers need. A missing one is a plain `Error` that says how to get it. */
export function requirePeer(name: string, forWhat: string): unknown {
  checkPeer(name, name, forWhat);
  return require(name);
}

/** The `require` of a package's own code, which finds what that package depends on wherever it is installed. */
export function requireOfPeer(name: string, forWhat: string): (id: string) => unknown {
  return createRequire(checkPeer(name, `${name}/package.json`, forWhat));
}

function checkPeer(name: string, id: string, forWhat: string): string {
  try {
    return require.resolve(id);
  } catch (cause) {
    throw new Error(`kobble-client: ${forWhat} needs the package ${name}: npm install --save-dev ${name}`, { cause });
  }
}
