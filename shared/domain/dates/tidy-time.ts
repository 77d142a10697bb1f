/** 1430, 14：30, 14.30, 下午2:30, 2点半 → 14:30 or 02:30; what is no time stays as typed, and the check tells it. */
export function tidyTime(text: string): string {
  const plain = text.normalize('NFKC').replaceAll(/\s/g, '').replace('点半', ':30').replace(/[点时](?=\d)/, ':').replace(/[点时]整?$/, ':00').replace(/分$/, '')
  const parts = /^(上午|中午|下午|晚上)?(\d{1,2})[:.]?(\d{2})?$/.exec(plain)
  if (parts === null) return text
  const [, half, hourText = '', minutes = '00'] = parts
  const hour = Number(hourText)
  const hours = (half === '下午' || half === '晚上' || half === '中午') && hour < 12 && !(half === '中午' && hour >= 11) ? hour + 12 : hour
  return hours <= 23 && Number(minutes) <= 59 ? `${String(hours).padStart(2, '0')}:${minutes}` : text
}
