import type { accountsRoutes } from '../../../shared/contract/accounts.ts'
import type { Handlers } from '../../dispatch/context.ts'
import { addAccount, changeAccount, listAccounts, remember, remembered, resetPassword } from './accounts-service.ts'
import { draftOf, keepDraft } from './form-drafts.ts'
import { changePassword, recover, replaceRecoveryCode, signIn, signOut, unlock } from './sign-in-service.ts'
import { standingOf } from './standing.ts'

export const accountsHandlers: Handlers<typeof accountsRoutes> = {
  'accounts.standing': (ctx) => standingOf(ctx),
  'accounts.signIn': async (ctx, input) => {
    await signIn(ctx, input)
    return standingOf(ctx)
  },
  'accounts.signOut': (ctx) => {
    signOut(ctx)
    return standingOf(ctx)
  },
  'accounts.lock': (ctx) => {
    ctx.session.lock()
    return standingOf(ctx)
  },
  'accounts.unlock': async (ctx, input) => {
    await unlock(ctx, input)
    return standingOf(ctx)
  },
  'accounts.stillHere': (ctx) => {
    ctx.session.touch()
    return {}
  },
  'accounts.recover': async (ctx, input) => ({ recoveryCode: await recover(ctx, input) }),
  'accounts.changePassword': async (ctx, input) => {
    await changePassword(ctx, input)
    return {}
  },
  'accounts.list': (ctx) => ({ rows: listAccounts(ctx.db) }),
  'accounts.add': (ctx, input) => addAccount(ctx, input),
  'accounts.change': (ctx, input) => changeAccount(ctx, input),
  'accounts.resetPassword': async (ctx, input) => {
    await resetPassword(ctx, input)
    return {}
  },
  'accounts.newRecoveryCode': async (ctx) => ({ recoveryCode: await replaceRecoveryCode(ctx) }),
  'accounts.remember': (ctx, { key, value }) => {
    remember(ctx, key, value)
    return {}
  },
  'accounts.keepDraft': (ctx, { key, text }) => {
    keepDraft(ctx.session, ctx.actor.accountId, key, text)
    ctx.nothingToWrite()
    return {}
  },
  'accounts.draft': (ctx, { key }) => ({ text: draftOf(ctx.session, ctx.actor.accountId, key) }),
  'accounts.remembered': (ctx, { key }) => ({ value: remembered(ctx, key) as never }),
}
