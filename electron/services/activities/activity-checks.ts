import { and, inArray, isNull } from 'drizzle-orm'
import { personTable } from '../../../db/schema/people.ts'
import type { ActivityFields } from '../../../shared/contract/activities.ts'
import { AppError } from '../../../shared/errors.ts'
import type { Write } from '../../dispatch/context.ts'

/** @throws `activities.timesOutOfOrder` */
export function checkTimes({ startTime, endTime }: Pick<ActivityFields, 'startTime' | 'endTime'>): void {
  if (startTime !== null && endTime !== null && endTime <= startTime) {
    throw new AppError('activities.timesOutOfOrder', 'invalid', `结束时间 ${endTime} 应晚于开始时间 ${startTime}，请核对`, {
      places: [{ field: 'fields.endTime', message: '应晚于开始时间' }],
    })
  }
  if (startTime === null && endTime !== null) {
    throw new AppError('activities.timesOutOfOrder', 'invalid', '填了结束时间，请把开始时间也填上', {
      places: [{ field: 'fields.startTime', message: '请填写开始时间' }],
    })
  }
}

/** @throws `activities.noSuchPerson` for ids that are nobody's; those that stood there before are let through */
export function assertPeopleTx(w: Write, ids: readonly (string | null)[], before: readonly (string | null)[]): void {
  const wanted = [...new Set(ids.filter((id) => id !== null && !before.includes(id)))] as string[]
  const found = w.tx.select({ id: personTable.id }).from(personTable).where(and(inArray(personTable.id, wanted), isNull(personTable.removedAt))).all()
  if (found.length < wanted.length) {
    throw new AppError('activities.noSuchPerson', 'invalid', '所选的人有的已不在人员名单里，请重新选择主持、记录或出勤人员')
  }
}

