CREATE TABLE `decision_amendments` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`decision` integer NOT NULL,
	`field` text NOT NULL,
	`before` text NOT NULL,
	`after` text NOT NULL,
	`because` text NOT NULL,
	`by` integer,
	`at` text NOT NULL,
	FOREIGN KEY (`decision`) REFERENCES `decisions`(`number`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "decision_amendments_at" CHECK("decision_amendments"."at" glob '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-6][0-9].[0-9][0-9][0-9]Z')
);
--> statement-breakpoint
CREATE INDEX `decision_amendments_decision` ON `decision_amendments` (`decision`);--> statement-breakpoint
CREATE TABLE `decision_counsel` (
	`decision` integer NOT NULL,
	`kind` text NOT NULL,
	`person` integer NOT NULL,
	`position` integer NOT NULL,
	PRIMARY KEY(`decision`, `kind`, `person`),
	FOREIGN KEY (`decision`) REFERENCES `decisions`(`number`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "decision_counsel_kind" CHECK("decision_counsel"."kind" in ('consulted', 'informed'))
);
--> statement-breakpoint
CREATE TABLE `decision_criteria` (
	`decision` integer NOT NULL,
	`position` integer NOT NULL,
	`name` text NOT NULL,
	`weight` integer NOT NULL,
	PRIMARY KEY(`decision`, `position`),
	FOREIGN KEY (`decision`) REFERENCES `decisions`(`number`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "decision_criteria_name" CHECK(length("decision_criteria"."name") between 1 and 200),
	CONSTRAINT "decision_criteria_weight" CHECK("decision_criteria"."weight" between 1 and 100)
);
--> statement-breakpoint
CREATE TABLE `decision_endings` (
	`decision` integer PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`by` integer,
	`at` text,
	`because` text DEFAULT '' NOT NULL,
	`replacement` integer,
	`cause` text,
	FOREIGN KEY (`decision`) REFERENCES `decisions`(`number`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`replacement`) REFERENCES `decisions`(`number`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "decision_endings_kind" CHECK("decision_endings"."kind" in ('superseded', 'reversed', 'withdrawn')),
	CONSTRAINT "decision_endings_cause" CHECK("decision_endings"."cause" in ('new_information', 'error')),
	CONSTRAINT "decision_endings_at" CHECK("decision_endings"."at" glob '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-6][0-9].[0-9][0-9][0-9]Z')
);
--> statement-breakpoint
CREATE INDEX `decision_endings_replacement` ON `decision_endings` (`replacement`);--> statement-breakpoint
CREATE TABLE `decision_links` (
	`decision` integer NOT NULL,
	`to` integer NOT NULL,
	`kind` text NOT NULL,
	PRIMARY KEY(`decision`, `to`, `kind`),
	FOREIGN KEY (`decision`) REFERENCES `decisions`(`number`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`to`) REFERENCES `decisions`(`number`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "decision_links_kind" CHECK("decision_links"."kind" in ('relates_to', 'depends_on', 'refines', 'conflicts_with'))
);
--> statement-breakpoint
CREATE INDEX `decision_links_to` ON `decision_links` (`to`);--> statement-breakpoint
CREATE TABLE `decision_notes` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`decision` integer NOT NULL,
	`text` text NOT NULL,
	`by` integer,
	`at` text NOT NULL,
	FOREIGN KEY (`decision`) REFERENCES `decisions`(`number`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "decision_notes_text" CHECK(length("decision_notes"."text") between 1 and 20000),
	CONSTRAINT "decision_notes_at" CHECK("decision_notes"."at" glob '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-6][0-9].[0-9][0-9][0-9]Z')
);
--> statement-breakpoint
CREATE INDEX `decision_notes_decision` ON `decision_notes` (`decision`);--> statement-breakpoint
CREATE TABLE `decision_options` (
	`decision` integer NOT NULL,
	`position` integer NOT NULL,
	`title` text NOT NULL,
	`description` text DEFAULT '' NOT NULL,
	`chosen` integer DEFAULT false NOT NULL,
	`good` text DEFAULT '[]' NOT NULL,
	`neutral` text DEFAULT '[]' NOT NULL,
	`bad` text DEFAULT '[]' NOT NULL,
	PRIMARY KEY(`decision`, `position`),
	FOREIGN KEY (`decision`) REFERENCES `decisions`(`number`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "decision_options_title" CHECK(length("decision_options"."title") between 1 and 300),
	CONSTRAINT "decision_options_chosen" CHECK("decision_options"."chosen" in (0, 1)),
	CONSTRAINT "decision_options_good" CHECK(json_valid("decision_options"."good") and json_type("decision_options"."good") = 'array'),
	CONSTRAINT "decision_options_neutral" CHECK(json_valid("decision_options"."neutral") and json_type("decision_options"."neutral") = 'array'),
	CONSTRAINT "decision_options_bad" CHECK(json_valid("decision_options"."bad") and json_type("decision_options"."bad") = 'array')
);
--> statement-breakpoint
CREATE TABLE `decision_readers` (
	`decision` integer NOT NULL,
	`person` integer NOT NULL,
	PRIMARY KEY(`person`, `decision`),
	FOREIGN KEY (`decision`) REFERENCES `decisions`(`number`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `decision_readers_decision` ON `decision_readers` (`decision`);--> statement-breakpoint
CREATE TABLE `decision_scores` (
	`decision` integer NOT NULL,
	`option` integer NOT NULL,
	`criterion` integer NOT NULL,
	`score` integer NOT NULL,
	PRIMARY KEY(`decision`, `option`, `criterion`),
	FOREIGN KEY (`decision`) REFERENCES `decisions`(`number`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "decision_scores_score" CHECK("decision_scores"."score" between 1 and 5)
);
--> statement-breakpoint
CREATE TABLE `decision_tags` (
	`decision` integer NOT NULL,
	`tag` text NOT NULL,
	PRIMARY KEY(`decision`, `tag`),
	FOREIGN KEY (`decision`) REFERENCES `decisions`(`number`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "decision_tags_tag_length" CHECK(length("decision_tags"."tag") between 1 and 40)
);
--> statement-breakpoint
CREATE INDEX `decision_tags_tag` ON `decision_tags` (`tag`,`decision`);--> statement-breakpoint
CREATE TABLE `outcome_reviews` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`decision` integer NOT NULL,
	`came` text NOT NULL,
	`learned` text DEFAULT '' NOT NULL,
	`well_made` integer,
	`due_on` text,
	`by` integer,
	`at` text NOT NULL,
	FOREIGN KEY (`decision`) REFERENCES `decisions`(`number`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "outcome_reviews_came" CHECK("outcome_reviews"."came" in ('yes', 'no', 'unknown')),
	CONSTRAINT "outcome_reviews_well_made" CHECK("outcome_reviews"."well_made" in (0, 1)),
	CONSTRAINT "outcome_reviews_due_on" CHECK("outcome_reviews"."due_on" glob '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
	CONSTRAINT "outcome_reviews_at_form" CHECK("outcome_reviews"."at" glob '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-6][0-9].[0-9][0-9][0-9]Z')
);
--> statement-breakpoint
CREATE INDEX `outcome_reviews_decision` ON `outcome_reviews` (`decision`);--> statement-breakpoint
CREATE INDEX `outcome_reviews_at` ON `outcome_reviews` (`at`);--> statement-breakpoint
CREATE TABLE `decision_constraints` (
	`decision` integer NOT NULL,
	`constraint` text NOT NULL,
	PRIMARY KEY(`decision`, `constraint`),
	FOREIGN KEY (`decision`) REFERENCES `decisions`(`number`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "decision_constraints_word" CHECK("decision_constraints"."constraint" in ('reliability', 'security', 'time', 'cost', 'dependencies'))
);
--> statement-breakpoint
CREATE TABLE `decision_sources` (
	`decision` integer PRIMARY KEY NOT NULL,
	`collection` text NOT NULL,
	`file` text NOT NULL,
	`fingerprint` text NOT NULL,
	FOREIGN KEY (`decision`) REFERENCES `decisions`(`number`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `decision_sources_file` ON `decision_sources` (`collection`,`file`);--> statement-breakpoint
CREATE TABLE `decisions` (
	`number` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`title` text NOT NULL,
	`type` integer,
	`status` text NOT NULL,
	`raised_by` integer,
	`raised_at` text,
	`decider` integer,
	`decided_by` integer,
	`decided_at` text,
	`forum` text,
	`outcome` text DEFAULT '' NOT NULL,
	`constraint_note` text DEFAULT '' NOT NULL,
	`smallest_bet` text DEFAULT '' NOT NULL,
	`rationale` text DEFAULT '' NOT NULL,
	`business` text DEFAULT '' NOT NULL,
	`side` text,
	`door` text,
	`confidence` integer,
	`expected` text DEFAULT '' NOT NULL,
	`expected_metric` text DEFAULT '' NOT NULL,
	`expected_value` real,
	`expected_on` text,
	`tripwire_metric` text DEFAULT '' NOT NULL,
	`tripwire_direction` text,
	`tripwire_value` real,
	`revisit_on` text,
	`spend` integer,
	`cross_team` integer DEFAULT false NOT NULL,
	`security_exception` integer DEFAULT false NOT NULL,
	`restricted` integer DEFAULT false NOT NULL,
	`delegable` integer,
	`by_cpto` integer DEFAULT false NOT NULL,
	`process_score` integer,
	`changed_at` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`type`) REFERENCES `decision_types`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`raised_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decider`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "decisions_title" CHECK(length("decisions"."title") between 1 and 300),
	CONSTRAINT "decisions_status_word" CHECK("decisions"."status" in ('proposed', 'decided', 'superseded', 'reversed', 'withdrawn')),
	CONSTRAINT "decisions_forum" CHECK("decisions"."forum" in ('asynchronous', 'tradeoff', 'discovery', 'delivery', 'architecture', 'planning')),
	CONSTRAINT "decisions_side_word" CHECK("decisions"."side" in ('product', 'technology', 'both')),
	CONSTRAINT "decisions_door" CHECK("decisions"."door" in ('one_way', 'two_way')),
	CONSTRAINT "decisions_tripwire_direction" CHECK("decisions"."tripwire_direction" in ('above', 'below')),
	CONSTRAINT "decisions_confidence" CHECK("decisions"."confidence" between 0 and 100),
	CONSTRAINT "decisions_process_score" CHECK("decisions"."process_score" between 0 and 7),
	CONSTRAINT "decisions_raised_at" CHECK("decisions"."raised_at" glob '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-6][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "decisions_decided_at" CHECK("decisions"."decided_at" glob '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-6][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "decisions_changed_at" CHECK("decisions"."changed_at" glob '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-6][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "decisions_expected_on" CHECK("decisions"."expected_on" glob '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
	CONSTRAINT "decisions_revisit_on" CHECK("decisions"."revisit_on" glob '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
	CONSTRAINT "decisions_cross_team" CHECK("decisions"."cross_team" in (0, 1)),
	CONSTRAINT "decisions_security_exception" CHECK("decisions"."security_exception" in (0, 1)),
	CONSTRAINT "decisions_restricted_flag" CHECK("decisions"."restricted" in (0, 1)),
	CONSTRAINT "decisions_delegable" CHECK("decisions"."delegable" in (0, 1)),
	CONSTRAINT "decisions_by_cpto" CHECK("decisions"."by_cpto" in (0, 1)),
	CONSTRAINT "decisions_spend" CHECK("decisions"."spend" >= 0),
	CONSTRAINT "decisions_proposed_undecided" CHECK("decisions"."status" <> 'proposed' or "decisions"."decided_at" is null)
);
--> statement-breakpoint
CREATE INDEX `decisions_changed` ON `decisions` (`changed_at`,`number`);--> statement-breakpoint
CREATE INDEX `decisions_status` ON `decisions` (`status`,`changed_at`,`number`);--> statement-breakpoint
CREATE INDEX `decisions_type` ON `decisions` (`type`,`changed_at`,`number`,`restricted`);--> statement-breakpoint
CREATE INDEX `decisions_decider` ON `decisions` (`decider`,`changed_at`,`number`);--> statement-breakpoint
CREATE INDEX `decisions_raised` ON `decisions` (`raised_at`);--> statement-breakpoint
CREATE INDEX `decisions_side` ON `decisions` (`side`,`changed_at`,`number`);--> statement-breakpoint
CREATE INDEX `decisions_open` ON `decisions` (`decider`,`raised_at`,`restricted`) WHERE "decisions"."status" = 'proposed';--> statement-breakpoint
CREATE INDEX `decisions_revisit` ON `decisions` (`revisit_on`,`restricted`) WHERE "decisions"."status" = 'decided' and "decisions"."revisit_on" is not null;--> statement-breakpoint
CREATE INDEX `decisions_leaks` ON `decisions` (`changed_at`,`number`,`restricted`) WHERE "decisions"."delegable" = 1 and "decisions"."by_cpto" = 1;--> statement-breakpoint
CREATE INDEX `decisions_restricted` ON `decisions` (`number`) WHERE "decisions"."restricted" = 1;--> statement-breakpoint
CREATE TABLE `decision_not_doing` (
	`decision` integer NOT NULL,
	`position` integer NOT NULL,
	`text` text NOT NULL,
	PRIMARY KEY(`decision`, `position`),
	FOREIGN KEY (`decision`) REFERENCES `decisions`(`number`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "decision_not_doing_text" CHECK(length("decision_not_doing"."text") between 1 and 500)
);
--> statement-breakpoint
CREATE TABLE `events` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` text NOT NULL,
	`person` integer,
	`kind` text NOT NULL,
	`record` text NOT NULL,
	`record_id` integer NOT NULL,
	`before` text,
	`after` text,
	`previous` text NOT NULL,
	`hash` text NOT NULL,
	FOREIGN KEY (`person`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "events_at" CHECK("events"."at" glob '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-6][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "events_before" CHECK("events"."before" is null or json_valid("events"."before")),
	CONSTRAINT "events_after" CHECK("events"."after" is null or json_valid("events"."after")),
	CONSTRAINT "events_hash" CHECK(length("events"."hash") = 64 and length("events"."previous") = 64)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `events_hash_unique` ON `events` (`hash`);--> statement-breakpoint
CREATE INDEX `events_of_record` ON `events` (`record`,`record_id`,`id`);--> statement-breakpoint
CREATE INDEX `events_of_person` ON `events` (`person`,`id`);--> statement-breakpoint
CREATE TABLE `imports` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`by` integer NOT NULL,
	`started_at` text NOT NULL,
	`finished_at` text,
	`files` integer NOT NULL,
	`done` integer DEFAULT 0 NOT NULL,
	`results` text DEFAULT '[]' NOT NULL,
	`failure` text,
	FOREIGN KEY (`by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "imports_started_at" CHECK("imports"."started_at" glob '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-6][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "imports_finished_at" CHECK("imports"."finished_at" glob '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-6][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "imports_done" CHECK("imports"."done" between 0 and "imports"."files"),
	CONSTRAINT "imports_results" CHECK(json_valid("imports"."results"))
);
--> statement-breakpoint
CREATE TABLE `organisation` (
	`id` integer PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`time_zone` text NOT NULL,
	`stage` text NOT NULL,
	`currency` text DEFAULT 'EUR' NOT NULL,
	`created_at` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	CONSTRAINT "organisation_single" CHECK("organisation"."id" = 1),
	CONSTRAINT "organisation_name" CHECK(length("organisation"."name") between 1 and 120),
	CONSTRAINT "organisation_stage" CHECK("organisation"."stage" in ('startup', 'fast_growth', 'enterprise')),
	CONSTRAINT "organisation_created_at" CHECK("organisation"."created_at" glob '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-6][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "organisation_currency" CHECK("organisation"."currency" glob '[A-Z][A-Z][A-Z]')
);
--> statement-breakpoint
CREATE TABLE `people` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`name` text NOT NULL,
	`email` text,
	`title` text DEFAULT '' NOT NULL,
	`executive_role` text,
	`created_at` text NOT NULL,
	`left_at` text,
	`version` integer DEFAULT 1 NOT NULL,
	CONSTRAINT "people_name_length" CHECK(length("people"."name") between 1 and 200),
	CONSTRAINT "people_executive_role" CHECK("people"."executive_role" in ('cpto', 'cto', 'cpo', 'vp_product', 'vp_engineering', 'head_of_engineering', 'head_of_platform', 'head_of_security', 'head_of_data', 'finance_lead', 'cio', 'field_cto', 'fractional_cto', 'ceo', 'cro', 'product_manager', 'engineering_manager', 'tech_lead', 'program_manager')),
	CONSTRAINT "people_created_at" CHECK("people"."created_at" glob '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-6][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "people_left_at" CHECK("people"."left_at" glob '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-6][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "people_email_form" CHECK("people"."email" = lower("people"."email") and "people"."email" like '%_@_%')
);
--> statement-breakpoint
CREATE UNIQUE INDEX `people_email` ON `people` (`email`);--> statement-breakpoint
CREATE INDEX `people_name` ON `people` (lower("name"));--> statement-breakpoint
CREATE INDEX `people_role` ON `people` (`executive_role`);--> statement-breakpoint
CREATE TABLE `team_members` (
	`team` integer NOT NULL,
	`person` integer NOT NULL,
	PRIMARY KEY(`team`, `person`),
	FOREIGN KEY (`team`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `team_members_person` ON `team_members` (`person`);--> statement-breakpoint
CREATE TABLE `teams` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`lead` integer,
	`closed_at` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`lead`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "teams_name" CHECK(length("teams"."name") between 1 and 120),
	CONSTRAINT "teams_kind" CHECK("teams"."kind" in ('product_line', 'platform')),
	CONSTRAINT "teams_closed_at" CHECK("teams"."closed_at" glob '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-6][0-9].[0-9][0-9][0-9]Z')
);
--> statement-breakpoint
CREATE UNIQUE INDEX `teams_name_unique` ON `teams` (`name`);--> statement-breakpoint
CREATE TABLE `decision_types` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`key` text NOT NULL,
	`name` text NOT NULL,
	`owner` text NOT NULL,
	`delegable` integer NOT NULL,
	`guardrail` text DEFAULT '' NOT NULL,
	`sla_days` integer NOT NULL,
	`escalate_cross_team` integer NOT NULL,
	`escalate_security` integer NOT NULL,
	`escalate_spend_above` integer,
	`position` integer NOT NULL,
	`retired_at` text,
	`version` integer DEFAULT 1 NOT NULL,
	CONSTRAINT "decision_types_name" CHECK(length("decision_types"."name") between 1 and 80),
	CONSTRAINT "decision_types_key" CHECK("decision_types"."key" not glob '*[^a-z0-9_]*' and length("decision_types"."key") between 1 and 60),
	CONSTRAINT "decision_types_owner" CHECK("decision_types"."owner" in ('cpto', 'cto', 'cpo', 'vp_product', 'vp_engineering', 'head_of_engineering', 'head_of_platform', 'head_of_security', 'head_of_data', 'finance_lead', 'cio', 'field_cto', 'fractional_cto', 'ceo', 'cro', 'product_manager', 'engineering_manager', 'tech_lead', 'program_manager')),
	CONSTRAINT "decision_types_delegable" CHECK("decision_types"."delegable" in (0, 1)),
	CONSTRAINT "decision_types_cross_team" CHECK("decision_types"."escalate_cross_team" in (0, 1)),
	CONSTRAINT "decision_types_security" CHECK("decision_types"."escalate_security" in (0, 1)),
	CONSTRAINT "decision_types_sla" CHECK("decision_types"."sla_days" between 1 and 260),
	CONSTRAINT "decision_types_spend" CHECK("decision_types"."escalate_spend_above" >= 0),
	CONSTRAINT "decision_types_retired_at" CHECK("decision_types"."retired_at" glob '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-6][0-9].[0-9][0-9][0-9]Z')
);
--> statement-breakpoint
CREATE UNIQUE INDEX `decision_types_key_unique` ON `decision_types` (`key`);--> statement-breakpoint
CREATE UNIQUE INDEX `decision_types_name_unique` ON `decision_types` (`name`);--> statement-breakpoint
CREATE TABLE `matrix_areas` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`name` text NOT NULL,
	`position` integer NOT NULL,
	CONSTRAINT "matrix_areas_name" CHECK(length("matrix_areas"."name") between 1 and 120)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `matrix_areas_name_unique` ON `matrix_areas` (`name`);--> statement-breakpoint
CREATE TABLE `matrix_roles` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`role` text NOT NULL,
	`position` integer NOT NULL,
	CONSTRAINT "matrix_roles_role" CHECK("matrix_roles"."role" in ('cpto', 'cto', 'cpo', 'vp_product', 'vp_engineering', 'head_of_engineering', 'head_of_platform', 'head_of_security', 'head_of_data', 'finance_lead', 'cio', 'field_cto', 'fractional_cto', 'ceo', 'cro', 'product_manager', 'engineering_manager', 'tech_lead', 'program_manager'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `matrix_roles_role_unique` ON `matrix_roles` (`role`);--> statement-breakpoint
CREATE TABLE `ownership` (
	`area` integer NOT NULL,
	`role` integer NOT NULL,
	`share` text NOT NULL,
	PRIMARY KEY(`area`, `role`),
	FOREIGN KEY (`area`) REFERENCES `matrix_areas`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`role`) REFERENCES `matrix_roles`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "ownership_share" CHECK("ownership"."share" in ('owns', 'co_owns', 'influences'))
);
--> statement-breakpoint
CREATE TABLE `accounts` (
	`person` integer PRIMARY KEY NOT NULL,
	`role` text NOT NULL,
	`password` text NOT NULL,
	`password_at` text NOT NULL,
	`created_at` text NOT NULL,
	`closed_at` text,
	FOREIGN KEY (`person`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "accounts_role" CHECK("accounts"."role" in ('viewer', 'contributor', 'editor', 'owner')),
	CONSTRAINT "accounts_password" CHECK("accounts"."password" like '$argon2id$%'),
	CONSTRAINT "accounts_password_at" CHECK("accounts"."password_at" glob '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-6][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "accounts_created_at" CHECK("accounts"."created_at" glob '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-6][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "accounts_closed_at" CHECK("accounts"."closed_at" glob '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-6][0-9].[0-9][0-9][0-9]Z')
);
--> statement-breakpoint
CREATE TABLE `attempts` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`key` text NOT NULL,
	`at` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `attempts_key` ON `attempts` (`key`,`at`);--> statement-breakpoint
CREATE INDEX `attempts_at` ON `attempts` (`at`);--> statement-breakpoint
CREATE TABLE `links` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`token` text NOT NULL,
	`purpose` text NOT NULL,
	`person` integer NOT NULL,
	`role` text,
	`issued_by` integer NOT NULL,
	`issued_at` text NOT NULL,
	`expires_at` text NOT NULL,
	`used_at` text,
	`revoked_at` text,
	FOREIGN KEY (`person`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`issued_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "links_purpose" CHECK("links"."purpose" in ('invitation', 'reset')),
	CONSTRAINT "links_role" CHECK("links"."role" in ('viewer', 'contributor', 'editor', 'owner')),
	CONSTRAINT "links_issued_at" CHECK("links"."issued_at" glob '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-6][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "links_expires_at" CHECK("links"."expires_at" glob '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-6][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "links_used_at" CHECK("links"."used_at" glob '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-6][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "links_revoked_at" CHECK("links"."revoked_at" glob '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-6][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "links_invitation_role" CHECK("links"."purpose" <> 'invitation' or "links"."role" is not null)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `links_token_unique` ON `links` (`token`);--> statement-breakpoint
CREATE INDEX `links_of_person` ON `links` (`person`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`token` text NOT NULL,
	`person` integer NOT NULL,
	`started_at` text NOT NULL,
	`seen_at` text NOT NULL,
	`expires_at` text NOT NULL,
	`address` text NOT NULL,
	`browser` text NOT NULL,
	FOREIGN KEY (`person`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "sessions_started_at" CHECK("sessions"."started_at" glob '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-6][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "sessions_seen_at" CHECK("sessions"."seen_at" glob '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-6][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "sessions_expires_at" CHECK("sessions"."expires_at" glob '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-6][0-9].[0-9][0-9][0-9]Z')
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sessions_token_unique` ON `sessions` (`token`);--> statement-breakpoint
CREATE INDEX `sessions_of_person` ON `sessions` (`person`);--> statement-breakpoint
CREATE INDEX `sessions_expiry` ON `sessions` (`expires_at`);