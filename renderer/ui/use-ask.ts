import { App } from 'antd'

interface Question {
  readonly title: string
  readonly content?: string
  /** The verbs of the two buttons; the cursor stands on the one that changes nothing. */
  readonly yes: string
  readonly no?: string
  readonly danger?: boolean
  readonly onYes: () => void
}

/**
 * Asks before something is done that cannot be undone. What follows a yes is done once the question is gone: the cursor goes back
 * first to where the question came from, and from there to wherever the answer leads.
 */
export function useAsk(): (question: Question) => void {
  const { modal } = App.useApp()
  return ({ title, content, yes, no = '取消', danger = false, onYes }) => {
    let said = false
    modal.confirm({
      title, content, okText: yes, okButtonProps: { danger }, cancelText: no, autoFocusButton: 'cancel',
      onOk: () => { said = true }, afterClose: () => { if (said) onYes() },
    })
  }
}
