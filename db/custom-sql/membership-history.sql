-- A membership is ended or voided, each once; nothing else about it ever changes, and it is never removed.

DROP TRIGGER IF EXISTS membership_no_delete;
CREATE TRIGGER membership_no_delete BEFORE DELETE ON membership
BEGIN SELECT RAISE(ABORT, 'append_only:membership'); END;

DROP TRIGGER IF EXISTS membership_only_ends;
CREATE TRIGGER membership_only_ends BEFORE UPDATE ON membership
WHEN NEW.id IS NOT OLD.id OR NEW.studio_id IS NOT OLD.studio_id OR NEW.person_id IS NOT OLD.person_id
  OR NEW.role IS NOT OLD.role OR NEW.from_on IS NOT OLD.from_on
  OR NEW.exception_reason IS NOT OLD.exception_reason OR NEW.created_at IS NOT OLD.created_at
  OR (OLD.to_on IS NOT NULL AND NEW.to_on IS NOT OLD.to_on)
  OR (OLD.end_reason IS NOT NULL AND NEW.end_reason IS NOT OLD.end_reason)
  OR (OLD.voided_at IS NOT NULL AND NEW.voided_at IS NOT OLD.voided_at)
  OR (OLD.void_reason IS NOT NULL AND NEW.void_reason IS NOT OLD.void_reason)
BEGIN SELECT RAISE(ABORT, 'append_only:membership'); END;
