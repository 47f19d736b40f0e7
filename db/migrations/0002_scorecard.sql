CREATE TABLE `deployments` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`key` text NOT NULL,
	`at` text NOT NULL,
	`failed` integer NOT NULL,
	`rolled_back` integer NOT NULL,
	`unplanned_fix` integer NOT NULL,
	`changed_at` text NOT NULL,
	CONSTRAINT "deployments_key" CHECK(length("deployments"."key") between 1 and 120),
	CONSTRAINT "deployments_moment" CHECK("deployments"."at" glob '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-6][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "deployments_failed" CHECK("deployments"."failed" in (0, 1)),
	CONSTRAINT "deployments_rolled_back" CHECK("deployments"."rolled_back" in (0, 1)),
	CONSTRAINT "deployments_unplanned_fix" CHECK("deployments"."unplanned_fix" in (0, 1)),
	CONSTRAINT "deployments_changed_at" CHECK("deployments"."changed_at" glob '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-6][0-9].[0-9][0-9][0-9]Z')
);
--> statement-breakpoint
CREATE UNIQUE INDEX `deployments_key_unique` ON `deployments` (`key`);--> statement-breakpoint
CREATE INDEX `deployments_at` ON `deployments` (`at`);--> statement-breakpoint
CREATE TABLE `findings` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`key` text NOT NULL,
	`title` text NOT NULL,
	`severity` text NOT NULL,
	`known_exploited` integer NOT NULL,
	`exposed` integer NOT NULL,
	`automatable` integer NOT NULL,
	`total_impact` integer NOT NULL,
	`opened_on` text NOT NULL,
	`due_on` text,
	`closed_on` text,
	`changed_at` text NOT NULL,
	CONSTRAINT "findings_key" CHECK(length("findings"."key") between 1 and 120),
	CONSTRAINT "findings_title" CHECK(length("findings"."title") between 1 and 300),
	CONSTRAINT "findings_severity" CHECK("findings"."severity" in ('critical', 'high', 'medium', 'low')),
	CONSTRAINT "findings_known_exploited" CHECK("findings"."known_exploited" in (0, 1)),
	CONSTRAINT "findings_exposed" CHECK("findings"."exposed" in (0, 1)),
	CONSTRAINT "findings_automatable" CHECK("findings"."automatable" in (0, 1)),
	CONSTRAINT "findings_total_impact" CHECK("findings"."total_impact" in (0, 1)),
	CONSTRAINT "findings_opened_on" CHECK("findings"."opened_on" glob '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
	CONSTRAINT "findings_due_on" CHECK("findings"."due_on" glob '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
	CONSTRAINT "findings_closed_on" CHECK("findings"."closed_on" glob '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
	CONSTRAINT "findings_changed_at" CHECK("findings"."changed_at" glob '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-6][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "findings_order" CHECK("findings"."closed_on" >= "findings"."opened_on")
);
--> statement-breakpoint
CREATE UNIQUE INDEX `findings_key_unique` ON `findings` (`key`);--> statement-breakpoint
CREATE INDEX `findings_opened` ON `findings` (`opened_on`);--> statement-breakpoint
CREATE INDEX `findings_closed` ON `findings` (`closed_on`);--> statement-breakpoint
CREATE TABLE `incidents` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`key` text NOT NULL,
	`title` text NOT NULL,
	`detected_at` text NOT NULL,
	`restored_at` text,
	`journey` text DEFAULT '' NOT NULL,
	`user_impacting` integer NOT NULL,
	`caused_by_change` integer NOT NULL,
	`changed_at` text NOT NULL,
	CONSTRAINT "incidents_key" CHECK(length("incidents"."key") between 1 and 120),
	CONSTRAINT "incidents_title" CHECK(length("incidents"."title") between 1 and 300),
	CONSTRAINT "incidents_detected_at" CHECK("incidents"."detected_at" glob '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-6][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "incidents_restored_at" CHECK("incidents"."restored_at" glob '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-6][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "incidents_user_impacting" CHECK("incidents"."user_impacting" in (0, 1)),
	CONSTRAINT "incidents_caused_by_change" CHECK("incidents"."caused_by_change" in (0, 1)),
	CONSTRAINT "incidents_changed_at" CHECK("incidents"."changed_at" glob '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-6][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "incidents_order" CHECK("incidents"."restored_at" >= "incidents"."detected_at")
);
--> statement-breakpoint
CREATE UNIQUE INDEX `incidents_key_unique` ON `incidents` (`key`);--> statement-breakpoint
CREATE INDEX `incidents_detected` ON `incidents` (`detected_at`);--> statement-breakpoint
CREATE INDEX `incidents_restored` ON `incidents` (`restored_at`);--> statement-breakpoint
CREATE TABLE `actions` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`review` integer,
	`category` text,
	`text` text NOT NULL,
	`owner` integer NOT NULL,
	`due_on` text,
	`done_at` text,
	`by` integer,
	`at` text NOT NULL,
	FOREIGN KEY (`review`) REFERENCES `reviews`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`owner`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "actions_text" CHECK(length("actions"."text") between 1 and 500),
	CONSTRAINT "actions_category" CHECK("actions"."category" in ('product', 'delivery', 'reliability', 'security', 'cost')),
	CONSTRAINT "actions_due_on" CHECK("actions"."due_on" glob '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
	CONSTRAINT "actions_done_at" CHECK("actions"."done_at" glob '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-6][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "actions_at" CHECK("actions"."at" glob '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-6][0-9].[0-9][0-9][0-9]Z')
);
--> statement-breakpoint
CREATE INDEX `actions_review` ON `actions` (`review`);--> statement-breakpoint
CREATE INDEX `actions_open` ON `actions` (`owner`,`due_on`) WHERE "actions"."done_at" is null;--> statement-breakpoint
CREATE TABLE `review_attendance` (
	`review` integer NOT NULL,
	`person` integer NOT NULL,
	PRIMARY KEY(`review`, `person`),
	FOREIGN KEY (`review`) REFERENCES `reviews`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `review_decisions` (
	`review` integer NOT NULL,
	`decision` integer NOT NULL,
	PRIMARY KEY(`review`, `decision`),
	FOREIGN KEY (`review`) REFERENCES `reviews`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decision`) REFERENCES `decisions`(`number`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `review_notes` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`review` integer NOT NULL,
	`category` text NOT NULL,
	`body` text NOT NULL,
	`by` integer,
	`at` text NOT NULL,
	FOREIGN KEY (`review`) REFERENCES `reviews`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "review_notes_category" CHECK("review_notes"."category" in ('product', 'delivery', 'reliability', 'security', 'cost')),
	CONSTRAINT "review_notes_body" CHECK(length("review_notes"."body") between 1 and 2000),
	CONSTRAINT "review_notes_at" CHECK("review_notes"."at" glob '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-6][0-9].[0-9][0-9][0-9]Z')
);
--> statement-breakpoint
CREATE INDEX `review_notes_review` ON `review_notes` (`review`,`id`);--> statement-breakpoint
CREATE TABLE `reviews` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`kind` text NOT NULL,
	`started_on` text NOT NULL,
	`started_by` integer,
	`started_at` text NOT NULL,
	`closed_by` integer,
	`closed_at` text,
	`snapshot` text,
	`hash` text,
	FOREIGN KEY (`started_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`closed_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "reviews_kind" CHECK("reviews"."kind" in ('weekly', 'monthly')),
	CONSTRAINT "reviews_started_on" CHECK("reviews"."started_on" glob '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
	CONSTRAINT "reviews_started_at" CHECK("reviews"."started_at" glob '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-6][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "reviews_closed_at" CHECK("reviews"."closed_at" glob '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-6][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "reviews_sealed" CHECK(("reviews"."closed_at" is null) = ("reviews"."snapshot" is null) and ("reviews"."snapshot" is null) = ("reviews"."hash" is null))
);
--> statement-breakpoint
CREATE INDEX `reviews_closed` ON `reviews` (`kind`,`closed_at`);--> statement-breakpoint
CREATE UNIQUE INDEX `reviews_open` ON `reviews` (`kind`) WHERE "reviews"."closed_at" is null;--> statement-breakpoint
CREATE TABLE `category_owners` (
	`category` text PRIMARY KEY NOT NULL,
	`person` integer NOT NULL,
	FOREIGN KEY (`person`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "category_owners_category" CHECK("category_owners"."category" in ('product', 'delivery', 'reliability', 'security', 'cost'))
);
--> statement-breakpoint
CREATE TABLE `metric_definitions` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`metric` integer NOT NULL,
	`number` integer NOT NULL,
	`name` text NOT NULL,
	`unit` text NOT NULL,
	`good` text NOT NULL,
	`rhythm` text NOT NULL,
	`formula` text NOT NULL,
	`numerator` text,
	`denominator` text,
	`factor` real DEFAULT 1 NOT NULL,
	`scale` text NOT NULL,
	`least` real,
	`most` real,
	`source` text DEFAULT '' NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`by` integer,
	`at` text NOT NULL,
	FOREIGN KEY (`metric`) REFERENCES `metrics`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "metric_definitions_name" CHECK(length("metric_definitions"."name") between 1 and 120),
	CONSTRAINT "metric_definitions_good" CHECK("metric_definitions"."good" in ('up', 'down')),
	CONSTRAINT "metric_definitions_rhythm" CHECK("metric_definitions"."rhythm" in ('weekly', 'fortnightly', 'monthly')),
	CONSTRAINT "metric_definitions_scale" CHECK("metric_definitions"."scale" in ('linear', 'log')),
	CONSTRAINT "metric_definitions_at" CHECK("metric_definitions"."at" glob '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-6][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT "metric_definitions_factor" CHECK("metric_definitions"."factor" > 0),
	CONSTRAINT "metric_definitions_ratio" CHECK(("metric_definitions"."numerator" is null) = ("metric_definitions"."denominator" is null)),
	CONSTRAINT "metric_definitions_bounds" CHECK("metric_definitions"."least" < "metric_definitions"."most")
);
--> statement-breakpoint
CREATE UNIQUE INDEX `metric_definitions_number` ON `metric_definitions` (`metric`,`number`);--> statement-breakpoint
CREATE TABLE `metrics` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`key` text NOT NULL,
	`catalogue` text,
	`category` text NOT NULL,
	`journey` text DEFAULT '' NOT NULL,
	`owner` integer,
	`position` integer NOT NULL,
	`derived` integer DEFAULT false NOT NULL,
	`retired_at` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`owner`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "metrics_key" CHECK(length("metrics"."key") between 1 and 120),
	CONSTRAINT "metrics_category" CHECK("metrics"."category" in ('product', 'delivery', 'reliability', 'security', 'cost')),
	CONSTRAINT "metrics_derived" CHECK("metrics"."derived" in (0, 1)),
	CONSTRAINT "metrics_retired_at" CHECK("metrics"."retired_at" glob '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-6][0-9].[0-9][0-9][0-9]Z')
);
--> statement-breakpoint
CREATE UNIQUE INDEX `metrics_key_unique` ON `metrics` (`key`);--> statement-breakpoint
CREATE TABLE `reading_notes` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`metric` integer NOT NULL,
	`period` text NOT NULL,
	`kind` text NOT NULL,
	`body` text NOT NULL,
	`by` integer,
	`at` text NOT NULL,
	FOREIGN KEY (`metric`) REFERENCES `metrics`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "reading_notes_period" CHECK("reading_notes"."period" glob '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
	CONSTRAINT "reading_notes_kind" CHECK("reading_notes"."kind" in ('reason', 'note')),
	CONSTRAINT "reading_notes_body" CHECK(length("reading_notes"."body") between 1 and 500),
	CONSTRAINT "reading_notes_at" CHECK("reading_notes"."at" glob '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-6][0-9].[0-9][0-9][0-9]Z')
);
--> statement-breakpoint
CREATE INDEX `reading_notes_metric` ON `reading_notes` (`metric`,`period`,`id`);--> statement-breakpoint
CREATE TABLE `readings` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`metric` integer NOT NULL,
	`period` text NOT NULL,
	`definition` integer NOT NULL,
	`value` real,
	`numerator` real,
	`denominator` real,
	`note` text DEFAULT '' NOT NULL,
	`source` text NOT NULL,
	`file` text DEFAULT '' NOT NULL,
	`replaced` integer DEFAULT false NOT NULL,
	`by` integer,
	`at` text NOT NULL,
	FOREIGN KEY (`metric`) REFERENCES `metrics`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`definition`) REFERENCES `metric_definitions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "readings_period" CHECK("readings"."period" glob '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
	CONSTRAINT "readings_source" CHECK("readings"."source" in ('entered', 'pasted', 'imported', 'computed')),
	CONSTRAINT "readings_replaced" CHECK("readings"."replaced" in (0, 1)),
	CONSTRAINT "readings_at" CHECK("readings"."at" glob '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-6][0-9].[0-9][0-9][0-9]Z')
);
--> statement-breakpoint
CREATE UNIQUE INDEX `readings_current` ON `readings` (`metric`,`period`) WHERE "readings"."replaced" = 0;--> statement-breakpoint
CREATE INDEX `readings_of_period` ON `readings` (`metric`,`period`,`id`);--> statement-breakpoint
CREATE TABLE `metric_segments` (
	`metric` integer NOT NULL,
	`starts_on` text NOT NULL,
	`cause` text NOT NULL,
	`decision` integer,
	`by` integer,
	`at` text NOT NULL,
	PRIMARY KEY(`metric`, `starts_on`),
	FOREIGN KEY (`metric`) REFERENCES `metrics`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decision`) REFERENCES `decisions`(`number`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "metric_segments_cause" CHECK(length("metric_segments"."cause") between 1 and 500),
	CONSTRAINT "metric_segments_starts_on" CHECK("metric_segments"."starts_on" glob '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
	CONSTRAINT "metric_segments_at" CHECK("metric_segments"."at" glob '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-6][0-9].[0-9][0-9][0-9]Z')
);
--> statement-breakpoint
CREATE TABLE `standings` (
	`metric` integer PRIMARY KEY NOT NULL,
	`body` text NOT NULL,
	FOREIGN KEY (`metric`) REFERENCES `metrics`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `metric_targets` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`metric` integer NOT NULL,
	`starts_on` text NOT NULL,
	`target` real,
	`guardrail` real,
	`reason` text NOT NULL,
	`by` integer,
	`at` text NOT NULL,
	FOREIGN KEY (`metric`) REFERENCES `metrics`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "metric_targets_reason" CHECK(length("metric_targets"."reason") between 1 and 500),
	CONSTRAINT "metric_targets_starts_on" CHECK("metric_targets"."starts_on" glob '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
	CONSTRAINT "metric_targets_at" CHECK("metric_targets"."at" glob '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-6][0-9].[0-9][0-9][0-9]Z')
);
--> statement-breakpoint
CREATE INDEX `metric_targets_metric` ON `metric_targets` (`metric`,`starts_on`,`id`);--> statement-breakpoint
CREATE TABLE `trips` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`decision` integer NOT NULL,
	`reading` integer NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`decision`) REFERENCES `decisions`(`number`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`reading`) REFERENCES `readings`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "trips_at" CHECK("trips"."at" glob '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-6][0-9].[0-9][0-9][0-9]Z')
);
--> statement-breakpoint
CREATE UNIQUE INDEX `trips_decision` ON `trips` (`decision`,`reading`);--> statement-breakpoint
CREATE INDEX `decisions_tripwire` ON `decisions` (`tripwire_metric`) WHERE "decisions"."status" = 'decided' and "decisions"."tripwire_value" is not null;--> statement-breakpoint
CREATE INDEX `decisions_watching` ON `decisions` (`number`) WHERE "decisions"."tripwire_metric" <> '' or "decisions"."expected_metric" <> '';--> statement-breakpoint
CREATE TRIGGER `reviews_are_sealed` BEFORE UPDATE ON `reviews` WHEN old.`closed_at` IS NOT NULL BEGIN SELECT raise(abort, 'A closed review is sealed'); END;--> statement-breakpoint
CREATE TRIGGER `reviews_are_kept` BEFORE DELETE ON `reviews` WHEN old.`closed_at` IS NOT NULL BEGIN SELECT raise(abort, 'A closed review is sealed'); END;
