/** The part of `@edge-runtime/vm` that is used. */
interface EdgeVm {
  evaluate(code: string): unknown;
}

/** Runs the suite in the sandbox in which Next runs edge routes on Node, with its own copy of `fetch`. Returns its lines. */
export async function runInEdgeVm(require: NodeJS.Require, script: string, control: string): Promise<string[]> {
  const { EdgeVM } = require('@edge-runtime/vm') as { EdgeVM: new () => EdgeVm };
  const vm = new EdgeVM();
  vm.evaluate(`{${script}}`);
  return vm.evaluate(`globalThis.runSuite(${JSON.stringify(control)})`) as Promise<string[]>;
}
