import { Form, Input } from 'antd'
import { schoolFacts } from '../../../shared/contract/school.ts'
import { zodRule } from '../../ui/zod-rule.ts'

const { name, bureauName, shortName, county } = schoolFacts.shape

/** The school's own facts, as they will stand on every form. */
export function SchoolFields({ autoFocus = false }: { readonly autoFocus?: boolean }) {
  return (
    <div className="field-grid">
      <Form.Item name="name" label="学校全称" required rules={[zodRule(name)]} extra="与公章一致，印在每份文书上">
        <Input autoFocus={autoFocus} maxLength={60} placeholder="云溪县第三初级中学" />
      </Form.Item>
      <Form.Item name="shortName" label="简称（可不填）" rules={[zodRule(shortName.unwrap())]} extra="用在窄的表格里">
        <Input maxLength={20} placeholder="云溪三中" />
      </Form.Item>
      <Form.Item name="bureauName" label="主管教育局" required rules={[zodRule(bureauName)]}>
        <Input maxLength={60} placeholder="云溪县教育局" />
      </Form.Item>
      <Form.Item name="county" label="县、区（可不填）" rules={[zodRule(county.unwrap())]} extra="用在表格的标题里">
        <Input maxLength={20} placeholder="云溪县" />
      </Form.Item>
    </div>
  )
}
