import { Button } from 'antd'
import { useState } from 'react'
import { settings } from '../../../shared/contract/school.ts'
import { useCall, useWrite } from '../../api/client.ts'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { LoadingOr } from '../../ui/loading-or.tsx'
import { MinutesSetting } from '../../ui/minutes-setting.tsx'
import { Modal } from '../../ui/modal.tsx'
import { RecoveryCode } from '../../ui/recovery-code.tsx'
import { useDone } from '../../ui/use-done.ts'

/** 安全: when the window locks by itself, and the code for a forgotten administrator's password. */
export function SecuritySection() {
  const present = useCall('school.settings', {})
  return (
    <>
      <LoadingOr of={present}>
        {({ idleMinutes }) => (
          <MinutesSetting
            name="idleMinutes" label="无操作多少分钟后锁定" extra="锁定后，保护身份证号和电话的钥匙即离开内存，再输密码才能继续"
            minutes={idleMinutes} least={1} most={240} rule={settings.shape.idleMinutes} doneText={(minutes) => `已改为 ${minutes} 分钟无操作后锁定`}
          />
        )}
      </LoadingOr>
      <NewRecoveryCode />
    </>
  )
}

function NewRecoveryCode() {
  const make = useWrite('accounts.newRecoveryCode')
  const { done } = useDone()
  const [asking, setAsking] = useState(false)
  const code = make.data?.recoveryCode
  return (
    <>
      <h3>恢复码</h3>
      <p className="section-hint">首次设置时打印的那一张。丢失了，或可能被别人看到过，请换一个新的：旧的立即作废。</p>
      <Button onClick={() => setAsking(true)}>换一个新的恢复码</Button>
      <Modal
        open={asking && !code} title="换一个新的恢复码" okText="换新的" cancelText="取消" onCancel={() => setAsking(false)} confirmLoading={make.isPending}
        onOk={() => make.mutate({})}
      >
        <p>旧的恢复码立即作废，请准备好打印机或纸笔。</p>
        {make.error && <ErrorNotice error={make.error} />}
      </Modal>
      <Modal open={code !== undefined} title="新的恢复码" footer={null} closable={false} keyboard={false} mask={{ closable: false }} width={640}>
        {code !== undefined && (
          <RecoveryCode code={code} doneLabel="完成" onDone={() => { make.reset(); setAsking(false); done('新的恢复码已启用，旧的已作废') }} />
        )}
      </Modal>
    </>
  )
}
