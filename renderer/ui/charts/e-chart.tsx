import { BarChart, type BarSeriesOption, LineChart, type LineSeriesOption, PieChart, type PieSeriesOption } from 'echarts/charts'
import { GridComponent, type GridComponentOption, LegendComponent, type LegendComponentOption, TooltipComponent, type TooltipComponentOption } from 'echarts/components'
import { type ComposeOption, type EChartsType, init, use as register } from 'echarts/core'
import { CanvasRenderer } from 'echarts/renderers'
import { useEffect, useRef } from 'react'
import { chartColours, colours, fontFamily } from '../../app/theme.ts'
import { must } from '../../../shared/must.ts'

register([BarChart, LineChart, PieChart, GridComponent, LegendComponent, TooltipComponent, CanvasRenderer])

export type ChartOption = ComposeOption<
  BarSeriesOption | LineSeriesOption | PieSeriesOption | GridComponentOption | LegendComponentOption | TooltipComponentOption
>

/** Nothing moves, and the tooltip is drawn into the picture: the page's content policy allows no other. */
const everywhere: ChartOption = {
  animation: false,
  color: [...chartColours],
  textStyle: { fontFamily, color: colours.text, fontSize: 12 },
}
const tooltip: TooltipComponentOption = { renderMode: 'richText', confine: true, textStyle: { fontFamily, color: colours.text, fontSize: 12 } }

export interface EChartProps {
  /** Keep it stable (useMemo): the chart is drawn anew with every other one. */
  readonly option: ChartOption
  /** What the picture says, in words and figures, for whoever does not see it. */
  readonly label: string
  /** CSS height; the width is that of the place it stands in. */
  readonly height: string
  /** A bar, slice or point was clicked: its name. There must be a way by keyboard to the same records. */
  readonly onSelect?: (name: string) => void
}

/** A chart of the program: our colours and type, drawn on a canvas. */
export function EChart({ option, label, height, onSelect }: EChartProps) {
  const holder = useRef<HTMLDivElement>(null)
  const chart = useRef<EChartsType | null>(null)
  const select = useRef(onSelect)
  useEffect(() => {
    select.current = onSelect
  })
  useEffect(() => {
    const element = must(holder.current, 'the holder is mounted with the component')
    const drawn = init(element, null, { renderer: 'canvas' })
    drawn.on('click', ({ name }) => select.current?.(name))
    chart.current = drawn
    const watch = new ResizeObserver(() => drawn.resize())
    watch.observe(element)
    return () => {
      watch.disconnect()
      drawn.dispose()
      chart.current = null
    }
  }, [])
  useEffect(() => {
    chart.current?.setOption({ ...everywhere, ...option, tooltip: { ...tooltip, ...option.tooltip } }, { notMerge: true })
  }, [option])
  return <div ref={holder} role="img" aria-label={label} style={{ height, width: '100%', minWidth: 0 }} />
}
