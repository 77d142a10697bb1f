import { FolderOpenOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useMemo } from 'react'
import type { DocumentSubject, FormCard, FormCode } from '../../../shared/contract/documents.ts'
import { formCodes } from '../../../shared/contract/documents.ts'
import { useCall } from '../../api/client.ts'
import { useTerm } from '../../app/term.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { LoadingOr } from '../../ui/loading-or.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { useAddress } from '../../ui/use-address.ts'
import { DocumentDesk } from './document-desk.tsx'
import { FormCards } from './form-cards.tsx'
import { MadeDocuments } from './made-documents.tsx'
import { useFileActions } from './use-file-actions.ts'
import './documents.css'

/** 文书: a form on the left, its pages on the right, what has been made below. The address says what is chosen, so that records can link here. */
export function DocumentsPage() {
  const forms = useCall('documents.forms', {})
  const { term } = useTerm()
  const { openFolder } = useFileActions()
  return (
    <div className="wide">
      <PageHead
        title="文书" facts="按记录里的资料填好表格，预览后保存为 Word 或打印"
        actions={<Button icon={<FolderOpenOutlined aria-hidden />} onClick={() => openFolder(null)}>打开文书文件夹</Button>}
      />
      <LoadingOr of={forms}>
        {({ forms: cards, mayShowNumbers }) => (term === null
          ? <EmptyState title="还没有学期" hint="文书按学期保存，请先在「设置」里填写学期。" />
          : <Chosen cards={cards} mayShowNumbers={mayShowNumbers} currentTerm={term.key} />)}
      </LoadingOr>
    </div>
  )
}

function Chosen({ cards, mayShowNumbers, currentTerm }: { readonly cards: readonly FormCard[]; readonly mayShowNumbers: boolean; readonly currentTerm: string }) {
  const [query, setQuery] = useAddress()
  const termKey = /^\d{4}-[12]$/.test(query.get('term') ?? '') ? (query.get('term') ?? currentTerm) : currentTerm
  const code = formCodes.find((each) => each === query.get('form')) ?? null
  const card = cards.find((each) => each.code === code) ?? null
  const subject = useMemo<Omit<DocumentSubject, 'form'>>(() => ({
    termKey, studioId: query.get('studio'), personId: query.get('person'), activityId: query.get('activity'), notice: null,
  }), [query, termKey])
  const change = (changes: Readonly<Record<string, string | null>>) => setQuery((address) => {
    for (const [key, value] of Object.entries(changes)) {
      if (value === null) address.delete(key)
      else address.set(key, value)
    }
    return address
  }, { replace: true })
  const choose = (form: FormCode) => change({ form })
  return (
    <>
      <div className="documents-desk">
        <FormCards cards={cards} chosen={code} onChoose={choose} />
        {card === null
          ? <div className="card documents-nothing"><EmptyState title="先选一种表格" hint="选好后，右边就是打印出来的样子。" /></div>
          : <DocumentDesk key={card.code} card={card} subject={subject} mayShowNumbers={mayShowNumbers} onChange={change} />}
      </div>
      <MadeDocuments studioId={subject.studioId} />
    </>
  )
}
