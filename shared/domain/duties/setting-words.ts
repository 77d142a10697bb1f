import type { SettingValue } from '../schemes/scheme-fragments.ts'

interface SettingChoice {
  readonly value: SettingValue
  readonly label: string
}

/** How one setting of the duty engine is asked, explained and answered. */
export interface SettingWords {
  readonly question: string
  readonly explanation: string
  /** The first is the program's usual reading, as `usualDutySettings` has it. */
  readonly choices: readonly [SettingChoice, ...SettingChoice[]]
}

const choice = (value: SettingValue, label: string): SettingChoice => ({ value, label })
const roundingChoices = { up: choice('up', '有零头就进一'), down: choice('down', '舍去零头'), nearest: choice('nearest', '四舍五入') } as const

const words = {
  weeklyDutyWeeks: {
    question: '每周、每两周、每月的要求，假期里算不算？', explanation: '规程写“每周一次”，没有说寒暑假和节假日。',
    choices: [choice('teachingWeeks', '只算有课的周和月'), choice('allWeeks', '假期也算')],
  },
  monthTeachingDays: {
    question: '一个月至少上几天课，才要求这个月的任务？', explanation: '开学和放假的那个月往往只有几天课。只在假期不算时用得到。',
    choices: [choice(10, '10 天'), choice(1, '有一天课就算'), choice(5, '5 天'), choice(15, '15 天')],
  },
  midTermJoiner: {
    question: '学期中途加入或离开的人，要求多少？', explanation: '规程写“每学期 2 节”，没有说半路来的人。',
    choices: [choice('fromNextPeriod', '从下一个学期、学年、月或周开始要求'), choice('proRata', '按在任天数折算'), choice('full', '按全额要求')],
  },
  joinerGraceDays: {
    question: '开学后多少天内加入，算从头就在？', explanation: '在这几天内加入的人，这个学期按全额要求。只在中途加入的人从下一个学期开始要求时用得到。',
    choices: [choice(30, '30 天'), choice(0, '一天也不宽'), choice(15, '15 天'), choice(45, '45 天')],
  },
  partialPeriod: {
    question: '学期、学年只有一部分在工作室周期里，要求多少？', explanation: '如工作室十一月才成立，第一个学期只剩一半。',
    choices: [choice('proRata', '按天数折算'), choice('full', '按全额要求'), choice('notAsked', '这一段不要求')],
  },
  proRataRounding: {
    question: '按天数折算出零头怎么办？', explanation: '如 2 节折算成 1.4 节。',
    choices: [roundingChoices.nearest, roundingChoices.up, roundingChoices.down],
  },
  shareRounding: {
    question: '按人数的几分之几算出零头怎么办？', explanation: '如 7 人的三分之一是 2.3 人。',
    choices: [roundingChoices.up, roundingChoices.nearest, roundingChoices.down],
  },
  charsTolerancePercent: {
    question: '“约 2000 字”少多少也算够？', explanation: '规程写“约”“左右”的字数。写“不少于”的没有余地。',
    choices: [choice(10, '少一成以内算够'), choice(0, '一个字也不能少'), choice(5, '少百分之五以内算够'), choice(20, '少两成以内算够')],
  },
  youngMemberAge: {
    question: '“青年成员”到多少周岁为止？', explanation: '规程按青年成员的几分之几提要求时用得到。',
    choices: [choice('unlimited', '不看年龄，全体成员都算'), choice(35, '35 周岁'), choice(40, '40 周岁'), choice(45, '45 周岁')],
  },
  memberDutyRoles: {
    question: '“每位成员”的要求，指哪些人？', explanation: '主持人的要求另算。选定以后，不论规程里的人数怎样写，都按这里。',
    choices: [
      choice([], '成员、核心成员，和规程计入成员人数的人'), choice(['member', 'coreMember'], '只是成员和核心成员'), choice(['member', 'coreMember', 'assistant'], '成员、核心成员和助理'),
      choice(['host', 'member', 'coreMember', 'assistant'], '主持人也算'), choice(['member', 'coreMember', 'trainee', 'reserveMember'], '学员和预备成员也算'),
    ],
  },
  holidayRecords: {
    question: '寒暑假里做的，算哪个学期？', explanation: '如暑假里外出学习一次，规程要求“每学期一次”。',
    choices: [choice('termBefore', '算刚结束的那个学期'), choice('nowhere', '不算在学期里')],
  },
  oneActTwoDuties: {
    question: '一次活动能不能同时算作两项要求？', explanation: '如一节公开课既算“上公开课”，又算“示范引领活动”。',
    choices: [choice('onlyWhereSaid', '只在规程说可以时'), choice('allowed', '都可以')],
  },
  countedRecords: {
    question: '成果登记以后就算，还是确认以后才算？', explanation: '成员自己登记的，由主持人或教务确认。',
    choices: [choice('recorded', '登记了就算'), choice('confirmed', '确认以后才算')],
  },
  cycleAfterMove: {
    question: '周期中途换了规程，整个周期的要求按哪一份？', explanation: '每学期、每学年的要求总是按那个学期、学年开始时的规程。',
    choices: [choice('newScheme', '按新规程，以前做的照样算'), choice('oldScheme', '本周期仍按原来的规程')],
  },
} as const satisfies Readonly<Record<string, SettingWords>>

export type DutySettingKey = keyof typeof words

/** Every setting of the engine (`duty-settings.ts`) in the words of the office, in the order in which they are asked. */
export const dutySettingWords: Readonly<Record<DutySettingKey, SettingWords>> = words
