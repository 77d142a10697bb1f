import { Button, InputNumber } from 'antd'
import { countCharacters, countInWords } from '../../../shared/domain/outcomes/count-characters.ts'
import type { OutcomeFormState } from './outcome-form-state.ts'

/** 字数: typed from the paper, or counted from the text that stands in the form, with what was counted. */
export function CharactersField({ id, form, set, isWrong }: {
  readonly id: string; readonly form: OutcomeFormState; readonly set: (change: Partial<OutcomeFormState>) => void; readonly isWrong: boolean
}) {
  const { body } = form.details
  const counted = typeof body === 'string' && body.trim() !== '' ? countCharacters(body) : null
  return (
    <>
      <InputNumber<number>
        id={id} value={form.characters} min={0} precision={0} style={{ width: '100%' }} suffix="字" onChange={(characters) => set({ characters })}
        {...(isWrong ? { 'aria-describedby': `${id}-fault`, status: 'error' as const } : {})}
      />
      {counted !== null && (
        <p className="outcome-counted">
          正文 {countInWords(counted)}
          {form.characters !== counted.total && <Button size="small" type="link" onClick={() => set({ characters: counted.total })}>填上</Button>}
        </p>
      )}
    </>
  )
}

/** The count follows the text while nobody has typed another. */
export function withCountedText(form: OutcomeFormState, body: string): Partial<OutcomeFormState> {
  const before = typeof form.details['body'] === 'string' ? countCharacters(form.details['body']).total : 0
  const details = { ...form.details, body }
  const follows = form.characters === null || form.characters === before
  return follows ? { details, characters: countCharacters(body).total || null } : { details }
}
