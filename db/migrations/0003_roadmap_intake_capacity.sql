CREATE TABLE `actuals` (
	`team` integer NOT NULL,
	`week` text NOT NULL,
	`bucket` text NOT NULL,
	`cause` text DEFAULT 'planned' NOT NULL,
	`person_weeks` real NOT NULL,
	`by` integer,
	`at` text NOT NULL,
	PRIMARY KEY(`team`, `week`, `bucket`, `cause`),
	FOREIGN KEY (`team`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`bucket`) REFERENCES `buckets`(`key`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "actuals_cause" CHECK("actuals"."cause" in ('planned', 'incident', 'ask')),
	CONSTRAINT "actuals_week_form" CHECK("actuals"."week" glob '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
	CONSTRAINT "actuals_at" CHECK("actuals"."at" glob '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-6][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "actuals_person_weeks" CHECK("actuals"."person_weeks" >= 0)
);
--> statement-breakpoint
CREATE INDEX `actuals_week` ON `actuals` (`week`);--> statement-breakpoint
CREATE TABLE `below_the_line` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`quarter` text NOT NULL,
	`initiative` integer,
	`request` integer,
	`decision` integer,
	`condition` text DEFAULT '' NOT NULL,
	`at` text NOT NULL,
	`ended_at` text,
	FOREIGN KEY (`initiative`) REFERENCES `initiatives`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`request`) REFERENCES `requests`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decision`) REFERENCES `decisions`(`number`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "below_the_line_at" CHECK("below_the_line"."at" glob '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-6][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "below_the_line_ended_at" CHECK("below_the_line"."ended_at" glob '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-6][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "below_the_line_one" CHECK(("below_the_line"."initiative" is null) <> ("below_the_line"."request" is null))
);
--> statement-breakpoint
CREATE INDEX `below_the_line_quarter` ON `below_the_line` (`quarter`,`id`);--> statement-breakpoint
CREATE TABLE `buckets` (
	`key` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`floor` integer,
	`side` text NOT NULL,
	`position` integer NOT NULL,
	`retired_at` text,
	CONSTRAINT "buckets_name" CHECK(length("buckets"."name") between 1 and 60),
	CONSTRAINT "buckets_side" CHECK("buckets"."side" in ('product', 'technology')),
	CONSTRAINT "buckets_floor" CHECK("buckets"."floor" between 0 and 100),
	CONSTRAINT "buckets_retired_at" CHECK("buckets"."retired_at" glob '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-6][0-9].[0-9][0-9][0-9]Z')
);
--> statement-breakpoint
CREATE TABLE `floor_exceptions` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`quarter` text NOT NULL,
	`bucket` text NOT NULL,
	`decision` integer NOT NULL,
	`until` text NOT NULL,
	`by` integer,
	`at` text NOT NULL,
	FOREIGN KEY (`bucket`) REFERENCES `buckets`(`key`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decision`) REFERENCES `decisions`(`number`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "floor_exceptions_until" CHECK("floor_exceptions"."until" glob '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
	CONSTRAINT "floor_exceptions_at" CHECK("floor_exceptions"."at" glob '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-6][0-9].[0-9][0-9][0-9]Z')
);
--> statement-breakpoint
CREATE INDEX `floor_exceptions_quarter` ON `floor_exceptions` (`quarter`,`bucket`);--> statement-breakpoint
CREATE TABLE `quarter_plans` (
	`quarter` text PRIMARY KEY NOT NULL,
	`buffer` real DEFAULT 0 NOT NULL,
	`committed_at` text,
	`decision` integer,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`decision`) REFERENCES `decisions`(`number`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "quarter_plans_quarter" CHECK("quarter_plans"."quarter" glob '[0-9][0-9][0-9][0-9]Q[1-4]'),
	CONSTRAINT "quarter_plans_buffer" CHECK("quarter_plans"."buffer" >= 0),
	CONSTRAINT "quarter_plans_committed_at" CHECK("quarter_plans"."committed_at" glob '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-6][0-9].[0-9][0-9][0-9]Z')
);
--> statement-breakpoint
CREATE TABLE `scenarios` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`quarter` text NOT NULL,
	`name` text NOT NULL,
	`body` text NOT NULL,
	`by` integer,
	`at` text NOT NULL,
	`committed_at` text,
	`decision` integer,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decision`) REFERENCES `decisions`(`number`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "scenarios_name" CHECK(length("scenarios"."name") between 1 and 120),
	CONSTRAINT "scenarios_at" CHECK("scenarios"."at" glob '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-6][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "scenarios_committed_at" CHECK("scenarios"."committed_at" glob '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-6][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "scenarios_body" CHECK(json_valid("scenarios"."body"))
);
--> statement-breakpoint
CREATE INDEX `scenarios_quarter` ON `scenarios` (`quarter`,`id`);--> statement-breakpoint
CREATE TABLE `splits` (
	`quarter` text NOT NULL,
	`team` integer NOT NULL,
	`bucket` text NOT NULL,
	`percent` integer NOT NULL,
	PRIMARY KEY(`quarter`, `team`, `bucket`),
	FOREIGN KEY (`team`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`bucket`) REFERENCES `buckets`(`key`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "splits_percent" CHECK("splits"."percent" between 0 and 100)
);
--> statement-breakpoint
CREATE TABLE `team_capacity` (
	`quarter` text NOT NULL,
	`team` integer NOT NULL,
	`people` real NOT NULL,
	`availability` real DEFAULT 0.8 NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	PRIMARY KEY(`quarter`, `team`),
	FOREIGN KEY (`team`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "team_capacity_people" CHECK("team_capacity"."people" >= 0),
	CONSTRAINT "team_capacity_availability" CHECK("team_capacity"."availability" between 0 and 1)
);
--> statement-breakpoint
CREATE TABLE `displacements` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`request` integer,
	`initiative` integer,
	`decision` integer,
	`person_weeks` real NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`restore_condition` text DEFAULT '' NOT NULL,
	`restored_at` text,
	`seen_at` text,
	`by` integer,
	`at` text NOT NULL,
	FOREIGN KEY (`request`) REFERENCES `requests`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`initiative`) REFERENCES `initiatives`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decision`) REFERENCES `decisions`(`number`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "displacements_at_form" CHECK("displacements"."at" glob '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-6][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "displacements_restored_at" CHECK("displacements"."restored_at" glob '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-6][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "displacements_seen_at" CHECK("displacements"."seen_at" glob '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-6][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "displacements_person_weeks" CHECK("displacements"."person_weeks" > 0),
	CONSTRAINT "displacements_by_something" CHECK("displacements"."request" is not null or "displacements"."decision" is not null)
);
--> statement-breakpoint
CREATE INDEX `displacements_request` ON `displacements` (`request`);--> statement-breakpoint
CREATE INDEX `displacements_initiative` ON `displacements` (`initiative`);--> statement-breakpoint
CREATE INDEX `displacements_at` ON `displacements` (`at`,`id`);--> statement-breakpoint
CREATE TABLE `feedback_themes` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`name` text NOT NULL,
	`answer` text DEFAULT '' NOT NULL,
	`initiative` integer,
	`decision` integer,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`initiative`) REFERENCES `initiatives`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decision`) REFERENCES `decisions`(`number`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "feedback_themes_name" CHECK(length("feedback_themes"."name") between 1 and 120)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `feedback_themes_name_unique` ON `feedback_themes` (`name`);--> statement-breakpoint
CREATE TABLE `public_links` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`token` text NOT NULL,
	`leads_to` text NOT NULL,
	`name` text NOT NULL,
	`by` integer,
	`created_at` text NOT NULL,
	`expires_at` text NOT NULL,
	`revoked_at` text,
	FOREIGN KEY (`by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "public_links_leads_to" CHECK("public_links"."leads_to" in ('intake', 'roadmap')),
	CONSTRAINT "public_links_name" CHECK(length("public_links"."name") between 1 and 120),
	CONSTRAINT "public_links_created_at" CHECK("public_links"."created_at" glob '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-6][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "public_links_expires_at" CHECK("public_links"."expires_at" glob '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-6][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "public_links_revoked_at" CHECK("public_links"."revoked_at" glob '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-6][0-9].[0-9][0-9][0-9]Z')
);
--> statement-breakpoint
CREATE UNIQUE INDEX `public_links_token_unique` ON `public_links` (`token`);--> statement-breakpoint
CREATE TABLE `requests` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`title` text NOT NULL,
	`requester` text NOT NULL,
	`requester_email` text DEFAULT '' NOT NULL,
	`person` integer,
	`link` integer,
	`source` text NOT NULL,
	`urgency` text NOT NULL,
	`value` text DEFAULT '' NOT NULL,
	`evidence` text DEFAULT '' NOT NULL,
	`product_line` text DEFAULT '' NOT NULL,
	`customer` text DEFAULT '' NOT NULL,
	`segment` text DEFAULT '' NOT NULL,
	`competitor` text DEFAULT '' NOT NULL,
	`theme` integer,
	`effort` real,
	`status` text DEFAULT 'new' NOT NULL,
	`because` text DEFAULT '' NOT NULL,
	`initiative` integer,
	`decision` integer,
	`received_at` text NOT NULL,
	`answered_by` integer,
	`answered_at` text,
	`token` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`person`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`link`) REFERENCES `public_links`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`theme`) REFERENCES `feedback_themes`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`initiative`) REFERENCES `initiatives`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decision`) REFERENCES `decisions`(`number`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`answered_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "requests_title" CHECK(length("requests"."title") between 1 and 200),
	CONSTRAINT "requests_requester" CHECK(length("requests"."requester") between 1 and 200),
	CONSTRAINT "requests_source" CHECK("requests"."source" in ('sales_escalation', 'executive_ask', 'customer_feedback', 'support', 'engineering', 'security', 'regulation')),
	CONSTRAINT "requests_urgency" CHECK("requests"."urgency" in ('normal', 'urgent')),
	CONSTRAINT "requests_status_word" CHECK("requests"."status" in ('new', 'accepted', 'declined', 'parked')),
	CONSTRAINT "requests_received_at" CHECK("requests"."received_at" glob '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-6][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "requests_answered_at" CHECK("requests"."answered_at" glob '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-6][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "requests_effort" CHECK("requests"."effort" >= 0),
	CONSTRAINT "requests_accepted" CHECK("requests"."status" <> 'accepted' or "requests"."effort" is not null)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `requests_token_unique` ON `requests` (`token`);--> statement-breakpoint
CREATE INDEX `requests_status` ON `requests` (`status`,`received_at`,`id`);--> statement-breakpoint
CREATE INDEX `requests_received` ON `requests` (`received_at`,`id`);--> statement-breakpoint
CREATE INDEX `requests_theme` ON `requests` (`theme`);--> statement-breakpoint
CREATE INDEX `requests_initiative` ON `requests` (`initiative`);--> statement-breakpoint
CREATE TABLE `commitments` (
	`quarter` text NOT NULL,
	`initiative` integer NOT NULL,
	`position` integer NOT NULL,
	`effort` real,
	`by` integer,
	`at` text NOT NULL,
	PRIMARY KEY(`quarter`, `initiative`),
	FOREIGN KEY (`initiative`) REFERENCES `initiatives`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "commitments_quarter" CHECK("commitments"."quarter" glob '[0-9][0-9][0-9][0-9]Q[1-4]'),
	CONSTRAINT "commitments_at" CHECK("commitments"."at" glob '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-6][0-9].[0-9][0-9][0-9]Z')
);
--> statement-breakpoint
CREATE TABLE `dependencies` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`initiative` integer NOT NULL,
	`on_initiative` integer,
	`on_team` integer,
	`note` text DEFAULT '' NOT NULL,
	`needed_on` text,
	`settled` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`initiative`) REFERENCES `initiatives`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`on_initiative`) REFERENCES `initiatives`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`on_team`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "dependencies_settled" CHECK("dependencies"."settled" in (0, 1)),
	CONSTRAINT "dependencies_needed_on" CHECK("dependencies"."needed_on" glob '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
	CONSTRAINT "dependencies_one" CHECK(("dependencies"."on_initiative" is null) <> ("dependencies"."on_team" is null)),
	CONSTRAINT "dependencies_other" CHECK("dependencies"."on_initiative" <> "dependencies"."initiative")
);
--> statement-breakpoint
CREATE UNIQUE INDEX `dependencies_pair` ON `dependencies` (`initiative`,`on_initiative`) WHERE "dependencies"."on_initiative" is not null;--> statement-breakpoint
CREATE INDEX `dependencies_on` ON `dependencies` (`on_initiative`);--> statement-breakpoint
CREATE TABLE `initiative_changes` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`initiative` integer NOT NULL,
	`field` text NOT NULL,
	`before` text,
	`after` text,
	`because` text DEFAULT '' NOT NULL,
	`decision` integer,
	`by` integer,
	`at` text NOT NULL,
	FOREIGN KEY (`initiative`) REFERENCES `initiatives`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decision`) REFERENCES `decisions`(`number`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "initiative_changes_field" CHECK("initiative_changes"."field" in ('stage', 'quarter', 'effort', 'rank')),
	CONSTRAINT "initiative_changes_at_form" CHECK("initiative_changes"."at" glob '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-6][0-9].[0-9][0-9][0-9]Z')
);
--> statement-breakpoint
CREATE INDEX `initiative_changes_initiative` ON `initiative_changes` (`initiative`,`id`);--> statement-breakpoint
CREATE INDEX `initiative_changes_at` ON `initiative_changes` (`at`);--> statement-breakpoint
CREATE TABLE `initiatives` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`title` text NOT NULL,
	`theme` integer,
	`bucket` text NOT NULL,
	`hypothesis` text DEFAULT '' NOT NULL,
	`primary_metric` integer,
	`guardrail_metric` integer,
	`least_effect` real,
	`owner` integer,
	`team` integer,
	`product_line` text DEFAULT '' NOT NULL,
	`effort` real,
	`rank` real NOT NULL,
	`quarter` text,
	`stage` text DEFAULT 'idea' NOT NULL,
	`stopped_from` text,
	`origin` text NOT NULL,
	`dependencies_on` text,
	`risk_on` text,
	`security_on` text,
	`performance_on` text,
	`problem_on` text,
	`experiment_on` text,
	`measured_on` text,
	`started_on` text,
	`launched_on` text,
	`review_on` text,
	`changed_at` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`theme`) REFERENCES `themes`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`primary_metric`) REFERENCES `metrics`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`guardrail_metric`) REFERENCES `metrics`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`owner`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`team`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "initiatives_title" CHECK(length("initiatives"."title") between 1 and 200),
	CONSTRAINT "initiatives_bucket" CHECK(length("initiatives"."bucket") between 1 and 40),
	CONSTRAINT "initiatives_quarter_form" CHECK("initiatives"."quarter" glob '[0-9][0-9][0-9][0-9]Q[1-4]'),
	CONSTRAINT "initiatives_stage" CHECK("initiatives"."stage" in ('idea', 'discovery', 'ready', 'delivery', 'shipped', 'measured', 'stopped')),
	CONSTRAINT "initiatives_stopped_from" CHECK("initiatives"."stopped_from" in ('idea', 'discovery', 'ready', 'delivery', 'shipped', 'measured', 'stopped')),
	CONSTRAINT "initiatives_origin" CHECK("initiatives"."origin" in ('planning', 'intake', 'direct')),
	CONSTRAINT "initiatives_effort" CHECK("initiatives"."effort" >= 0),
	CONSTRAINT "initiatives_stopped" CHECK(("initiatives"."stage" = 'stopped') = ("initiatives"."stopped_from" is not null)),
	CONSTRAINT "initiatives_two_metrics" CHECK("initiatives"."primary_metric" <> "initiatives"."guardrail_metric"),
	CONSTRAINT "initiatives_launched_on" CHECK("initiatives"."launched_on" glob '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
	CONSTRAINT "initiatives_review_on" CHECK("initiatives"."review_on" glob '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
	CONSTRAINT "initiatives_changed_at" CHECK("initiatives"."changed_at" glob '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-6][0-9].[0-9][0-9][0-9]Z')
);
--> statement-breakpoint
CREATE INDEX `initiatives_quarter` ON `initiatives` (`quarter`,`rank`);--> statement-breakpoint
CREATE INDEX `initiatives_theme` ON `initiatives` (`theme`,`rank`);--> statement-breakpoint
CREATE INDEX `initiatives_open` ON `initiatives` (`rank`) WHERE "initiatives"."stage" not in ('measured', 'stopped');--> statement-breakpoint
CREATE INDEX `initiatives_owner` ON `initiatives` (`owner`,`rank`);--> statement-breakpoint
CREATE TABLE `milestones` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`initiative` integer NOT NULL,
	`name` text NOT NULL,
	`planned_on` text NOT NULL,
	`actual_on` text,
	FOREIGN KEY (`initiative`) REFERENCES `initiatives`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "milestones_name" CHECK(length("milestones"."name") between 1 and 120),
	CONSTRAINT "milestones_planned_on" CHECK("milestones"."planned_on" glob '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
	CONSTRAINT "milestones_actual_on" CHECK("milestones"."actual_on" glob '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]')
);
--> statement-breakpoint
CREATE INDEX `milestones_initiative` ON `milestones` (`initiative`,`planned_on`);--> statement-breakpoint
CREATE TABLE `themes` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`name` text NOT NULL,
	`outcome` text DEFAULT '' NOT NULL,
	`metric` integer,
	`baseline` real,
	`target` real,
	`quarter` text,
	`owner` integer,
	`closed_at` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`metric`) REFERENCES `metrics`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`owner`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "themes_name" CHECK(length("themes"."name") between 1 and 120),
	CONSTRAINT "themes_quarter" CHECK("themes"."quarter" glob '[0-9][0-9][0-9][0-9]Q[1-4]'),
	CONSTRAINT "themes_closed_at" CHECK("themes"."closed_at" glob '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-6][0-9].[0-9][0-9][0-9]Z')
);
--> statement-breakpoint
-- An accepted urgent request always has something given up for it, whoever writes here and in whatever order.
CREATE TRIGGER `urgent_displaces_when_accepted` BEFORE UPDATE ON `requests` WHEN new.`status` = 'accepted' AND new.`urgency` = 'urgent'
  AND new.`effort` > (SELECT coalesce(sum(`person_weeks`), 0) FROM `displacements` WHERE `request` = new.`id` AND `restored_at` IS NULL) + 1e-6
BEGIN SELECT raise(abort, 'An urgent request must displace as much as it takes'); END;--> statement-breakpoint
CREATE TRIGGER `urgent_is_not_born_accepted` BEFORE INSERT ON `requests` WHEN new.`status` = 'accepted' AND new.`urgency` = 'urgent'
BEGIN SELECT raise(abort, 'An urgent request must displace as much as it takes'); END;--> statement-breakpoint
CREATE TRIGGER `displacement_stays_when_changed` AFTER UPDATE ON `displacements` WHEN EXISTS (SELECT 1 FROM `requests` r WHERE r.`id` = old.`request` AND r.`status` = 'accepted' AND r.`urgency` = 'urgent'
  AND r.`effort` > (SELECT coalesce(sum(`person_weeks`), 0) FROM `displacements` WHERE `request` = r.`id` AND `restored_at` IS NULL) + 1e-6)
BEGIN SELECT raise(abort, 'An urgent request must displace as much as it takes'); END;--> statement-breakpoint
CREATE TRIGGER `displacement_stays_when_deleted` AFTER DELETE ON `displacements` WHEN EXISTS (SELECT 1 FROM `requests` r WHERE r.`id` = old.`request` AND r.`status` = 'accepted' AND r.`urgency` = 'urgent'
  AND r.`effort` > (SELECT coalesce(sum(`person_weeks`), 0) FROM `displacements` WHERE `request` = r.`id` AND `restored_at` IS NULL) + 1e-6)
BEGIN SELECT raise(abort, 'An urgent request must displace as much as it takes'); END;
--> statement-breakpoint
INSERT INTO `buckets` (`key`, `name`, `floor`, `side`, `position`) VALUES ('bets', 'Bets', NULL, 'product', 1), ('platform', 'Platform', 20, 'technology', 2), ('risk', 'Risk reduction', 15, 'technology', 3);
