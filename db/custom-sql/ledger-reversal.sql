-- 红字冲销: a reversal undoes one whole entry of the same fund, and a reversal is not itself undone.

DROP TRIGGER IF EXISTS ledger_entry_reversal_names_entry;
CREATE TRIGGER ledger_entry_reversal_names_entry BEFORE INSERT ON ledger_entry
WHEN (NEW.kind = 'reversal') <> (NEW.reverses_entry_id IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'reversal_names_entry:ledger_entry'); END;

DROP TRIGGER IF EXISTS ledger_entry_reversal_is_opposite;
CREATE TRIGGER ledger_entry_reversal_is_opposite BEFORE INSERT ON ledger_entry
WHEN NEW.reverses_entry_id IS NOT NULL AND NOT EXISTS (
  SELECT 1 FROM ledger_entry AS undone
  WHERE undone.id = NEW.reverses_entry_id AND undone.fund_id = NEW.fund_id
    AND undone.kind <> 'reversal' AND undone.amount_fen = -NEW.amount_fen
)
BEGIN SELECT RAISE(ABORT, 'reversal_is_opposite:ledger_entry'); END;
