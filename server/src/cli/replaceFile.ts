import { randomUUID } from 'node:crypto';
import { access, constants, type FileHandle, lstat, open, readFile, realpath, rename, rm } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, relative, sep } from 'node:path';
import type { Localized } from '../localized.ts';
import { reasonOf } from './files.ts';

/**
 * Replaces the text of a file, all of it or nothing: in the place of `before` alone, with the mode that it has. A link
 * stays; the file that it leads to is replaced where that is in the working directory. Returns why it could not be.
 */
export async function replaceFile(path: string, before: string, after: string): Promise<Localized | undefined> {
  try {
    const real = await realpath(path);
    if ((await lstat(path)).isSymbolicLink() && !isWithin(await realpath('.'), real)) return reasons.leadsOut(real);
    const stats = await lstat(real);
    if (!stats.isFile()) return reasons.noFile;
    if ((stats.mode & 0o222) === 0 || !(await isWritable(real))) return reasons.readOnly;
    if (!(await isWritable(dirname(real)))) return reasons.folder(dirname(real));
    return await replace(real, stats, before, after);
  } catch (error) {
    return reasonOf(error);
  }
}

async function replace(
  path: string,
  { mode, uid, gid }: { readonly mode: number; readonly uid: number; readonly gid: number },
  before: string,
  after: string,
): Promise<Localized | undefined> {
  const temporary = join(dirname(path), `.${basename(path)}.${randomUUID()}.tmp`);
  try {
    const file = await open(temporary, 'wx', mode & 0o777);
    try {
      await file.writeFile(after);
      await giveTo(file, uid, gid);
      // The mask of the process has taken its part of the mode.
      await file.chmod(mode & 0o7777);
      await file.sync();
    } finally {
      await file.close();
    }
    if (!(await readFile(path)).equals(Buffer.from(before))) return reasons.changed;
    await rename(temporary, path);
    return undefined;
  } finally {
    await rm(temporary, { force: true });
  }
}

/** Only a superuser can give a file away; for anyone else it stays theirs. */
async function giveTo(file: FileHandle, uid: number, gid: number): Promise<void> {
  await file.chown(uid, gid).catch(() => {});
}

const isWritable = (path: string): Promise<boolean> =>
  access(path, constants.W_OK).then(
    () => true,
    () => false,
  );

function isWithin(folder: string, file: string): boolean {
  const way = relative(folder, file);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

const reasons = {
  changed: {
    en: 'changed while it was being fixed, and left as it is. Run fix again.',
    zh: '修复期间文件已被更改，未作修改。请重新运行 fix。',
  },
  readOnly: {
    en: 'read-only, and left as it is. Make it writable, or see the fixes with --dry-run.',
    zh: '文件为只读，未作修改。请将其设为可写，或使用 --dry-run 查看修复。',
  },
  noFile: {
    en: 'not a regular file, and left as it is. Pipe it in with - instead.',
    zh: '不是普通文件，未作修改。请改用 - 从标准输入读取。',
  },
  folder: (folder: string): Localized => ({
    en: `left as it is: its folder ${folder} is read-only. Make it writable, or see the fixes with --dry-run.`,
    zh: `未作修改：所在文件夹 ${folder} 为只读。请将其设为可写，或使用 --dry-run 查看修复。`,
  }),
  leadsOut: (real: string): Localized => ({
    en: `a link out of the working directory, and left as it is. Name the file itself: ${real}`,
    zh: `指向工作目录之外的链接，未作修改。请直接指定文件：${real}`,
  }),
};
