/**
 * What the five forms of the first term are filled from: plain values. Texts are as they are printed, days ISO
 * (`YYYY-MM-DD`; partial days may stop at the month or year), money whole fen, absent facts `null` (a blank is printed).
 * The view model of a page and of a document is the same object.
 */

/** A picture as it is stored; sizes in pixels. */
export interface FormPicture {
  readonly mediaType: 'image/jpeg' | 'image/png'
  readonly bytes: Uint8Array
  readonly widthPx: number
  readonly heightPx: number
}

/** Words that differ from bureau to bureau, and stand in titles and labels. */
export interface FormWords {
  /** 青溪县: begins the titles. */
  readonly region: string
  /** 教育局 as it signs: 青溪县教育局. */
  readonly bureauName: string
  readonly schoolName: string
  /** 名师工作室, 名班主任工作室 … */
  readonly studioKindName: string
  /** 主持人, 领衔人, 首席教师 … */
  readonly hostTitle: string
}

export interface AwardRow {
  readonly name: string
  readonly level: string | null
  readonly date: string | null
  readonly issuer: string | null
}

/** A paper or a project (课题、论文). */
export interface ResearchRow {
  readonly name: string
  readonly date: string | null
  readonly level: string | null
  readonly published: string | null
  readonly journal: string | null
}

/** 名师工作室主持人申请表 (F1-a). */
export interface HostApplicationData extends FormWords {
  readonly cover: { readonly annexNo: string | null; readonly schemeName: string } | null
  readonly filledOn: string | null
  readonly name: string
  readonly employer: string | null
  readonly post: string | null
  readonly bornOn: string | null
  readonly education: string | null
  readonly professionalTitle: string | null
  /** 教龄, or 班主任龄 for a studio of homeroom teachers. */
  readonly yearsLabel: string
  readonly years: number | null
  readonly phone: string | null
  readonly subject: string | null
  /** The first year whose honours count. */
  readonly sinceYear: number
  readonly awards: readonly AwardRow[]
  readonly research: readonly ResearchRow[]
  /** 三年发展规划, printed as a sheet of its own when it was written here. */
  readonly plan: string | null
  readonly approvingBody: string
}

export interface CareerRow {
  readonly fromOn: string | null
  readonly toOn: string | null
  readonly employer: string
  readonly post: string | null
}

/** 名师工作室学员（成员）申请表 (F2, composed). */
export interface MemberApplicationData extends FormWords {
  /** 学员 or 成员: what the person applies to be. */
  readonly roleName: string
  readonly name: string
  readonly sex: string | null
  readonly bornOn: string | null
  readonly ethnicity: string | null
  readonly politicalStatus: string | null
  readonly education: string | null
  readonly idNumber: string | null
  readonly phone: string | null
  readonly professionalTitle: string | null
  readonly subject: string | null
  readonly teachingYears: number | null
  readonly employer: string | null
  readonly photo: FormPicture | null
  readonly studioName: string | null
  readonly hostName: string | null
  readonly career: readonly CareerRow[]
  readonly awards: readonly AwardRow[]
  readonly research: readonly ResearchRow[]
  readonly outlook: string | null
}

export interface AttendanceRow {
  readonly name: string
  readonly employer: string | null
  /** 出席, 迟到, 请假, 缺席, or null while nobody has marked it. */
  readonly mark: string | null
  /** Why somebody was not there. */
  readonly reason: string | null
}

/** 活动（会议）记录表 with 签到表 (F10–F12). */
export interface ActivityRecordData extends FormWords {
  readonly studioName: string
  readonly termName: string
  readonly activityNo: string | null
  readonly title: string
  /** 活动主题: the title, with the theme of the term that it belongs to. */
  readonly topic: string
  readonly heldOn: string | null
  readonly startTime: string | null
  readonly endTime: string | null
  readonly place: string | null
  readonly chair: string | null
  readonly centralSpeaker: string | null
  readonly experts: string | null
  readonly recorder: string | null
  /** One of the form's own kinds: lecture, seminar, lesson, outreach, meeting; else `other` with `otherKind`. */
  readonly formKind: 'meeting' | 'lecture' | 'seminar' | 'lesson' | 'outreach' | 'other' | null
  readonly otherKind: string | null
  readonly agenda: string | null
  readonly course: string | null
  readonly resolutions: string | null
  readonly reflection: string | null
  readonly attachments: string | null
  readonly attendance: readonly AttendanceRow[]
  /** Expected, there (出席 and 迟到), not there. */
  readonly expectedCount: number | null
  readonly presentCount: number | null
  readonly absentCount: number | null
  readonly absentees: readonly AttendanceRow[]
}

/** 活动备案表 (F22). */
export interface ActivityFilingData extends FormWords {
  readonly studioName: string
  readonly organiser: string
  readonly hostName: string | null
  readonly title: string
  readonly content: string | null
  readonly heldOn: string | null
  readonly startTime: string | null
  readonly endTime: string | null
  readonly place: string | null
  readonly chair: string | null
  /** One of the form's own kinds; else `other` with `otherKind`. */
  readonly formKind: 'report' | 'seminar' | 'lecture' | 'forum' | 'other' | null
  readonly otherKind: string | null
  readonly audience: string | null
  readonly headcount: number | null
  readonly speakers: readonly { readonly name: string; readonly about: string | null }[]
  readonly note: string | null
  /** Whom the scheme names as the place that approves. */
  readonly approvingBody: string | null
  readonly fileNo: string | null
  readonly opinion: string | null
}

export interface FundStatementRow {
  readonly entryNo: number
  readonly happenedOn: string
  readonly summary: string
  readonly category: string | null
  readonly payee: string | null
  readonly invoiceNo: string | null
  /** In or out, one of them null. A reversal stands in the column of what it undoes, with a minus (printed red). */
  readonly inFen: number | null
  readonly outFen: number | null
  readonly balanceFen: number
  readonly handledBy: string | null
  readonly witnessedBy: string | null
  readonly approvedBy: string | null
  readonly note: string | null
}

/** 经费使用明细表 of one term (F16, composed). */
export interface FundStatementData extends FormWords {
  readonly studioName: string
  readonly hostName: string | null
  readonly termName: string
  readonly startsOn: string
  readonly endsOn: string
  readonly openingFen: number
  readonly rows: readonly FundStatementRow[]
  readonly inTotalFen: number
  readonly outTotalFen: number
  readonly closingFen: number
  /** One for every allotment per head: who was counted on which day at what rate. */
  readonly allotments: readonly {
    readonly entryNo: number
    readonly countingOn: string
    readonly rateFen: number
    readonly headcount: number
    readonly amountFen: number
    readonly names: readonly string[]
  }[]
  readonly categories: readonly { readonly name: string; readonly amountFen: number }[]
  readonly preparedOn: string | null
}

export interface MemberListRow {
  readonly name: string
  readonly sex: string | null
  readonly employer: string | null
  readonly subject: string | null
  readonly professionalTitle: string | null
  readonly roleName: string
}

/** 工作室成员名单（公示稿） (F19): never an ID number or a private phone. */
export interface MemberListData extends FormWords {
  readonly studioName: string
  /** On what ground the list was made: 《…实施方案》. */
  readonly basis: string | null
  readonly members: readonly MemberListRow[]
  readonly memberCount: number | null
  readonly noticeFromOn: string | null
  readonly noticeToOn: string | null
  readonly workingDays: number | null
  readonly receivingOffice: string | null
  readonly receivingPhone: string | null
  readonly receivingAddress: string | null
  readonly issuerName: string
  readonly issuedOn: string | null
}

/** 教学检查通报 (composed): what everybody may read, so nobody who has something to mend is named. */
export interface InspectionBriefingData {
  readonly schoolName: string
  readonly title: string
  /** 全体教师, 语文组、数学组. */
  readonly audience: string
  readonly formName: string
  readonly startsOn: string | null
  readonly endsOn: string | null
  readonly scope: string | null
  readonly inspectors: string
  readonly text: string
  readonly good: readonly { readonly who: string; readonly text: string }[]
  readonly problems: readonly {
    readonly item: string
    readonly about: string
    readonly severity: string
    readonly text: string
    readonly dueOn: string | null
    readonly state: string
  }[]
  readonly issuerName: string
  readonly toldOn: string | null
}

/** One duty with everybody of whom it is asked. */
export interface DutyReportRow {
  readonly title: string
  readonly who: string
  /** 每学期，1 节. */
  readonly asked: string
  /** 江一帆 1/1；何雨禾 0/1（逾期）. */
  readonly done: string
  /** The records that count, with their days. */
  readonly records: string
  readonly state: string
}

/** 职责完成情况表 of one term (composed). */
export interface DutyReportData extends FormWords {
  readonly studioName: string
  readonly hostName: string | null
  readonly termName: string
  readonly schemeTitle: string
  readonly cycleStartsOn: string | null
  readonly cycleEndsOn: string | null
  readonly people: readonly string[]
  readonly rows: readonly DutyReportRow[]
  readonly asked: number
  readonly done: number
  readonly open: number
  readonly overdue: number
  readonly preparedOn: string | null
}
