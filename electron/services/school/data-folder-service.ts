import { statfsSync } from 'node:fs'
import type { FolderChoices } from '../../../shared/contract/school.ts'
import { AppError } from '../../../shared/errors.ts'
import type { OpenContext } from '../../dispatch/context.ts'
import { readSchool } from './school-service.ts'

/** Where the records will be kept, and where else they could be; asked before the first start, when nobody can be signed in. */
export function folderChoices(ctx: OpenContext): FolderChoices {
  refuseOnceSetUp(ctx)
  const present = ctx.folder.layout.folder
  return {
    present: { path: present, freeBytes: freeBytes(present) },
    notices: [...ctx.surroundings.bootNotices],
    choices: (ctx.folder.candidates() ?? []).map((place) => ({ ...place, present: place.path === present })),
    fixed: ctx.folder.candidates() === null,
  }
}

/** Moves the program to another of the offered places. @throws `school.alreadySetUp`, `school.noSuchFolder`, `boot.…` */
export async function useFolder(ctx: OpenContext, id: string): Promise<void> {
  refuseOnceSetUp(ctx)
  await ctx.folder.moveTo(id)
}

function refuseOnceSetUp(ctx: OpenContext): void {
  if (!readSchool(ctx.db)) return
  throw new AppError('school.alreadySetUp', 'conflict', '这个资料夹已经设置过了，请直接登录')
}

function freeBytes(path: string): number | null {
  try {
    const { bavail, bsize } = statfsSync(path)
    return bavail * bsize
  } catch {
    // Some file systems do not tell; then the page says nothing about it.
    return null
  }
}
