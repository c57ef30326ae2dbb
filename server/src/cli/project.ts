import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { defaultSettings, type Settings } from '../analysis/analysis.ts';
import { readProject, withProject } from '../analysis/project.ts';
import { fileUri, nodeFiles } from '../files/nodeFiles.ts';
import { boundaryOf } from '../files/uri.ts';
import type { Language, Localized } from '../localized.ts';
import { spanOf } from '../model/place.ts';
import { projectFileName } from '../model/vocabulary/index.ts';
import { Document } from '../syntax/document.ts';
import { aboutFile } from './complain.ts';
import { readText, standardInput, type Unreadable } from './files.ts';
import { languageOf, type ReportOptions } from './options.ts';
import { printable } from './report/printable.ts';

/** What the command line says about settings. */
export interface Given {
  readonly language: Language;
  /** Those that count for all manifests. */
  readonly settings: Settings | undefined;
}

/** The settings that project files give to manifests; each file is read once. */
export class Projects {
  readonly #byFolder = new Map<string, Promise<Settings>>();
  #complaints: string[] = [];

  constructor(private readonly given: Given) {}

  /** What is wrong with the files that have been read since this was last asked for. */
  takeComplaints(): readonly string[] {
    const complaints = this.#complaints;
    this.#complaints = [];
    return complaints;
  }

  /** The settings of the nearest project file, from the folder of a manifest up to the working directory. */
  settingsFor(path: string): Promise<Settings> {
    if (this.given.settings !== undefined) return Promise.resolve(this.given.settings);
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
    const { language } = this.given;
    const top = process.cwd();
    const path = join(folder, projectFileName);
    const uri = fileUri(path);
    const { content } = await nodeFiles.read(uri, boundaryOf(uri, [fileUri(top)]));
    if ('text' in content) {
      const { settings, complaints } = readSettings(relative(top, path), content.text, language);
      this.#complaints.push(...complaints);
      return settings;
    }
    if (content.fault !== 'missing')
      this.#complaints.push(aboutFile({ path, reason: faults[content.fault] }, language));
    return isBelow(folder, top) ? this.#inFolder(dirname(folder)) : defaultSettings;
  }
}

/** What the options say, with what is wrong with the project file that they name. */
export async function givenIn(
  options: ReportOptions,
): Promise<{ readonly given: Given; readonly complaints: readonly string[] } | Unreadable> {
  const language = languageOf(options);
  if (options.config === undefined) return { given: { language, settings: undefined }, complaints: [] };
  const text = await readText(options.config);
  if (typeof text !== 'string') return text;
  const { settings, complaints } = readSettings(options.config, text, language);
  return { given: { language, settings }, complaints };
}

/** The settings that the text of a project file gives, and what is wrong with it. */
function readSettings(
  path: string,
  text: string,
  language: Language,
): { readonly settings: Settings; readonly complaints: readonly string[] } {
  const project = readProject(text);
  const document = new Document(text);
  const complaints = project.findings.map(({ place, message }) => {
    const { line, character } = document.positionAt(spanOf(place).start);
    return printable(`${path}:${line + 1}:${character + 1}: ${message[language]}`);
  });
  return { settings: withProject(defaultSettings, project), complaints };
}

const faults = {
  outside: { en: 'a link that leads out of the working directory', zh: '指向工作目录之外的链接' },
  unreadable: { en: 'cannot be read', zh: '无法读取' },
} satisfies Record<string, Localized>;

function isBelow(folder: string, top: string): boolean {
  const path = relative(top, folder);
  return path !== '' && path !== '..' && !path.startsWith(`..${sep}`) && !isAbsolute(path);
}
