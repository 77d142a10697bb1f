import type { Scheme } from './scheme-format.ts'
import { isMemberRole } from './scheme-settings.ts'

/** Who does a duty or is assessed, where the scheme has no word of its own for the role. */
export const subjectNames: Readonly<Record<string, string>> = {
  studio: '工作室', host: '主持人', member: '成员', advisor: '顾问', assistant: '助理', coreMember: '核心成员', trainee: '学员',
  hostAndEachMember: '主持人和每位成员', school: '学校', hostSchool: '主持人所在学校', memberSchool: '成员所在学校', league: '联校', bureau: '主管部门',
  leadingGroup: '领导小组', deanOffice: '教务部门', dean: '教务主任', schoolLeader: '校领导', backbone: '骨干教师', eachBackbone: '每位骨干教师',
  teacher: '教师', eachTeacher: '每位教师', homeroomTeacher: '班主任', eachHomeroomTeacher: '每位班主任', seniorHomeroom: '有经验的班主任',
  traineeHomeroom: '见习班主任', midSeniorTeacher: '中高级职称的教师', recorder: '记录人', archivist: '档案管理员', classArchivist: '班级档案管理员',
  memberAssistant: '成员助理', class: '班级', eachClass: '每个班', group: '小组', student: '学生', eachContestant: '每位选手',
}
/** Subjects that are every person in a role. */
const rolesOfSubjects: Readonly<Record<string, string>> = { eachMember: 'member', eachCoreMember: 'coreMember', eachTrainee: 'trainee' }

/** Who it is, in the scheme's own word for the role (首席教师, 带头人, 每位学员); a name that nobody knows is shown as it stands. */
export function subjectName(scheme: Pick<Scheme, 'roles' | 'kind'>, key: string): string {
  if (key === 'studio' && scheme.kind === 'homeroomCommunity') return '共同体'
  const own = (role: string) => scheme.roles?.find((each) => each.role === role)?.displayName
  const each = rolesOfSubjects[key]
  if (each !== undefined) return `每位${own(each) ?? subjectNames[each] ?? ''}`
  if (key === 'hostAndEachMember') return `${own('host') ?? '主持人'}和每位${own('member') ?? '成员'}`
  return own(key) ?? (isMemberRole(key) || Object.hasOwn(subjectNames, key) ? (subjectNames[key] ?? key) : key)
}

/** What is looked at in a candidate. */
export const criterionNames: Readonly<Record<string, string>> = {
  age: '年龄', teachingYears: '教龄', homeroomYears: '班主任年限', positionYears: '任职年限', title: '职称', education: '学历', honour: '荣誉',
  position: '岗位', inPost: '在职在岗', quality: '综合条件', ability: '能力', ictSkill: '信息技术', contestResult: '教学竞赛', growthAim: '发展目标',
  project: '课题', paper: '论文', book: '专著', projectOrPaper: '课题、论文或专著', publicTeaching: '公开教学', subjectMatch: '学科', health: '身体条件',
  mentoring: '带教青年教师', award: '获奖', classHonour: '班级荣誉', classResult: '班级成绩', outcome: '成果', trainingAttended: '参加培训', candidate: '培养人选',
}

/** The word for a criterion; one that only a school's own scheme knows is shown as it stands. */
export function criterionName(key: string): string {
  return Object.hasOwn(criterionNames, key) ? (criterionNames[key] ?? key) : key
}

/** A list on one line; parts that are lists themselves are kept apart by semicolons. */
export function listText(parts: readonly string[]): string {
  return parts.join(parts.some((part) => part.includes('、')) ? '；' : '、')
}
