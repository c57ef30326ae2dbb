import { withProject } from '../analysis/project.ts';
import { type Configuration, defaultConfiguration, readConfiguration, section } from './configuration.ts';
import type { OpenDocument } from './documents.ts';
import type { Projects } from './projects.ts';
import type { Session } from './session.ts';

/** Gives a document its settings: those of the editor, over which those of the nearest project file win. */
export function configuring({ connection, client, safely }: Session, projects: Projects) {
  async function ofEditor(scopeUri: string): Promise<Configuration> {
    if (!client.hasConfiguration) return defaultConfiguration;
    return readConfiguration(await connection.workspace.getConfiguration({ scopeUri, section }));
  }

  async function configurationOf(uri: string): Promise<Configuration> {
    const [editor, project] = await Promise.all([ofEditor(uri), projects.nearest(uri)]);
    return { ...editor, settings: withProject(editor.settings, project) };
  }

  return (document: OpenDocument): void => {
    const configure = safely.notified<void>('workspace/configuration', async () => {
      const configuration = await configurationOf(document.uri);
      // Else it has been asked for again meanwhile.
      if (document.configured === configured) document.configure(configuration);
    });
    const configured = configure();
    document.configured = configured;
  };
}
