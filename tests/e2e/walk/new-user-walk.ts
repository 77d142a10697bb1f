import { signInAsMember, tieAccountToMember } from './member-steps.ts'
import { fiveDocuments } from './document-steps.ts'
import { allotment, twoExpensesAndReversal } from './ledger-steps.ts'
import { firstStart, importRoster } from './start-steps.ts'
import type { WalkShell } from './steps.ts'
import { fourMeetings, newStudio } from './studio-steps.ts'

/** One term, end to end, by a clerk who has never seen the program: issue 2's walk, the same in both shells. */
export async function newUserWalk(shell: WalkShell): Promise<void> {
  await firstStart(shell)
  await importRoster(shell)
  await newStudio(shell)
  await fourMeetings(shell)
  await allotment(shell)
  await twoExpensesAndReversal(shell)
  await fiveDocuments(shell)
  await tieAccountToMember(shell)
  await signInAsMember(shell)
}
