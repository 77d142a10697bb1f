-- What happened is not overwritten: these tables only grow. The messages are read by programs: rule:table.
-- A REPLACE deletes the old row first; with recursive_triggers=ON (see open-database.ts) it meets the DELETE trigger.

DROP TRIGGER IF EXISTS audit_log_no_update;
CREATE TRIGGER audit_log_no_update BEFORE UPDATE ON audit_log
BEGIN SELECT RAISE(ABORT, 'append_only:audit_log'); END;
DROP TRIGGER IF EXISTS audit_log_no_delete;
CREATE TRIGGER audit_log_no_delete BEFORE DELETE ON audit_log
BEGIN SELECT RAISE(ABORT, 'append_only:audit_log'); END;

DROP TRIGGER IF EXISTS audit_subject_no_update;
CREATE TRIGGER audit_subject_no_update BEFORE UPDATE ON audit_subject
BEGIN SELECT RAISE(ABORT, 'append_only:audit_subject'); END;
DROP TRIGGER IF EXISTS audit_subject_no_delete;
CREATE TRIGGER audit_subject_no_delete BEFORE DELETE ON audit_subject
BEGIN SELECT RAISE(ABORT, 'append_only:audit_subject'); END;

DROP TRIGGER IF EXISTS ledger_entry_no_update;
CREATE TRIGGER ledger_entry_no_update BEFORE UPDATE ON ledger_entry
BEGIN SELECT RAISE(ABORT, 'append_only:ledger_entry'); END;
DROP TRIGGER IF EXISTS ledger_entry_no_delete;
CREATE TRIGGER ledger_entry_no_delete BEFORE DELETE ON ledger_entry
BEGIN SELECT RAISE(ABORT, 'append_only:ledger_entry'); END;

DROP TRIGGER IF EXISTS allotment_count_no_update;
CREATE TRIGGER allotment_count_no_update BEFORE UPDATE ON allotment_count
BEGIN SELECT RAISE(ABORT, 'append_only:allotment_count'); END;
DROP TRIGGER IF EXISTS allotment_count_no_delete;
CREATE TRIGGER allotment_count_no_delete BEFORE DELETE ON allotment_count
BEGIN SELECT RAISE(ABORT, 'append_only:allotment_count'); END;

DROP TRIGGER IF EXISTS finding_step_no_update;
CREATE TRIGGER finding_step_no_update BEFORE UPDATE ON finding_step
BEGIN SELECT RAISE(ABORT, 'append_only:finding_step'); END;
DROP TRIGGER IF EXISTS finding_step_no_delete;
CREATE TRIGGER finding_step_no_delete BEFORE DELETE ON finding_step
BEGIN SELECT RAISE(ABORT, 'append_only:finding_step'); END;
