import type { ReadContext } from '../../dispatch/context.ts'
import { theSchool } from '../school/school-service.ts'
import { catalogueOf } from './gather-service.ts'
import { outgoing } from './make-service.ts'
import { renderDocument } from './render-document.ts'

/**
 * A document of the whole school as a Word file for 另存为: it belongs to no studio, so it is not kept in 文书, and is made anew from the
 * records whenever it is wanted. The data come from the area whose records they are.
 */
export async function looseDocument(ctx: ReadContext, formCode: string, data: object): Promise<ReturnType<typeof outgoing>> {
  const { fileName, bytes } = await renderDocument(formCode, data, { catalogue: catalogueOf(ctx), creator: theSchool(ctx.db).name, madeAt: ctx.clock.now(), profile: 'publicNotice' })
  return outgoing(ctx, { made: { fileName }, bytes })
}
