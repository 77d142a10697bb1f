-- Who was on duty and what was seen then is kept: a shift keeps its post, every change of its person leaves a row that only grows, a swap
-- that is over and the round of a log do not change, and none of them is deleted.

DROP TRIGGER IF EXISTS duty_shift_keeps_its_post;
CREATE TRIGGER duty_shift_keeps_its_post BEFORE UPDATE ON duty_shift
WHEN NEW.id IS NOT OLD.id OR NEW.plan_id IS NOT OLD.plan_id OR NEW.on_day IS NOT OLD.on_day OR NEW.slot_key IS NOT OLD.slot_key OR NEW.place IS NOT OLD.place
  OR NEW.post IS NOT OLD.post OR NEW.generation_id IS NOT OLD.generation_id OR NEW.created_at IS NOT OLD.created_at
BEGIN SELECT RAISE(ABORT, 'append_only:duty_shift'); END;
DROP TRIGGER IF EXISTS duty_shift_no_delete;
CREATE TRIGGER duty_shift_no_delete BEFORE DELETE ON duty_shift
BEGIN SELECT RAISE(ABORT, 'append_only:duty_shift'); END;
DROP TRIGGER IF EXISTS duty_shift_person_with_a_change;
CREATE TRIGGER duty_shift_person_with_a_change BEFORE UPDATE ON duty_shift
WHEN NEW.person_id IS NOT OLD.person_id AND NOT EXISTS (
  SELECT 1 FROM shift_change WHERE shift_id = OLD.id AND from_person_id IS OLD.person_id AND to_person_id IS NEW.person_id AND changed_at = NEW.updated_at
)
BEGIN SELECT RAISE(ABORT, 'append_only:duty_shift'); END;

DROP TRIGGER IF EXISTS shift_change_no_update;
CREATE TRIGGER shift_change_no_update BEFORE UPDATE ON shift_change
BEGIN SELECT RAISE(ABORT, 'append_only:shift_change'); END;
DROP TRIGGER IF EXISTS shift_change_no_delete;
CREATE TRIGGER shift_change_no_delete BEFORE DELETE ON shift_change
BEGIN SELECT RAISE(ABORT, 'append_only:shift_change'); END;

DROP TRIGGER IF EXISTS shift_swap_keeps_what_is_over;
CREATE TRIGGER shift_swap_keeps_what_is_over BEFORE UPDATE ON shift_swap
WHEN OLD.state IN ('done', 'refused', 'withdrawn') OR NEW.shift_id IS NOT OLD.shift_id OR NEW.asked_by_person_id IS NOT OLD.asked_by_person_id
  OR NEW.with_person_id IS NOT OLD.with_person_id OR NEW.in_exchange_shift_id IS NOT OLD.in_exchange_shift_id
BEGIN SELECT RAISE(ABORT, 'append_only:shift_swap'); END;
DROP TRIGGER IF EXISTS shift_swap_no_delete;
CREATE TRIGGER shift_swap_no_delete BEFORE DELETE ON shift_swap
BEGIN SELECT RAISE(ABORT, 'append_only:shift_swap'); END;

DROP TRIGGER IF EXISTS duty_log_keeps_its_round;
CREATE TRIGGER duty_log_keeps_its_round BEFORE UPDATE ON duty_log
WHEN NEW.id IS NOT OLD.id OR NEW.plan_id IS NOT OLD.plan_id OR NEW.on_day IS NOT OLD.on_day OR NEW.slot_key IS NOT OLD.slot_key OR NEW.place IS NOT OLD.place
  OR NEW.created_at IS NOT OLD.created_at
BEGIN SELECT RAISE(ABORT, 'append_only:duty_log'); END;
DROP TRIGGER IF EXISTS duty_log_no_delete;
CREATE TRIGGER duty_log_no_delete BEFORE DELETE ON duty_log
BEGIN SELECT RAISE(ABORT, 'append_only:duty_log'); END;
