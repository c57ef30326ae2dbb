import { inspect } from 'node:util';
import { displayName, readText, type Unreadable } from './files.ts';
import { Manifests } from './manifests.ts';
import type { Asked, CheckedFile, Failure } from './outcome.ts';
import { checked } from './problems.ts';
import { type Given, Projects } from './project.ts';

/** All that it takes to check files, in this thread or in another. */
export interface Task {
  readonly args: readonly string[];
  readonly given: Given;
  readonly asked: Asked;
}

/** What has come of some files, in their order. */
export interface Portion {
  readonly files: readonly CheckedFile[];
  readonly unreadable: readonly Unreadable[];
  readonly failed: readonly Failure[];
  /** What is wrong with project files. */
  readonly complaints: readonly string[];
}

/** Checks files, one after another. */
export class Checker {
  readonly #manifests: Manifests;

  constructor(private readonly task: Task) {
    this.#manifests = new Manifests(new Projects(task.given), task.args);
  }

  async check(paths: readonly string[], onChecked: () => void = () => {}): Promise<Portion> {
    const files: CheckedFile[] = [];
    const unreadable: Unreadable[] = [];
    const failed: Failure[] = [];
    for (const path of paths) {
      const text = await readText(path);
      const name = displayName(path);
      if (typeof text !== 'string') unreadable.push(text);
      else
        try {
          files.push(checked(name, await this.#manifests.analyse(path, text), this.task.asked));
        } catch (error) {
          failed.push({ path: name, error: inspect(error) });
        }
      onChecked();
    }
    return { files, unreadable, failed, complaints: this.#manifests.projects.takeComplaints() };
  }
}
