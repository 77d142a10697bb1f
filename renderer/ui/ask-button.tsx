import { Button, type ButtonProps } from 'antd'
import { useAsk } from './use-ask.ts'

/** A button that asks once before it does what cannot be undone. */
export function AskButton({ question, answer, onYes, ...button }: Omit<ButtonProps, 'onClick'> & {
  readonly question: string
  /** The verb of the button that does it. */
  readonly answer: string
  readonly onYes: () => void
}) {
  const ask = useAsk()
  return <Button {...button} onClick={() => ask({ title: question, yes: answer, danger: true, onYes })} />
}
