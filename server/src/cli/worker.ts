import type { MessagePort } from 'node:worker_threads';
import { Checker, type Task } from './checkFiles.ts';

/** Checks the files that the main thread sends, portion by portion. */
export function serve(port: MessagePort, task: Task): void {
  const checker = new Checker(task);
  port.on('message', async (paths: readonly string[]) => port.postMessage(await checker.check(paths)));
}
