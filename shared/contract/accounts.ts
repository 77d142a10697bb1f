import { z } from 'zod'
import { permissions, roles } from '../domain/accounts/permissions.ts'
import { idText, lineText, nothing, requiredLine } from './common.ts'
import { defineRoutes } from './define.ts'

/** A password: at least eight characters, not only digits or one letter over and over (they are guessed first). */
export const passwordText = z.string().min(8, '密码至少 8 位').max(128, '密码最多 128 位')
  .refine((text) => !/^\d+$/.test(text), '密码不能全是数字')
  .refine((text) => new Set(text).size >= 4, '密码太简单，请多用几种字符')

export const signInNameText = z.string().trim().min(2, '登录名至少 2 个字').max(40, '登录名最多 40 个字').regex(/^\S+$/, '登录名中不能有空格')

/** Who is in front of the window, as far as the window needs to know. */
export const standing = z.object({
  phase: z.enum(['firstStart', 'signedOut', 'locked', 'signedIn']),
  schoolName: z.string().nullable(),
  me: z.object({
    accountId: idText,
    displayName: z.string(),
    role: z.enum(roles),
    personId: idText.nullable(),
    permissions: z.array(z.enum(permissions)),
    mustChangePassword: z.boolean(),
  }).nullable(),
  idleMinutes: z.int(),
  version: z.string(),
  mode: z.enum(['electron', 'browser']),
  /** Told once after the start, e.g. what was checked or set aside. */
  notices: z.array(z.string()),
  /** For the sign-in page, e.g. how to get into the made-up school. */
  welcome: z.string().nullable(),
})
export type Standing = z.output<typeof standing>

export const accountRow = z.object({
  id: idText,
  signInName: z.string(),
  displayName: z.string(),
  role: z.enum(roles),
  personId: idText.nullable(),
  personName: z.string().nullable(),
  disabled: z.boolean(),
  lastSignInAt: z.string().nullable(),
  revision: z.int(),
})
export type AccountRow = z.output<typeof accountRow>

/** The form, and the record in it: `activity/new`. */
const draftKey = z.string().regex(/^[a-z]{1,20}\/[A-Za-z0-9_-]{1,64}$/)
const mostDraftChars = 400_000

export const accountsRoutes = defineRoutes({
  'accounts.standing': { input: nothing, output: standing, writes: false, may: 'anyone' },
  'accounts.signIn': {
    input: z.object({ signInName: requiredLine('登录名', 40), password: z.string().min(1, '请填写密码').max(128) }),
    output: standing, writes: true, may: 'anyone',
  },
  'accounts.signOut': { input: nothing, output: standing, writes: true, may: 'anyone' },
  'accounts.lock': { input: nothing, output: standing, writes: false, may: 'anyone' },
  'accounts.unlock': { input: z.object({ password: z.string().min(1, '请填写密码').max(128) }), output: standing, writes: true, may: 'anyone' },
  'accounts.stillHere': { input: nothing, output: nothing, writes: false, may: 'signedIn', beforeOwnPassword: true },
  /** Forgot the administrator's password: the code printed at the first start opens the door once more. */
  'accounts.recover': {
    input: z.object({ signInName: signInNameText, recoveryCode: requiredLine('恢复码', 60), newPassword: passwordText }),
    output: z.object({ recoveryCode: z.string() }), writes: true, may: 'anyone',
  },
  'accounts.changePassword': {
    input: z.object({ oldPassword: z.string().min(1, '请填写原密码').max(128), newPassword: passwordText }),
    output: nothing, writes: true, may: 'signedIn', beforeOwnPassword: true,
  },
  'accounts.list': { input: nothing, output: z.object({ rows: z.array(accountRow) }), writes: false, may: 'accounts.manage' },
  'accounts.add': {
    input: z.object({
      signInName: signInNameText, displayName: requiredLine('姓名', 40), role: z.enum(roles), personId: idText.nullable(), password: passwordText,
    }),
    output: accountRow, writes: true, may: 'accounts.manage',
  },
  'accounts.change': {
    input: z.object({
      id: idText, revision: z.int(), displayName: requiredLine('姓名', 40), role: z.enum(roles), personId: idText.nullable(), disabled: z.boolean(),
    }),
    output: accountRow, writes: true, may: 'accounts.manage',
  },
  /** The new password is told to the person, who must change it at the next sign-in. Nothing enciphered is lost. */
  'accounts.resetPassword': { input: z.object({ id: idText, newPassword: passwordText }), output: nothing, writes: true, may: 'accounts.manage' },
  'accounts.newRecoveryCode': { input: nothing, output: z.object({ recoveryCode: z.string() }), writes: true, may: 'accounts.manage' },
  'accounts.remember': { input: z.object({ key: lineText(80).min(1), value: z.json() }), output: nothing, writes: true, may: 'signedIn' },
  /** Keeps what was typed into a form but not saved, in the program's memory: it outlives a lock, and nothing of it lies on the disk. */
  'accounts.keepDraft': {
    input: z.object({ key: draftKey, text: z.string().max(mostDraftChars).nullable() }), output: nothing, writes: true, may: 'signedIn',
  },
  'accounts.draft': { input: z.object({ key: draftKey }), output: z.object({ text: z.string().nullable() }), writes: false, may: 'signedIn' },
  'accounts.remembered': { input: z.object({ key: lineText(80).min(1) }), output: z.object({ value: z.json().nullable() }), writes: false, may: 'signedIn' },
})
