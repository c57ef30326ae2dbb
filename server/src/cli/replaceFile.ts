import { randomUUID } from 'node:crypto';
import { lstatSync, readFileSync, renameSync, type Stats } from 'node:fs';
import { access, constants, type FileHandle, lstat, open, realpath, rm } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative, sep } from 'node:path';
import type { Localized } from '../localized.ts';
import { reasonOf } from './files.ts';
import { uninterrupted } from './uninterrupted.ts';

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
    return await uninterrupted(() => replace(real, stats, before, after));
  } catch (error) {
    return reasonsByCode[(error as NodeJS.ErrnoException).code ?? ''] ?? reasonOf(error);
  }
}

async function replace(path: string, stats: Stats, before: string, after: string): Promise<Localized | undefined> {
  const { mode, uid, gid } = stats;
  const temporary = join(dirname(path), `.ims-${randomUUID()}.tmp`);
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
    // In one go, so that whoever else writes has hardly a moment in between.
    const isTouched = !isSame(lstatSync(path), stats);
    const there = readFileSync(path);
    // Another run has made the same fixes.
    if (there.equals(Buffer.from(after))) return undefined;
    if (isTouched || !there.equals(Buffer.from(before))) return reasons.changed;
    renameSync(temporary, path);
    return undefined;
  } finally {
    await rm(temporary, { force: true });
  }
}

/** Whether it is still the file that it was, no link, and with the same mode. */
const isSame = (now: Stats, then: Stats): boolean =>
  now.ino === then.ino && now.dev === then.dev && now.ctimeMs === then.ctimeMs;

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
  gone: {
    en: 'gone while it was being fixed. Run fix again where it is now.',
    zh: '修复期间文件已不存在。请在文件的新位置重新运行 fix。',
  },
  full: {
    en: 'no space left to write it, and left as it is. Make room, or see the fixes with --dry-run.',
    zh: '磁盘空间不足，未作修改。请释放空间，或使用 --dry-run 查看修复。',
  },
  forbidden: {
    en: 'not allowed to be replaced, and left as it is. See who owns it and its folder, or see the fixes with --dry-run.',
    zh: '没有替换该文件的权限，未作修改。请检查文件及其文件夹的所有者，或使用 --dry-run 查看修复。',
  },
  busy: {
    en: 'in use by another program, and left as it is. Close it there, and run fix again.',
    zh: '文件正被其他程序使用，未作修改。请在该程序中关闭文件，然后重新运行 fix。',
  },
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

/** What a system says when it refuses to write, by its code. */
const reasonsByCode: Readonly<Record<string, Localized>> = {
  ENOENT: reasons.gone,
  ENOTDIR: reasons.gone,
  ENOSPC: reasons.full,
  EDQUOT: reasons.full,
  EROFS: reasons.readOnly,
  EACCES: reasons.forbidden,
  EPERM: reasons.forbidden,
  EBUSY: reasons.busy,
};
