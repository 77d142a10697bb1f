CREATE TABLE `account` (
	`id` text PRIMARY KEY NOT NULL,
	`sign_in_name` text NOT NULL,
	`display_name` text NOT NULL,
	`role` text NOT NULL,
	`person_id` text,
	`password_hash` text NOT NULL,
	`wrapped_data_key` text NOT NULL,
	`must_change_password` integer DEFAULT false NOT NULL,
	`failed_attempts` integer DEFAULT 0 NOT NULL,
	`retry_after_at` text,
	`last_sign_in_at` text,
	`disabled_at` text,
	`revision` integer DEFAULT 1 NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `account_sign_in_name_unique` ON `account` (`sign_in_name`);--> statement-breakpoint
CREATE TABLE `preference` (
	`account_id` text NOT NULL,
	`key` text NOT NULL,
	`value` text NOT NULL,
	`updated_at` text NOT NULL,
	PRIMARY KEY(`account_id`, `key`),
	FOREIGN KEY (`account_id`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `recovery_key` (
	`id` text PRIMARY KEY NOT NULL,
	`wrapped_data_key` text NOT NULL,
	`created_at` text NOT NULL,
	`retired_at` text
);
--> statement-breakpoint
CREATE TABLE `activity_filing` (
	`id` text PRIMARY KEY NOT NULL,
	`activity_id` text NOT NULL,
	`ordinal` integer NOT NULL,
	`title` text NOT NULL,
	`held_on` text NOT NULL,
	`place` text,
	`audience` text,
	`headcount` integer,
	`note` text,
	`submitted_at` text NOT NULL,
	`submitted_by_account_id` text NOT NULL,
	`withdrawn_at` text,
	`decision` text,
	`decided_at` text,
	`decided_by_account_id` text,
	`approved_on` text,
	`approver` text,
	`file_no` text,
	`decision_note` text,
	FOREIGN KEY (`activity_id`) REFERENCES `activity`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`submitted_by_account_id`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by_account_id`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `activity_filing_by_activity` ON `activity_filing` (`activity_id`,`ordinal`);--> statement-breakpoint
CREATE TABLE `activity_series` (
	`id` text PRIMARY KEY NOT NULL,
	`studio_id` text NOT NULL,
	`term_key` text NOT NULL,
	`kind` text NOT NULL,
	`title` text NOT NULL,
	`rhythm` text NOT NULL,
	`weekday` integer NOT NULL,
	`weeks` text NOT NULL,
	`from_on` text NOT NULL,
	`to_on` text NOT NULL,
	`start_time` text,
	`end_time` text,
	`place` text,
	`chair_person_id` text,
	`source_ref` text,
	`ended_at` text,
	`revision` integer DEFAULT 1 NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	FOREIGN KEY (`studio_id`) REFERENCES `studio`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`term_key`) REFERENCES `term`(`key`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`chair_person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `activity_series_by_studio_term` ON `activity_series` (`studio_id`,`term_key`);--> statement-breakpoint
CREATE TABLE `activity` (
	`id` text PRIMARY KEY NOT NULL,
	`studio_id` text NOT NULL,
	`term_key` text NOT NULL,
	`kind` text NOT NULL,
	`title` text NOT NULL,
	`theme_id` text,
	`held_on` text NOT NULL,
	`start_time` text,
	`end_time` text,
	`place` text,
	`level` text,
	`chair_person_id` text,
	`recorder_person_id` text,
	`central_speaker` text,
	`experts` text,
	`agenda` text,
	`minutes` text,
	`resolutions` text,
	`series_id` text,
	`cancelled_at` text,
	`cancelled_reason` text,
	`replaces_id` text,
	`revision` integer DEFAULT 1 NOT NULL,
	`removed_at` text,
	`removed_reason` text,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	FOREIGN KEY (`studio_id`) REFERENCES `studio`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`term_key`) REFERENCES `term`(`key`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`theme_id`) REFERENCES `theme`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`chair_person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`recorder_person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`series_id`) REFERENCES `activity_series`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`replaces_id`) REFERENCES `activity`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `activity_by_studio_day` ON `activity` (`studio_id`,`held_on`);--> statement-breakpoint
CREATE INDEX `activity_by_term` ON `activity` (`term_key`);--> statement-breakpoint
CREATE INDEX `activity_by_series` ON `activity` (`series_id`);--> statement-breakpoint
CREATE INDEX `activity_by_theme` ON `activity` (`theme_id`);--> statement-breakpoint
CREATE TABLE `attachment` (
	`id` text PRIMARY KEY NOT NULL,
	`owner_kind` text NOT NULL,
	`owner_id` text NOT NULL,
	`sha256` text NOT NULL,
	`file_name` text NOT NULL,
	`caption` text,
	`added_at` text NOT NULL,
	`removed_at` text,
	`removed_reason` text,
	FOREIGN KEY (`sha256`) REFERENCES `stored_file`(`sha256`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `attachment_by_owner` ON `attachment` (`owner_kind`,`owner_id`);--> statement-breakpoint
CREATE TABLE `attendance` (
	`activity_id` text NOT NULL,
	`person_id` text NOT NULL,
	`mark` text NOT NULL,
	`note` text,
	PRIMARY KEY(`activity_id`, `person_id`),
	FOREIGN KEY (`activity_id`) REFERENCES `activity`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `attendance_by_person` ON `attendance` (`person_id`);--> statement-breakpoint
CREATE TABLE `stored_file` (
	`sha256` text PRIMARY KEY NOT NULL,
	`bytes` integer NOT NULL,
	`media_type` text NOT NULL,
	`stored_at` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `audit_log` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` text NOT NULL,
	`account_id` text,
	`actor_name` text NOT NULL,
	`action` text NOT NULL,
	`summary` text NOT NULL,
	`changes` text NOT NULL,
	`previous_seal` text NOT NULL,
	`seal` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `audit_subject` (
	`seq` integer NOT NULL,
	`kind` text NOT NULL,
	`subject_id` text NOT NULL,
	FOREIGN KEY (`seq`) REFERENCES `audit_log`(`seq`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `audit_subject_by_record` ON `audit_subject` (`kind`,`subject_id`);--> statement-breakpoint
CREATE TABLE `data_folder` (
	`program` text PRIMARY KEY NOT NULL,
	`folder_id` text NOT NULL,
	`created_at` text NOT NULL,
	`written_by_version` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `document` (
	`id` text PRIMARY KEY NOT NULL,
	`form_code` text NOT NULL,
	`title` text NOT NULL,
	`studio_id` text NOT NULL,
	`subject_kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`term_key` text,
	`relative_path` text NOT NULL,
	`sha256` text NOT NULL,
	`shows_numbers` integer NOT NULL,
	`made_at` text NOT NULL,
	`made_by_account_id` text NOT NULL,
	FOREIGN KEY (`studio_id`) REFERENCES `studio`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `document_by_subject` ON `document` (`subject_kind`,`subject_id`);--> statement-breakpoint
CREATE INDEX `document_by_studio` ON `document` (`studio_id`,`made_at`);--> statement-breakpoint
CREATE TABLE `feedback_form` (
	`id` text PRIMARY KEY NOT NULL,
	`on_day` text NOT NULL,
	`source` text NOT NULL,
	`class_id` text,
	`person_id` text,
	`text` text NOT NULL,
	`forwarded_to_person_id` text,
	`forwarded_on` text,
	`answer` text,
	`answered_on` text,
	`revision` integer DEFAULT 1 NOT NULL,
	`removed_at` text,
	`removed_reason` text,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	FOREIGN KEY (`class_id`) REFERENCES `school_class`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`forwarded_to_person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `feedback_form_by_day` ON `feedback_form` (`on_day`);--> statement-breakpoint
CREATE TABLE `finding_step` (
	`id` text PRIMARY KEY NOT NULL,
	`finding_id` text NOT NULL,
	`kind` text NOT NULL,
	`note` text,
	`at` text NOT NULL,
	`on_day` text NOT NULL,
	`ordinal` integer NOT NULL,
	`by_account_id` text NOT NULL,
	FOREIGN KEY (`finding_id`) REFERENCES `finding`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_account_id`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `finding_step_order` ON `finding_step` (`finding_id`,`ordinal`);--> statement-breakpoint
CREATE TABLE `finding` (
	`id` text PRIMARY KEY NOT NULL,
	`inspection_id` text,
	`feedback_id` text,
	`class_id` text,
	`person_id` text,
	`department` text,
	`item` text NOT NULL,
	`severity` text NOT NULL,
	`text` text NOT NULL,
	`found_on` text NOT NULL,
	`due_on` text,
	`responsible_person_id` text,
	`revision` integer DEFAULT 1 NOT NULL,
	`removed_at` text,
	`removed_reason` text,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	FOREIGN KEY (`inspection_id`) REFERENCES `inspection`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`feedback_id`) REFERENCES `feedback_form`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`class_id`) REFERENCES `school_class`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`responsible_person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `finding_by_inspection` ON `finding` (`inspection_id`);--> statement-breakpoint
CREATE INDEX `finding_by_day` ON `finding` (`found_on`);--> statement-breakpoint
CREATE INDEX `finding_by_responsible` ON `finding` (`responsible_person_id`);--> statement-breakpoint
CREATE TABLE `inspection_briefing` (
	`id` text PRIMARY KEY NOT NULL,
	`inspection_id` text NOT NULL,
	`told_on` text NOT NULL,
	`audience` text NOT NULL,
	`departments` text,
	`text` text NOT NULL,
	`by_account_id` text NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	`removed_at` text,
	`removed_reason` text,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	FOREIGN KEY (`inspection_id`) REFERENCES `inspection`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_account_id`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `inspection_briefing_by_inspection` ON `inspection_briefing` (`inspection_id`);--> statement-breakpoint
CREATE TABLE `inspection_checklist` (
	`id` text PRIMARY KEY NOT NULL,
	`document` text NOT NULL,
	`copied_from` text,
	`revision` integer DEFAULT 1 NOT NULL,
	`removed_at` text,
	`removed_reason` text,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `inspection_inspector` (
	`inspection_id` text NOT NULL,
	`person_id` text NOT NULL,
	`ordinal` integer NOT NULL,
	PRIMARY KEY(`inspection_id`, `person_id`),
	FOREIGN KEY (`inspection_id`) REFERENCES `inspection`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `inspection` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`form` text NOT NULL,
	`title` text NOT NULL,
	`starts_on` text NOT NULL,
	`ends_on` text NOT NULL,
	`scope` text,
	`items` text NOT NULL,
	`report` text DEFAULT '' NOT NULL,
	`closed_on` text,
	`revision` integer DEFAULT 1 NOT NULL,
	`removed_at` text,
	`removed_reason` text,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	CONSTRAINT "inspection_days_in_order" CHECK("inspection"."starts_on" <= "inspection"."ends_on")
);
--> statement-breakpoint
CREATE INDEX `inspection_by_day` ON `inspection` (`starts_on`);--> statement-breakpoint
CREATE TABLE `school_class` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`grade` text,
	`homeroom_person_id` text,
	`from_term_key` text NOT NULL,
	`until_term_key` text,
	`ordinal` integer NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	`removed_at` text,
	`removed_reason` text,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	FOREIGN KEY (`homeroom_person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "school_class_terms_in_order" CHECK("school_class"."until_term_key" is null or "school_class"."from_term_key" <= "school_class"."until_term_key")
);
--> statement-breakpoint
CREATE TABLE `weekly_log` (
	`id` text PRIMARY KEY NOT NULL,
	`class_id` text NOT NULL,
	`week_starts_on` text NOT NULL,
	`handed_in_on` text NOT NULL,
	`entered_by_account_id` text NOT NULL,
	`progress` text,
	`practice` text,
	`homework` text,
	`lessons_planned` integer,
	`lessons_held` integer,
	`homework_assigned` integer,
	`homework_corrected` integer,
	`remark` text,
	`revision` integer DEFAULT 1 NOT NULL,
	`removed_at` text,
	`removed_reason` text,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	FOREIGN KEY (`class_id`) REFERENCES `school_class`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`entered_by_account_id`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `weekly_log_one_per_class_week` ON `weekly_log` (`class_id`,`week_starts_on`) WHERE removed_at is null;--> statement-breakpoint
CREATE INDEX `weekly_log_by_week` ON `weekly_log` (`week_starts_on`);--> statement-breakpoint
CREATE TABLE `weekly_summary` (
	`week_starts_on` text PRIMARY KEY NOT NULL,
	`text` text NOT NULL,
	`published_on` text,
	`revision` integer DEFAULT 1 NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `allotment_count` (
	`entry_id` text NOT NULL,
	`person_id` text NOT NULL,
	`membership_id` text NOT NULL,
	`person_name` text NOT NULL,
	`role` text NOT NULL,
	PRIMARY KEY(`entry_id`, `person_id`),
	FOREIGN KEY (`entry_id`) REFERENCES `ledger_entry`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`membership_id`) REFERENCES `membership`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `fund` (
	`id` text PRIMARY KEY NOT NULL,
	`studio_id` text NOT NULL,
	`name` text NOT NULL,
	`created_at` text NOT NULL,
	FOREIGN KEY (`studio_id`) REFERENCES `studio`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `fund_studio_id_unique` ON `fund` (`studio_id`);--> statement-breakpoint
CREATE TABLE `ledger_entry` (
	`id` text PRIMARY KEY NOT NULL,
	`fund_id` text NOT NULL,
	`entry_no` integer NOT NULL,
	`kind` text NOT NULL,
	`happened_on` text NOT NULL,
	`term_key` text NOT NULL,
	`fiscal_year` integer NOT NULL,
	`amount_fen` integer NOT NULL,
	`summary` text NOT NULL,
	`category` text,
	`payee` text,
	`invoice_code` text,
	`invoice_no` text,
	`activity_id` text,
	`handled_by` text,
	`witnessed_by` text,
	`approved_by` text,
	`note` text,
	`reverses_entry_id` text,
	`allotment_basis` text,
	`posted_at` text NOT NULL,
	`posted_by_account_id` text NOT NULL,
	FOREIGN KEY (`fund_id`) REFERENCES `fund`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`term_key`) REFERENCES `term`(`key`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`activity_id`) REFERENCES `activity`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "ledger_entry_amount_is_whole_fen" CHECK(typeof("ledger_entry"."amount_fen") = 'integer' and "ledger_entry"."amount_fen" <> 0)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `ledger_entry_reverses_entry_id_unique` ON `ledger_entry` (`reverses_entry_id`);--> statement-breakpoint
CREATE INDEX `ledger_entry_by_term` ON `ledger_entry` (`fund_id`,`term_key`);--> statement-breakpoint
CREATE INDEX `ledger_entry_by_invoice` ON `ledger_entry` (`invoice_no`);--> statement-breakpoint
CREATE UNIQUE INDEX `ledger_entry_number` ON `ledger_entry` (`fund_id`,`entry_no`);--> statement-breakpoint
CREATE TABLE `outcome_person` (
	`outcome_id` text NOT NULL,
	`person_id` text NOT NULL,
	`part` text NOT NULL,
	`place` integer,
	`ordinal` integer NOT NULL,
	PRIMARY KEY(`outcome_id`, `person_id`),
	FOREIGN KEY (`outcome_id`) REFERENCES `outcome`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `outcome_person_by_person` ON `outcome_person` (`person_id`);--> statement-breakpoint
CREATE TABLE `outcome` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`title` text NOT NULL,
	`on_day` text NOT NULL,
	`until_day` text,
	`for_period` text,
	`studio_id` text,
	`level_key` text,
	`characters` integer,
	`quantity` real DEFAULT 1 NOT NULL,
	`metric_key` text,
	`details` text NOT NULL,
	`search` text NOT NULL,
	`activity_id` text,
	`state` text NOT NULL,
	`return_reason` text,
	`confirmed_at` text,
	`confirmed_by_account_id` text,
	`entered_by_account_id` text NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	`removed_at` text,
	`removed_reason` text,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	FOREIGN KEY (`studio_id`) REFERENCES `studio`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`activity_id`) REFERENCES `activity`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`confirmed_by_account_id`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`entered_by_account_id`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "outcome_quantity_above_none" CHECK("outcome"."quantity" > 0)
);
--> statement-breakpoint
CREATE INDEX `outcome_by_day` ON `outcome` (`on_day`);--> statement-breakpoint
CREATE INDEX `outcome_by_studio_day` ON `outcome` (`studio_id`,`on_day`);--> statement-breakpoint
CREATE INDEX `outcome_by_activity` ON `outcome` (`activity_id`);--> statement-breakpoint
CREATE TABLE `person` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`name_search` text NOT NULL,
	`sex` text,
	`born_on` text,
	`id_number_cipher` text,
	`id_number_hmac` text,
	`phone_cipher` text,
	`phone_hmac` text,
	`ethnicity` text,
	`political_status` text,
	`education` text,
	`degree` text,
	`graduated_from` text,
	`school_name` text,
	`post` text,
	`subject` text,
	`school_stage` text,
	`professional_title` text,
	`title_granted_on` text,
	`teaching_since` text,
	`homeroom_years` real,
	`honours` text,
	`email` text,
	`staff_no` text,
	`photo_file_sha256` text,
	`note` text,
	`revision` integer DEFAULT 1 NOT NULL,
	`removed_at` text,
	`removed_reason` text,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `person_by_name` ON `person` (`name`);--> statement-breakpoint
CREATE INDEX `person_by_id_number` ON `person` (`id_number_hmac`);--> statement-breakpoint
CREATE TABLE `roster_heading` (
	`heading` text PRIMARY KEY NOT NULL,
	`field` text NOT NULL,
	`remembered_on` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `roster_import_row` (
	`import_id` text NOT NULL,
	`row_number` integer NOT NULL,
	`person_id` text NOT NULL,
	`action` text NOT NULL,
	`before` text,
	`revision_after` integer NOT NULL,
	PRIMARY KEY(`import_id`, `row_number`),
	FOREIGN KEY (`import_id`) REFERENCES `roster_import`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `roster_import` (
	`id` text PRIMARY KEY NOT NULL,
	`file_name` text NOT NULL,
	`file_sha256` text NOT NULL,
	`imported_at` text NOT NULL,
	`account_id` text NOT NULL,
	`rows_read` integer NOT NULL,
	`added` integer NOT NULL,
	`updated` integer NOT NULL,
	`skipped` integer NOT NULL,
	`undone_at` text
);
--> statement-breakpoint
CREATE TABLE `scheme_version` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`version` text NOT NULL,
	`title` text NOT NULL,
	`base_code` text,
	`base_version` text,
	`document` text NOT NULL,
	`sha256` text NOT NULL,
	`state` text NOT NULL,
	`holds_from_on` text,
	`put_in_force_at` text,
	`retired_at` text,
	`retired_reason` text,
	`revision` integer DEFAULT 1 NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	CONSTRAINT "scheme_version_state" CHECK("scheme_version"."state" in ('draft', 'inForce', 'retired')),
	CONSTRAINT "scheme_version_in_force_since" CHECK(("scheme_version"."state" = 'draft') = ("scheme_version"."holds_from_on" is null))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `scheme_version_key` ON `scheme_version` (`code`,`version`);--> statement-breakpoint
CREATE TABLE `studio_scheme_change` (
	`id` text PRIMARY KEY NOT NULL,
	`studio_id` text NOT NULL,
	`from_code` text NOT NULL,
	`from_version` text NOT NULL,
	`to_code` text NOT NULL,
	`to_version` text NOT NULL,
	`from_on` text NOT NULL,
	`reason` text NOT NULL,
	`withdrawn_at` text,
	`withdraw_reason` text,
	`created_at` text NOT NULL,
	FOREIGN KEY (`studio_id`) REFERENCES `studio`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `studio_scheme_change_by_studio` ON `studio_scheme_change` (`studio_id`);--> statement-breakpoint
CREATE TABLE `holiday` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`starts_on` text NOT NULL,
	`ends_on` text NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	CONSTRAINT "holiday_days_in_order" CHECK("holiday"."starts_on" <= "holiday"."ends_on")
);
--> statement-breakpoint
CREATE TABLE `school` (
	`id` integer PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`short_name` text,
	`bureau_name` text NOT NULL,
	`county` text,
	`logo_file_sha256` text,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	CONSTRAINT "school_only_one" CHECK("school"."id" = 1)
);
--> statement-breakpoint
CREATE TABLE `setting` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL,
	`updated_at` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `term` (
	`key` text PRIMARY KEY NOT NULL,
	`school_year` integer NOT NULL,
	`ordinal` integer NOT NULL,
	`starts_on` text NOT NULL,
	`ends_on` text NOT NULL,
	`teaching_starts_on` text NOT NULL,
	`teaching_ends_on` text NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	CONSTRAINT "term_ordinal" CHECK("term"."ordinal" in (1, 2)),
	CONSTRAINT "term_days_in_order" CHECK("term"."starts_on" <= "term"."teaching_starts_on" and "term"."teaching_starts_on" <= "term"."teaching_ends_on" and "term"."teaching_ends_on" <= "term"."ends_on")
);
--> statement-breakpoint
CREATE UNIQUE INDEX `term_year_ordinal` ON `term` (`school_year`,`ordinal`);--> statement-breakpoint
CREATE TABLE `duty_log` (
	`id` text PRIMARY KEY NOT NULL,
	`plan_id` text NOT NULL,
	`on_day` text NOT NULL,
	`slot_key` text NOT NULL,
	`place` text NOT NULL,
	`items` text NOT NULL,
	`findings` integer NOT NULL,
	`classes` text,
	`teachers_late` integer DEFAULT 0 NOT NULL,
	`teachers_absent` integer DEFAULT 0 NOT NULL,
	`students_expected` integer,
	`students_present` integer,
	`incidents` text,
	`remark` text,
	`handed_over_to_person_id` text,
	`written_by_person_id` text,
	`written_by_account_id` text NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	FOREIGN KEY (`plan_id`) REFERENCES `shift_plan`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`handed_over_to_person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`written_by_person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`written_by_account_id`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "duty_log_counts" CHECK("duty_log"."teachers_late" >= 0 and "duty_log"."teachers_absent" >= 0 and "duty_log"."findings" >= 0)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `duty_log_one_a_round` ON `duty_log` (`plan_id`,`on_day`,`slot_key`,`place`);--> statement-breakpoint
CREATE INDEX `duty_log_by_day` ON `duty_log` (`on_day`);--> statement-breakpoint
CREATE TABLE `duty_shift` (
	`id` text PRIMARY KEY NOT NULL,
	`plan_id` text NOT NULL,
	`on_day` text NOT NULL,
	`slot_key` text NOT NULL,
	`place` text NOT NULL,
	`post` integer NOT NULL,
	`person_id` text,
	`source` text NOT NULL,
	`reason` text,
	`generation_id` text NOT NULL,
	`dropped_by_generation_id` text,
	`revision` integer DEFAULT 1 NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	FOREIGN KEY (`plan_id`) REFERENCES `shift_plan`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`generation_id`) REFERENCES `shift_generation`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`dropped_by_generation_id`) REFERENCES `shift_generation`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `duty_shift_one_a_post` ON `duty_shift` (`plan_id`,`on_day`,`slot_key`,`place`,`post`) WHERE dropped_by_generation_id is null;--> statement-breakpoint
CREATE INDEX `duty_shift_by_day` ON `duty_shift` (`on_day`);--> statement-breakpoint
CREATE INDEX `duty_shift_by_person` ON `duty_shift` (`person_id`,`on_day`);--> statement-breakpoint
CREATE TABLE `shift_change` (
	`id` text PRIMARY KEY NOT NULL,
	`shift_id` text NOT NULL,
	`from_person_id` text,
	`to_person_id` text,
	`source` text NOT NULL,
	`reason` text NOT NULL,
	`changed_at` text NOT NULL,
	`changed_by_account_id` text NOT NULL,
	FOREIGN KEY (`shift_id`) REFERENCES `duty_shift`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`from_person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`to_person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`changed_by_account_id`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `shift_change_by_shift` ON `shift_change` (`shift_id`);--> statement-breakpoint
CREATE TABLE `shift_generation` (
	`id` text PRIMARY KEY NOT NULL,
	`plan_id` text NOT NULL,
	`ordinal` integer NOT NULL,
	`from_on` text NOT NULL,
	`made_at` text NOT NULL,
	`made_by_account_id` text NOT NULL,
	`undone_at` text,
	FOREIGN KEY (`plan_id`) REFERENCES `shift_plan`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`made_by_account_id`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `shift_generation_in_order` ON `shift_generation` (`plan_id`,`ordinal`);--> statement-breakpoint
CREATE TABLE `shift_plan` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`term_key` text NOT NULL,
	`from_on` text NOT NULL,
	`to_on` text NOT NULL,
	`rule` text NOT NULL,
	`state` text NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	`removed_at` text,
	`removed_reason` text,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	FOREIGN KEY (`term_key`) REFERENCES `term`(`key`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "shift_plan_days_in_order" CHECK("shift_plan"."from_on" <= "shift_plan"."to_on")
);
--> statement-breakpoint
CREATE INDEX `shift_plan_by_term` ON `shift_plan` (`term_key`);--> statement-breakpoint
CREATE TABLE `shift_pool` (
	`plan_id` text NOT NULL,
	`person_id` text NOT NULL,
	`ordinal` integer NOT NULL,
	`unable` text NOT NULL,
	PRIMARY KEY(`plan_id`, `person_id`),
	FOREIGN KEY (`plan_id`) REFERENCES `shift_plan`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `shift_swap` (
	`id` text PRIMARY KEY NOT NULL,
	`shift_id` text NOT NULL,
	`asked_by_person_id` text NOT NULL,
	`with_person_id` text NOT NULL,
	`in_exchange_shift_id` text,
	`reason` text NOT NULL,
	`state` text NOT NULL,
	`paper_note` text,
	`answer` text,
	`consented_at` text,
	`decided_at` text,
	`revision` integer DEFAULT 1 NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	FOREIGN KEY (`shift_id`) REFERENCES `duty_shift`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`asked_by_person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`with_person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`in_exchange_shift_id`) REFERENCES `duty_shift`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `shift_swap_by_shift` ON `shift_swap` (`shift_id`);--> statement-breakpoint
CREATE INDEX `shift_swap_by_person` ON `shift_swap` (`with_person_id`);--> statement-breakpoint
CREATE TABLE `membership` (
	`id` text PRIMARY KEY NOT NULL,
	`studio_id` text NOT NULL,
	`person_id` text NOT NULL,
	`role` text NOT NULL,
	`from_on` text NOT NULL,
	`to_on` text,
	`end_reason` text,
	`exception_reason` text,
	`voided_at` text,
	`void_reason` text,
	`created_at` text NOT NULL,
	FOREIGN KEY (`studio_id`) REFERENCES `studio`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "membership_days_in_order" CHECK("membership"."to_on" is null or "membership"."from_on" <= "membership"."to_on")
);
--> statement-breakpoint
CREATE INDEX `membership_by_studio` ON `membership` (`studio_id`);--> statement-breakpoint
CREATE INDEX `membership_by_person` ON `membership` (`person_id`);--> statement-breakpoint
CREATE TABLE `studio_cycle` (
	`id` text PRIMARY KEY NOT NULL,
	`studio_id` text NOT NULL,
	`ordinal` integer NOT NULL,
	`starts_on` text NOT NULL,
	`ends_on` text NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	FOREIGN KEY (`studio_id`) REFERENCES `studio`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "studio_cycle_days_in_order" CHECK("studio_cycle"."starts_on" <= "studio_cycle"."ends_on")
);
--> statement-breakpoint
CREATE TABLE `studio` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`subject` text,
	`school_stage` text,
	`level` text NOT NULL,
	`host_school` text NOT NULL,
	`scheme_code` text NOT NULL,
	`scheme_version` text NOT NULL,
	`note` text,
	`revision` integer DEFAULT 1 NOT NULL,
	`removed_at` text,
	`removed_reason` text,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `theme` (
	`id` text PRIMARY KEY NOT NULL,
	`studio_id` text NOT NULL,
	`term_key` text NOT NULL,
	`title` text NOT NULL,
	`aim` text,
	`from_on` text,
	`to_on` text,
	`revision` integer DEFAULT 1 NOT NULL,
	`removed_at` text,
	`removed_reason` text,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	FOREIGN KEY (`studio_id`) REFERENCES `studio`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`term_key`) REFERENCES `term`(`key`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `theme_by_studio_term` ON `theme` (`studio_id`,`term_key`);