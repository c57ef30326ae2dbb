import { ProjectAnalysis } from '../analysis/projectAnalysis.ts';
import { projectFileName } from '../model/vocabulary/index.ts';
import { OpenText } from './openText.ts';
import type { TextDocumentItem } from './protocol.ts';

/** A project file that the client has open. Manifests have the settings of the file as it is saved, not of this text. */
export class OpenProjectFile extends OpenText<ProjectAnalysis> {
  constructor(item: TextDocumentItem) {
    super(item, new ProjectAnalysis(item.text));
  }

  protected override analyse(text: string): ProjectAnalysis {
    return new ProjectAnalysis(text);
  }
}

/** By its name, saved or not yet. */
export const isProjectFile = (uri: string): boolean => uri.split(/[/:]/).at(-1) === projectFileName;
