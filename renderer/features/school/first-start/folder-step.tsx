import { Form, Radio } from 'antd'
import type { FolderChoices } from '../../../../shared/contract/school.ts'
import { useCall, useWrite } from '../../../api/client.ts'
import { ErrorNotice } from '../../../ui/error-notice.tsx'
import { fileSizeText } from '../../../ui/file-size-text.ts'
import { LoadingOr } from '../../../ui/loading-or.tsx'
import { StepForm } from './step-form.tsx'

type Choice = FolderChoices['choices'][number]

/** Where the records are kept. The page never names a path: it sends the id of a place that the program has found. */
export function FolderStep({ onBack, onNext }: { readonly onBack: () => void; readonly onNext: () => void }) {
  const choices = useCall('school.folderChoices', {})
  return <LoadingOr of={choices}>{(data) => <Folders data={data} onBack={onBack} onNext={onNext} />}</LoadingOr>
}

function Folders({ data, onBack, onNext }: { readonly data: FolderChoices; readonly onBack: () => void; readonly onNext: () => void }) {
  const [form] = Form.useForm<{ place: string }>()
  const use = useWrite('school.useFolder')
  const present = data.choices.find((choice) => choice.present)?.id ?? 'given'
  const go = ({ place }: { place?: string }) => {
    // A folder that was given at the start is not a field here: nothing is chosen.
    if (data.fixed || place === undefined || place === present) return onNext()
    use.mutate({ id: place }, { onSuccess: onNext })
  }
  return (
    <StepForm form={form} initial={{ place: present }} errors={[]} onBack={onBack} onNext={go} busy={use.isPending} nothingToFill={data.fixed}>
      <p className="step-lead">所有记录、附件和备份都放在这个资料夹里，只在这台电脑上。最好选不装系统的硬盘：重装系统时资料还在。</p>
      {data.notices.map((notice) => <p key={notice} className="note warn">{notice}</p>)}
      {data.fixed
        ? <p className="note info">这次启动时已指定资料夹：<b>{data.present.path}</b>{free(data.present.freeBytes)}</p>
        : (
          <Form.Item name="place" label="资料放在">
            <Radio.Group className="places">
              {data.choices.map((choice) => (
                <Radio key={choice.id} value={choice.id} disabled={!choice.writable} autoFocus={choice.id === present}><PlaceText choice={choice} /></Radio>
              ))}
            </Radio.Group>
          </Form.Item>
        )}
      {use.error && <ErrorNotice error={use.error} />}
    </StepForm>
  )
}

function PlaceText({ choice }: { readonly choice: Choice }) {
  return (
    <span className="place">
      <b>{choice.label}</b>{choice.present && '（现在用的）'}{free(choice.freeBytes)}
      <span className="place-path">{choice.path}</span>
      {choice.hasDatabase && !choice.present && <span className="place-note">这里已有一份杏坛资料，选它会直接打开那一份</span>}
      {choice.note && <span className="place-note">{choice.note}</span>}
    </span>
  )
}

const free = (bytes: number | null) => (bytes === null ? '' : `，可用 ${fileSizeText(bytes)}`)
