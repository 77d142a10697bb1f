import { index, integer, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { day, id, moment, partialDay, recycleBin, revision, timestamps } from './columns.ts'

/** Everyone with a record, whether in a studio or not. */
export const personTable = sqliteTable('person', {
  id: id(),
  name: text('name').notNull(),
  /** The name in full pinyin and in initials, every reading, for the search; made by `shared/domain/people/name-search.ts`. */
  nameSearch: text('name_search').notNull(),
  sex: text('sex', { enum: ['male', 'female'] }),
  bornOn: partialDay('born_on'),
  /** AES-256-GCM under the data key; see `electron/services/accounts/personal-data.ts`. */
  idNumberCipher: text('id_number_cipher'),
  /** HMAC of the number, so that duplicates are found without reading it. */
  idNumberHmac: text('id_number_hmac'),
  phoneCipher: text('phone_cipher'),
  phoneHmac: text('phone_hmac'),
  ethnicity: text('ethnicity'),
  politicalStatus: text('political_status'),
  education: text('education'),
  degree: text('degree'),
  graduatedFrom: text('graduated_from'),
  /** 工作单位: the school where the person works, as written on forms. */
  schoolName: text('school_name'),
  post: text('post'),
  subject: text('subject'),
  schoolStage: text('school_stage'),
  /** The present name of the title (GB reform of 2015), e.g. 一级教师; the old name stays in the note of the import. */
  professionalTitle: text('professional_title'),
  titleGrantedOn: partialDay('title_granted_on'),
  teachingSince: partialDay('teaching_since'),
  homeroomYears: real('homeroom_years'),
  /** One honour a line. */
  honours: text('honours'),
  email: text('email'),
  staffNo: text('staff_no'),
  photoFileSha256: text('photo_file_sha256'),
  note: text('note'),
  revision: revision(),
  ...recycleBin(),
  ...timestamps(),
}, (t) => [
  index('person_by_name').on(t.name),
  index('person_by_id_number').on(t.idNumberHmac),
])

/** One import of a roster; it can be undone as a whole. */
export const rosterImportTable = sqliteTable('roster_import', {
  id: id(),
  fileName: text('file_name').notNull(),
  fileSha256: text('file_sha256').notNull(),
  importedAt: moment('imported_at').notNull(),
  accountId: text('account_id').notNull(),
  rowsRead: integer('rows_read').notNull(),
  added: integer('added').notNull(),
  updated: integer('updated').notNull(),
  skipped: integer('skipped').notNull(),
  undoneAt: moment('undone_at'),
})

/** What each row of an import did, with the person as it was before (JSON, ciphers kept as ciphers), for the undo. */
export const rosterImportRowTable = sqliteTable('roster_import_row', {
  importId: text('import_id').notNull().references(() => rosterImportTable.id),
  /** The row in the user's file, counted from 1. */
  rowNumber: integer('row_number').notNull(),
  personId: text('person_id').notNull().references(() => personTable.id),
  action: text('action', { enum: ['added', 'updated'] }).notNull(),
  before: text('before'),
  /** The person's revision after the import: an undo refuses to run over later work. */
  revisionAfter: integer('revision_after').notNull(),
}, (t) => [primaryKey({ columns: [t.importId, t.rowNumber] })])

/** How this school heads its columns, remembered from what the user corrected. */
export const rosterHeadingTable = sqliteTable('roster_heading', {
  heading: text('heading').primaryKey().notNull(),
  /** A field of the roster, or `ignore`. */
  field: text('field').notNull(),
  rememberedOn: day('remembered_on').notNull(),
})
