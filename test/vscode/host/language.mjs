import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Gives a window a display language, and tells the flags that it takes. The language pack has no texts: what VS Code says
 * itself stays English, while extensions see the language that they would with the real pack.
 */
export function writeLanguagePack(userDataDir, language) {
  mkdirSync(userDataDir, { recursive: true });
  const texts = join(userDataDir, 'texts.json');
  writeFileSync(texts, JSON.stringify({ contents: {} }));
  const extensions = [{ extensionIdentifier: { id: 'ims-manifest.language-pack' }, version: '0.0.0' }];
  const pack = { hash: language, extensions, translations: { vscode: texts }, label: language };
  writeFileSync(join(userDataDir, 'languagepacks.json'), JSON.stringify({ [language]: pack }));
  return [`--locale=${language}`];
}
