/** Each entry brings the database from the version of its index to the next. Never edited once released. */
export const migrations: readonly string[] = [
  `CREATE TABLE drive (
     watch_id TEXT PRIMARY KEY,
     phase TEXT NOT NULL,
     cursor TEXT,
     generation INTEGER NOT NULL,
     read_at INTEGER
   ) STRICT, WITHOUT ROWID;

   CREATE TABLE item (
     watch_id TEXT NOT NULL,
     id TEXT NOT NULL,
     parent_id TEXT,
     name TEXT NOT NULL,
     kind TEXT NOT NULL,
     etag TEXT,
     hash TEXT,
     ctag TEXT,
     size INTEGER,
     modified_at INTEGER,
     share_scope TEXT,
     generation INTEGER NOT NULL,
     PRIMARY KEY (watch_id, id)
   ) STRICT, WITHOUT ROWID;
   CREATE INDEX item_by_parent ON item (watch_id, parent_id);

   CREATE TABLE tombstone (
     watch_id TEXT NOT NULL,
     id TEXT NOT NULL,
     deleted_at INTEGER NOT NULL,
     PRIMARY KEY (watch_id, id)
   ) STRICT, WITHOUT ROWID;

   CREATE TABLE activity (
     id INTEGER PRIMARY KEY AUTOINCREMENT,
     watch_id TEXT NOT NULL,
     drive_name TEXT NOT NULL,
     item_id TEXT NOT NULL,
     kinds TEXT NOT NULL,
     item_kind TEXT NOT NULL,
     name TEXT,
     old_name TEXT,
     place TEXT NOT NULL,
     old_place TEXT,
     actor TEXT,
     own INTEGER NOT NULL,
     descendants INTEGER NOT NULL,
     at INTEGER NOT NULL,
     web_url TEXT,
     is_read INTEGER NOT NULL,
     is_told INTEGER NOT NULL
   ) STRICT;
   CREATE INDEX activity_untold ON activity (id) WHERE is_told = 0;
   CREATE INDEX activity_unread ON activity (id) WHERE is_read = 0;`,
  // Null: written before accounts could be removed.
  `ALTER TABLE activity ADD COLUMN account_id TEXT;`,
  // Two hundred bytes an item: watches by number, marks in place of tags. `mark_of` comes with the migration.
  `CREATE TABLE watch (key INTEGER PRIMARY KEY, watch_id TEXT NOT NULL UNIQUE) STRICT;
   INSERT INTO watch (watch_id)
     SELECT watch_id FROM drive UNION SELECT watch_id FROM item UNION SELECT watch_id FROM tombstone;

   ALTER TABLE item RENAME TO old_item;
   DROP INDEX item_by_parent;
   CREATE TABLE item (
     watch INTEGER NOT NULL,
     id TEXT NOT NULL,
     parent_id TEXT,
     name TEXT NOT NULL,
     kind TEXT NOT NULL,
     etag INTEGER,
     hash INTEGER,
     ctag INTEGER,
     size INTEGER,
     modified_at INTEGER,
     share_scope TEXT,
     generation INTEGER NOT NULL,
     PRIMARY KEY (watch, id)
   ) STRICT, WITHOUT ROWID;
   INSERT INTO item
     SELECT key, id, parent_id, name, kind, mark_of(etag), mark_of(hash), mark_of(ctag), size,
       modified_at, share_scope, generation
     FROM old_item JOIN watch USING (watch_id);
   DROP TABLE old_item;
   CREATE INDEX item_by_parent ON item (watch, parent_id);

   ALTER TABLE tombstone RENAME TO old_tombstone;
   CREATE TABLE tombstone (
     watch INTEGER NOT NULL,
     id TEXT NOT NULL,
     deleted_at INTEGER NOT NULL,
     PRIMARY KEY (watch, id)
   ) STRICT, WITHOUT ROWID;
   INSERT INTO tombstone
     SELECT key, id, deleted_at FROM old_tombstone JOIN watch USING (watch_id);
   DROP TABLE old_tombstone;`,
  // Drives are watched from the first moment, their names learned meanwhile.
  `CREATE TABLE names (
     watch_id TEXT PRIMARY KEY,
     state TEXT NOT NULL,
     link TEXT
   ) STRICT, WITHOUT ROWID;
   INSERT INTO names SELECT watch_id, iif(phase = 'learning', 'learning', 'known'), NULL FROM drive;
   UPDATE drive SET phase = 'watching', cursor = NULL WHERE phase = 'learning';`,
  // The top of each drive's tree; and what tells the same change found twice, by two watches of one drive.
  `ALTER TABLE drive ADD COLUMN root_id TEXT;
   ALTER TABLE activity ADD COLUMN drive_id TEXT;
   ALTER TABLE activity ADD COLUMN version INTEGER;
   CREATE INDEX activity_by_item ON activity (item_id);`,
  // Since when comments and mentions are told.
  `CREATE TABLE remarks (
     watch_id TEXT PRIMARY KEY,
     since INTEGER NOT NULL
   ) STRICT, WITHOUT ROWID;`,
  // What rules ask of a change, and what became of it. From here on `is_told` 2: kept for later.
  `ALTER TABLE item ADD COLUMN is_mine INTEGER NOT NULL DEFAULT 0;
   ALTER TABLE activity ADD COLUMN parent_id TEXT;
   ALTER TABLE activity ADD COLUMN is_mine INTEGER NOT NULL DEFAULT 0;
   ALTER TABLE activity ADD COLUMN times INTEGER NOT NULL DEFAULT 1;
   ALTER TABLE activity ADD COLUMN outcome TEXT;
   ALTER TABLE activity ADD COLUMN rule_id TEXT;
   ALTER TABLE activity ADD COLUMN silence TEXT;
   ALTER TABLE activity ADD COLUMN kept_at INTEGER;
   CREATE INDEX activity_kept ON activity (id) WHERE is_told = 2;
   CREATE INDEX activity_by_rule ON activity (rule_id, at) WHERE rule_id IS NOT NULL;
   CREATE INDEX activity_deleted ON activity (at) WHERE kinds = '["deleted"]';`,
  // Between which times it was deleted, and which alarm has told of it.
  `ALTER TABLE activity ADD COLUMN not_before INTEGER;
   ALTER TABLE activity ADD COLUMN alarm_id INTEGER;
   CREATE INDEX activity_alarmed ON activity (alarm_id) WHERE alarm_id IS NOT NULL;`,
  // What toasts lead to.
  `CREATE TABLE notice (
     notice_id TEXT PRIMARY KEY,
     row_id INTEGER NOT NULL,
     count INTEGER NOT NULL
   ) STRICT;`,
  // Where what is gone was.
  `ALTER TABLE tombstone ADD COLUMN parent_id TEXT;`,
];
