import type { ReactNode } from 'react'
import { useWrite } from '../../api/client.ts'
import { ReasonDialog } from '../../ui/reason-dialog.tsx'
import { useDone } from '../../ui/use-done.ts'

/** Into the recycle bin with a reason; what goes with it is said in `children`. */
export function RemoveRecord({ route, id, revision, title, example, children, onClose, onGone }: {
  readonly route: 'inspections.remove' | 'inspections.removeFinding' | 'inspections.removeFeedback'
  readonly id: string
  readonly revision: number
  readonly title: string
  readonly example: string
  readonly children: ReactNode
  readonly onClose: () => void
  readonly onGone: () => void
}) {
  const remove = useWrite(route)
  const { done } = useDone()
  return (
    <ReasonDialog
      title={title} verb="移到回收站" example={example} danger pending={remove.isPending} error={remove.error} onClose={onClose}
      onGo={(reason) => remove.mutate({ id, revision, reason }, {
        onSuccess: () => {
          done('已移到回收站，可在「更多 → 回收站」里恢复')
          onGone()
        },
      })}
    >{children}</ReasonDialog>
  )
}
