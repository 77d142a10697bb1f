import { useWrite } from '../../api/client.ts'
import { useDone } from '../../ui/use-done.ts'
import { ReasonDialog } from '../../ui/reason-dialog.tsx'

interface Props {
  readonly id: string
  readonly revision: number
  readonly title: string
  readonly attendance: number
  readonly onClose: () => void
  readonly onGone: () => void
}

/** Into the recycle bin, with what hangs on it told in figures. */
export function RemoveActivity({ id, revision, title, attendance, files, onClose, onGone }: Props & { readonly files: number }) {
  const remove = useWrite('activities.remove')
  const { done } = useDone()
  return (
    <ReasonDialog
      title={`把「${title}」移到回收站`} verb="移到回收站" example="如：登记重了" danger pending={remove.isPending} error={remove.error} onClose={onClose}
      onGo={(reason) => remove.mutate({ id, revision, reason }, {
        onSuccess: () => {
          done(`「${title}」已移到回收站，可在列表的「回收站」里恢复`)
          onGone()
        },
      })}
    >{attendance} 人的出勤和 {files} 个附件一起移走，不再计入合计；以后可以恢复。</ReasonDialog>
  )
}

/** Calls it off; it stays in sight, so this is no removal. */
export function CancelActivity({ id, revision, title, attendance, onClose, onGone }: Props) {
  const cancel = useWrite('activities.cancel')
  const { done } = useDone()
  return (
    <ReasonDialog
      title={`取消「${title}」`} verb="取消活动" example="如：县里开会，改期" pending={cancel.isPending} error={cancel.error} onClose={onClose}
      onGo={(reason) => cancel.mutate({ id, revision, reason }, {
        onSuccess: () => {
          done(`「${title}」已取消，可以补开，也可以撤回`)
          onGone()
        },
      })}
    >
      活动仍留在列表和日历里，标明已取消；不计入职责和合计，也不再催记出勤。{attendance > 0 && `已记的 ${attendance} 人出勤保留，但不计。`}以后可以补开或撤回取消。
    </ReasonDialog>
  )
}
