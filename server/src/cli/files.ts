import { readFileSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { posix, resolve, sep } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { glob, isDynamicPattern } from 'tinyglobby';
import { manifestsIn } from '../files/manifestFiles.ts';
import type { Localized } from '../localized.ts';
import { Ignored } from './ignored.ts';

export const standardInput = '-';

/** What a file is called in reports. */
export const displayName = (path: string): string => (path === standardInput ? '<stdin>' : path);

/** A file that cannot be checked, and why. */
export interface Unreadable {
  readonly path: string;
  readonly reason: Localized;
}

export interface Files {
  readonly paths: readonly string[];
  readonly missing: readonly Unreadable[];
}

/**
 * The files that paths and globs stand for, each once: in the order of the arguments, those of a folder by name. Of a
 * folder, what Git ignores is left out, unless it ignores the folder.
 */
export async function findFiles(args: readonly string[]): Promise<Files> {
  const paths = new Map<string, string>();
  const missing: Unreadable[] = [];
  const ignored = new Ignored();
  for (const arg of args) {
    const found = await filesOf(arg, ignored);
    if ('reason' in found) missing.push(found);
    else for (const path of found) if (!paths.has(fileAt(path))) paths.set(fileAt(path), path);
  }
  return { paths: [...paths.values()], missing };
}

/** The same for every path of a file. */
const fileAt = (path: string): string => (path === standardInput ? path : resolve(path));

async function filesOf(arg: string, ignored: Ignored): Promise<readonly string[] | Unreadable> {
  if (arg === standardInput) return [arg];
  const path = posix.normalize(arg.replaceAll(sep, '/'));
  const stats = await stat(path).catch(() => undefined);
  if (stats?.isDirectory()) {
    const found = (await manifestsIn(resolve(path))).map(name => posix.join(path, name));
    return ignored.hasFolder(path) ? found : found.filter(file => !ignored.hasFile(file));
  }
  if (stats !== undefined) return [path];
  if (!isDynamicPattern(path)) return { path, reason: reasons.ENOENT };
  const matches = await glob(path, { absolute: false });
  return matches.length > 0 ? matches.sort() : { path, reason: noMatch };
}

/** A file as it is: how its text is marked as UTF-8, and the text after that. */
export interface FileText {
  readonly mark: '' | '\ufeff';
  readonly text: string;
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Nothing else is to be done meanwhile: to wait for a file would take longer than to read it. */
export async function readFileText(path: string): Promise<FileText | Unreadable> {
  try {
    const text = decoder.decode(path === standardInput ? await buffer(process.stdin) : readFileSync(path));
    return text.startsWith('\ufeff') ? { mark: '\ufeff', text: text.slice(1) } : { mark: '', text };
  } catch (error) {
    return { path: displayName(path), reason: reasonOf(error) };
  }
}

/** The text of a file, without byte order mark. */
export async function readText(path: string): Promise<string | Unreadable> {
  const file = await readFileText(path);
  return 'reason' in file ? file : file.text;
}

const noMatch: Localized = { en: 'no file matches', zh: '没有匹配的文件' };

const reasons = {
  ENOENT: { en: 'no such file or folder', zh: '没有此文件或文件夹' },
  EACCES: { en: 'permission denied', zh: '没有访问权限' },
  EISDIR: { en: 'a folder, not a file', zh: '是文件夹，不是文件' },
  ENOSPC: { en: 'no space left on the device', zh: '设备空间不足' },
  EROFS: { en: 'on a read-only file system', zh: '位于只读文件系统上' },
  ERR_ENCODING_INVALID_ENCODED_DATA: { en: 'not a UTF-8 text', zh: '不是 UTF-8 文本' },
} satisfies Record<string, Localized>;

export function reasonOf(error: unknown): Localized {
  const { code = '', message } = error as NodeJS.ErrnoException;
  return (reasons as Record<string, Localized>)[code] ?? { en: message, zh: message };
}
