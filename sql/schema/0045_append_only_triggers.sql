-- Rows of the append only tables are not changed or deleted, whatever rights a user has.
--
-- A session that has to change one of them names it first, in a comma-separated list:
--   SET @append_only_except = 'permit_paper'
-- The program does so in sql/append_only.cc alone, where an issued paper is drawn anew. TRUNCATE and
-- DROP, which no trigger sees, need a right that the site's user does not have.

CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit FOR EACH ROW
IF COALESCE(FIND_IN_SET('audit', @append_only_except), 0) = 0
THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'audit is append only'; END IF;

CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit FOR EACH ROW
IF COALESCE(FIND_IN_SET('audit', @append_only_except), 0) = 0
THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'audit is append only'; END IF;

CREATE TRIGGER audit_seal_no_update BEFORE UPDATE ON audit_seal FOR EACH ROW
IF COALESCE(FIND_IN_SET('audit_seal', @append_only_except), 0) = 0
THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'audit_seal is append only'; END IF;

CREATE TRIGGER audit_seal_no_delete BEFORE DELETE ON audit_seal FOR EACH ROW
IF COALESCE(FIND_IN_SET('audit_seal', @append_only_except), 0) = 0
THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'audit_seal is append only'; END IF;

CREATE TRIGGER case_history_no_update BEFORE UPDATE ON case_history FOR EACH ROW
IF COALESCE(FIND_IN_SET('case_history', @append_only_except), 0) = 0
THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'case_history is append only'; END IF;

CREATE TRIGGER case_history_no_delete BEFORE DELETE ON case_history FOR EACH ROW
IF COALESCE(FIND_IN_SET('case_history', @append_only_except), 0) = 0
THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'case_history is append only'; END IF;

CREATE TRIGGER ledger_entry_no_update BEFORE UPDATE ON ledger_entry FOR EACH ROW
IF COALESCE(FIND_IN_SET('ledger_entry', @append_only_except), 0) = 0
THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'ledger_entry is append only'; END IF;

CREATE TRIGGER ledger_entry_no_delete BEFORE DELETE ON ledger_entry FOR EACH ROW
IF COALESCE(FIND_IN_SET('ledger_entry', @append_only_except), 0) = 0
THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'ledger_entry is append only'; END IF;

CREATE TRIGGER payment_history_no_update BEFORE UPDATE ON payment_history FOR EACH ROW
IF COALESCE(FIND_IN_SET('payment_history', @append_only_except), 0) = 0
THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'payment_history is append only'; END IF;

CREATE TRIGGER payment_history_no_delete BEFORE DELETE ON payment_history FOR EACH ROW
IF COALESCE(FIND_IN_SET('payment_history', @append_only_except), 0) = 0
THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'payment_history is append only'; END IF;

CREATE TRIGGER permit_paper_no_update BEFORE UPDATE ON permit_paper FOR EACH ROW
IF COALESCE(FIND_IN_SET('permit_paper', @append_only_except), 0) = 0
THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'permit_paper is append only'; END IF;

CREATE TRIGGER permit_paper_no_delete BEFORE DELETE ON permit_paper FOR EACH ROW
IF COALESCE(FIND_IN_SET('permit_paper', @append_only_except), 0) = 0
THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'permit_paper is append only'; END IF;

CREATE TRIGGER permit_revocation_no_update BEFORE UPDATE ON permit_revocation FOR EACH ROW
IF COALESCE(FIND_IN_SET('permit_revocation', @append_only_except), 0) = 0
THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'permit_revocation is append only'; END IF;

CREATE TRIGGER permit_revocation_no_delete BEFORE DELETE ON permit_revocation FOR EACH ROW
IF COALESCE(FIND_IN_SET('permit_revocation', @append_only_except), 0) = 0
THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'permit_revocation is append only'; END IF;

CREATE TRIGGER permit_seal_no_update BEFORE UPDATE ON permit_seal FOR EACH ROW
IF COALESCE(FIND_IN_SET('permit_seal', @append_only_except), 0) = 0
THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'permit_seal is append only'; END IF;

CREATE TRIGGER permit_seal_no_delete BEFORE DELETE ON permit_seal FOR EACH ROW
IF COALESCE(FIND_IN_SET('permit_seal', @append_only_except), 0) = 0
THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'permit_seal is append only'; END IF;

CREATE TRIGGER receipt_no_update BEFORE UPDATE ON receipt FOR EACH ROW
IF COALESCE(FIND_IN_SET('receipt', @append_only_except), 0) = 0
THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'receipt is append only'; END IF;

CREATE TRIGGER receipt_no_delete BEFORE DELETE ON receipt FOR EACH ROW
IF COALESCE(FIND_IN_SET('receipt', @append_only_except), 0) = 0
THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'receipt is append only'; END IF;

CREATE TRIGGER receipt_paper_no_update BEFORE UPDATE ON receipt_paper FOR EACH ROW
IF COALESCE(FIND_IN_SET('receipt_paper', @append_only_except), 0) = 0
THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'receipt_paper is append only'; END IF;

CREATE TRIGGER receipt_paper_no_delete BEFORE DELETE ON receipt_paper FOR EACH ROW
IF COALESCE(FIND_IN_SET('receipt_paper', @append_only_except), 0) = 0
THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'receipt_paper is append only'; END IF;
