import { withProject } from '../analysis/project.ts';
import { type Configuration, defaultConfiguration, readConfiguration, section } from './configuration.ts';
import type { OpenDocument } from './documents.ts';
import type { Projects } from './projects.ts';
import type { Session } from './session.ts';

/** Finds the settings of manifests: those of the editor, over which those of the nearest project file win. */
export class Configuring {
  /** What the editor says of whole folders; most manifests are in few of them. */
  readonly #ofFolders = new Map<string | undefined, Promise<Configuration>>();

  constructor(
    private readonly session: Session,
    private readonly projects: Projects,
  ) {}

  /** The editor's settings are others now. */
  forget(): void {
    this.#ofFolders.clear();
  }

  /** Gives an open document its settings. */
  configure(document: OpenDocument): void {
    const { safely } = this.session;
    const configure = safely.notified<void>('workspace/configuration', async () => {
      const configuration = await this.#over(document.uri, this.#ofEditor(document.uri));
      // Else it has been asked for again meanwhile.
      if (document.configured === configured) document.configure(configuration);
    });
    const configured = configure();
    document.configured = configured;
  }

  /** The settings of a manifest in a workspace folder. */
  of(uri: string, folder: string | undefined): Promise<Configuration> {
    let ofFolder = this.#ofFolders.get(folder);
    if (ofFolder === undefined) {
      ofFolder = this.#ofEditor(folder);
      this.#ofFolders.set(folder, ofFolder);
    }
    return this.#over(uri, ofFolder);
  }

  async #ofEditor(scopeUri: string | undefined): Promise<Configuration> {
    const { client, connection } = this.session;
    if (!client.hasConfiguration) return defaultConfiguration;
    const scope = scopeUri === undefined ? {} : { scopeUri };
    return readConfiguration(await connection.workspace.getConfiguration({ ...scope, section }));
  }

  async #over(uri: string, ofEditor: Promise<Configuration>): Promise<Configuration> {
    const [editor, project] = await Promise.all([ofEditor, this.projects.nearest(uri)]);
    return { ...editor, settings: withProject(editor.settings, project) };
  }
}
