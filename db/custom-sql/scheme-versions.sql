-- A version of a scheme that has come into force is what studios were judged by: it may retire or return, nothing else about it changes.

DROP TRIGGER IF EXISTS scheme_version_keeps_what_held;
CREATE TRIGGER scheme_version_keeps_what_held BEFORE UPDATE ON scheme_version
WHEN OLD.state <> 'draft' AND (
  NEW.state = 'draft' OR NEW.id IS NOT OLD.id OR NEW.code IS NOT OLD.code OR NEW.version IS NOT OLD.version OR NEW.title IS NOT OLD.title
  OR NEW.base_code IS NOT OLD.base_code OR NEW.base_version IS NOT OLD.base_version OR NEW.document IS NOT OLD.document OR NEW.sha256 IS NOT OLD.sha256
  OR NEW.holds_from_on IS NOT OLD.holds_from_on OR NEW.put_in_force_at IS NOT OLD.put_in_force_at OR NEW.created_at IS NOT OLD.created_at
)
BEGIN SELECT RAISE(ABORT, 'append_only:scheme_version'); END;
DROP TRIGGER IF EXISTS scheme_version_no_delete;
CREATE TRIGGER scheme_version_no_delete BEFORE DELETE ON scheme_version
WHEN OLD.state <> 'draft'
BEGIN SELECT RAISE(ABORT, 'append_only:scheme_version'); END;

DROP TRIGGER IF EXISTS studio_scheme_change_only_withdrawn;
CREATE TRIGGER studio_scheme_change_only_withdrawn BEFORE UPDATE ON studio_scheme_change
WHEN OLD.withdrawn_at IS NOT NULL OR NEW.withdrawn_at IS NULL OR NEW.id IS NOT OLD.id OR NEW.studio_id IS NOT OLD.studio_id
  OR NEW.from_code IS NOT OLD.from_code OR NEW.from_version IS NOT OLD.from_version OR NEW.to_code IS NOT OLD.to_code OR NEW.to_version IS NOT OLD.to_version
  OR NEW.from_on IS NOT OLD.from_on OR NEW.reason IS NOT OLD.reason OR NEW.created_at IS NOT OLD.created_at
BEGIN SELECT RAISE(ABORT, 'append_only:studio_scheme_change'); END;
DROP TRIGGER IF EXISTS studio_scheme_change_no_delete;
CREATE TRIGGER studio_scheme_change_no_delete BEFORE DELETE ON studio_scheme_change
BEGIN SELECT RAISE(ABORT, 'append_only:studio_scheme_change'); END;
