import { accountTable, recoveryKeyTable } from '../../../db/schema/accounts.ts'
import type { SchoolFacts, Term } from '../../../shared/contract/school.ts'
import { AppError } from '../../../shared/errors.ts'
import type { OpenWriteContext } from '../../dispatch/context.ts'
import { guardDataKey, newDataKey } from '../accounts/data-key.ts'
import { actorOf, newRecovery } from '../accounts/sign-in-service.ts'
import { saveTermTx } from './calendar-service.ts'
import { insertSchoolTx, readSchool, takeLogo } from './school-service.ts'

/**
 * The first start in one transaction: school, administrator, data key, recovery code, first term. Afterwards the
 * administrator is signed in.
 * @returns the recovery code, to be printed and put away; it is nowhere kept in the clear
 * @throws `school.alreadySetUp`
 */
export async function firstStart(
  ctx: OpenWriteContext,
  input: { school: SchoolFacts; logo: string | null; admin: { signInName: string; displayName: string; password: string }; term: Term },
): Promise<string> {
  if (readSchool(ctx.db)) throw alreadySetUp()
  const dataKey = newDataKey()
  const guarded = await guardDataKey(dataKey, input.admin.password)
  const { code, row } = await newRecovery(dataKey, ctx)
  const logo = input.logo === null ? null : takeLogo(ctx, input.logo)
  const admin = {
    id: ctx.ids.next(), signInName: input.admin.signInName, displayName: input.admin.displayName, role: 'admin' as const, personId: null,
  }
  ctx.session.signIn(actorOf(admin), dataKey)
  dataKey.fill(0)
  try {
    ctx.write('首次设置', (w) => {
      if (readSchool(w.tx)) throw alreadySetUp()
      const at = ctx.clock.now()
      insertSchoolTx(w, ctx, input.school, logo)
      w.tx.insert(accountTable).values({ ...admin, ...guarded, lastSignInAt: at, createdAt: at, updatedAt: at }).run()
      w.changed('account', admin.id, null, admin)
      w.tx.insert(recoveryKeyTable).values(row).run()
      saveTermTx(w, ctx, input.term)
    })
  } catch (error) {
    ctx.session.signOut()
    throw error
  }
  return code
}

function alreadySetUp(): AppError {
  return new AppError('school.alreadySetUp', 'conflict', '这个资料夹已经设置过了，请直接登录')
}
