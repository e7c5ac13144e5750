import yoctoSpinner from 'yocto-spinner';

/**
 * Shows on stderr that work goes on, and how it ended: a spinner in a terminal, else a line at the start and at the end.
 * Colours are off with `NO_COLOR`.
 */
export async function showProgress<T>(text: string, work: () => Promise<T>): Promise<T> {
  const spinner = yoctoSpinner({ text }).start();
  try {
    const result = await work();
    spinner.success();
    return result;
  } catch (error) {
    spinner.error();
    throw error;
  }
}
