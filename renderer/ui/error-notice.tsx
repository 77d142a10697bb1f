import { Button } from 'antd'
import { ProblemError } from '../api/client.ts'

/** What went wrong, in words, with what to do next. */
export function ErrorNotice({ error, onRetry }: { readonly error: Error; readonly onRetry?: () => void }) {
  const problem = error instanceof ProblemError ? error.problem : null
  return (
    <div className="note bad" role="alert">
      <p>{problem?.message ?? '这一页没有显示出来，请再试一次；如仍不行，请重新打开杏坛。'}</p>
      {(problem?.places?.length ?? 0) > 1 && (
        <ul>{problem?.places?.map(({ message, row }) => <li key={`${row ?? ''}${message}`}>{message}</li>)}</ul>
      )}
      {/* What is not allowed stays so: asking again would be refused again. */}
      {onRetry && problem?.kind === 'forbidden' && <a href="/">回到工作台</a>}
      {onRetry && problem?.kind !== 'forbidden' && <Button size="small" style={{ marginTop: 8 }} onClick={onRetry}>再试一次</Button>}
    </div>
  )
}
