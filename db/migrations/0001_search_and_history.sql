-- The text of every decision for full-text search; rowid is the decision's number. Written by the verbs themselves
-- (db/decisions/search.ts), so that a rebuilt table cannot silently stop the indexing.
CREATE VIRTUAL TABLE `decision_search` USING fts5(`title`, `body`, tokenize = 'porter unicode61 remove_diacritics 2', prefix = '2 3');
--> statement-breakpoint
CREATE TRIGGER `events_are_not_changed` BEFORE UPDATE ON `events` BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `events_are_not_deleted` BEFORE DELETE ON `events` BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;
--> statement-breakpoint
-- For the filter by quarter. By hand, because drizzle-kit breaks an expression that holds a comma.
CREATE INDEX `decisions_dated` ON `decisions` (coalesce(`decided_at`, `raised_at`), `number`);
