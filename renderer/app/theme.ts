import type { ThemeConfig } from 'antd'

/** The colours by what they are for; the same values stand as CSS variables in app.css. */
export const colours = {
  primary: '#1F6F5C',
  primaryTint: '#E6F1EE',
  text: '#22303C',
  secondary: '#5B6770',
  ground: '#F7F6F2',
  card: '#FFFFFF',
  line: '#E3E0D8',
  seal: '#B23A2B',
  amber: '#7A5200',
  blue: '#2B5C8A',
} as const

/** Series of a chart, in this order; a label or a pattern always goes with the colour. */
export const chartColours = ['#1F6F5C', '#C98B2B', '#2B5C8A', '#B23A2B', '#6C7F4E', '#7B5E8B'] as const

export const fontFamily = '"Microsoft YaHei UI", "PingFang SC", "Noto Sans CJK SC", sans-serif'

export const theme: ThemeConfig = {
  token: {
    colorPrimary: colours.primary,
    colorText: colours.text,
    colorTextSecondary: colours.secondary,
    colorTextDescription: colours.secondary,
    colorTextPlaceholder: '#6B767E',
    colorTextDisabled: '#77818A',
    colorBgLayout: colours.ground,
    colorBorder: '#C9C5BA',
    colorBorderSecondary: colours.line,
    colorError: colours.seal,
    colorWarning: colours.amber,
    colorInfo: colours.blue,
    colorLink: colours.blue,
    colorSuccess: colours.primary,
    fontFamily,
    fontSize: 14,
    borderRadius: 6,
    motionDurationFast: '0.05s',
    motionDurationMid: '0.1s',
    motionDurationSlow: '0.15s',
    wireframe: false,
  },
  components: {
    Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' },
    Select: { optionSelectedBg: colours.primaryTint },
    // The gap after a field takes the line that says what is wrong with it (app.css), so that nothing jumps.
    Form: { itemMarginBottom: 20, verticalLabelPadding: '0 0 4px' },
  },
}

/**
 * For somebody who wants nothing to move: nothing is seen to, but every movement still begins and ends. With antd's `motion: false`
 * what stands in a dialog is made before the dialog is on the page, so that its first field cannot take the cursor, and dialogs close
 * by another way. Not by a style for all elements either: where everything has a transition, antd measures lists and menus wrongly.
 */
export const stillTheme: ThemeConfig = {
  ...theme,
  token: { ...theme.token, motionDurationFast: '1ms', motionDurationMid: '1ms', motionDurationSlow: '1ms' },
}
