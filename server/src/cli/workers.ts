import { Worker } from 'node:worker_threads';
import { Checker, type Portion, type Task } from './checkFiles.ts';
import { standardInput } from './files.ts';

/** To start a thread pays from about twice as many files. */
const filesPerWorker = 100;
const filesPerPortion = 25;

/** Checks files in as many threads as pay. What comes of them is in their order, and the same as in one thread. */
export async function checkAll(
  paths: readonly string[],
  task: Task,
  threads: number,
  onChecked: (count: number) => void,
): Promise<readonly Portion[]> {
  const workers = Math.min(threads, Math.floor(paths.length / filesPerWorker));
  // Only the main thread has the standard input.
  if (workers < 2 || paths.includes(standardInput)) return [await new Checker(task).check(paths, () => onChecked(1))];
  const todo = portionsOf(paths);
  const next = todo.entries();
  const done: Portion[] = [];
  await Promise.all(Array.from({ length: workers }, () => work(task, next, done, onChecked)));
  return done;
}

function portionsOf(paths: readonly string[]): readonly (readonly string[])[] {
  const portions: (readonly string[])[] = [];
  for (let i = 0; i < paths.length; i += filesPerPortion) portions.push(paths.slice(i, i + filesPerPortion));
  return portions;
}

/** One worker, which takes portions as long as there are some. */
function work(
  task: Task,
  next: Iterator<readonly [number, readonly string[]]>,
  done: Portion[],
  onChecked: (count: number) => void,
): Promise<void> {
  const worker = new Worker(__filename, { workerData: task });
  return new Promise<void>((resolve, reject) => {
    let index = 0;
    const take = (): void => {
      const entry = next.next();
      if (entry.done) {
        resolve();
        return;
      }
      const [number, paths] = entry.value;
      index = number;
      worker.postMessage(paths);
    };
    worker.on('message', (portion: Portion) => {
      done[index] = portion;
      onChecked(portion.files.length + portion.unreadable.length + portion.failed.length);
      take();
    });
    worker.on('error', reject);
    take();
  }).finally(() => worker.terminate());
}
