import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { defaultSettings, type Settings } from '../analysis/analysis.ts';
import { readProject, withProject } from '../analysis/project.ts';
import type { Language } from '../localized.ts';
import { spanOf } from '../model/place.ts';
import { projectFileName } from '../model/vocabulary/index.ts';
import { Document } from '../syntax/document.ts';
import { readText, standardInput, type Unreadable } from './files.ts';

/** The settings that project files give to manifests; each file is read once, and what is wrong with it told once. */
export class Projects {
  readonly #byFolder = new Map<string, Promise<Settings>>();

  constructor(
    readonly language: Language,
    readonly given: Settings | undefined,
  ) {}

  /** The settings of the nearest project file, from the folder of a manifest up to the working directory. */
  settingsFor(path: string): Promise<Settings> {
    if (this.given !== undefined) return Promise.resolve(this.given);
    return this.#inFolder(path === standardInput ? process.cwd() : dirname(resolve(path)));
  }

  #inFolder(folder: string): Promise<Settings> {
    let settings = this.#byFolder.get(folder);
    if (settings === undefined) {
      settings = this.#find(folder);
      this.#byFolder.set(folder, settings);
    }
    return settings;
  }

  async #find(folder: string): Promise<Settings> {
    const path = join(folder, projectFileName);
    const text = await readText(path);
    if (typeof text === 'string') return settingsIn(relative(process.cwd(), path), text, this.language);
    if (text.code !== 'ENOENT') console.error(`ims-manifest: ${path}: ${text.reason[this.language]}`);
    return isBelow(folder, process.cwd()) ? this.#inFolder(dirname(folder)) : defaultSettings;
  }
}

/** The settings of the project file that the command line names. */
export async function readSettings(path: string, language: Language): Promise<Settings | Unreadable> {
  const text = await readText(path);
  return typeof text === 'string' ? settingsIn(path, text, language) : text;
}

function settingsIn(path: string, text: string, language: Language): Settings {
  const project = readProject(text);
  const document = new Document(text);
  for (const { place, message } of project.findings) {
    const { line, character } = document.positionAt(spanOf(place).start);
    console.error(`ims-manifest: ${path}:${line + 1}:${character + 1}: ${message[language]}`);
  }
  return withProject(defaultSettings, project);
}

function isBelow(folder: string, top: string): boolean {
  const path = relative(top, folder);
  return path !== '' && path !== '..' && !path.startsWith(`..${sep}`) && !isAbsolute(path);
}
