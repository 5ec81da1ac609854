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
];
