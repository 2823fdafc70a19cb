CREATE TABLE session (id TEXT PRIMARY KEY, format TEXT NOT NULL, version INTEGER NOT NULL, last INTEGER NOT NULL) WITHOUT ROWID
CREATE TABLE log (session TEXT NOT NULL REFERENCES session (id), seq INTEGER NOT NULL, key TEXT, event TEXT NOT NULL, PRIMARY KEY (session, seq)) WITHOUT ROWID
CREATE UNIQUE INDEX log_key ON log (session, key) WHERE key IS NOT NULL
CREATE TABLE projection (name TEXT PRIMARY KEY, version INTEGER NOT NULL) WITHOUT ROWID
CREATE TABLE session_list (id TEXT PRIMARY KEY, case_id TEXT NOT NULL, opened INTEGER NOT NULL, last INTEGER NOT NULL, turns INTEGER NOT NULL, closed INTEGER NOT NULL, rated INTEGER NOT NULL) WITHOUT ROWID
INSERT INTO session VALUES ('talk', 'attune-event', 1, 2)
INSERT INTO log VALUES ('talk', 1, NULL, '{"seq":1,"at":1700000000001,"type":"opened","format":"attune-event","version":1,"case":"someone","case_hash":"0011223344556677","seed":7,"mind":"1","reader":"1","voice":"1"}')
INSERT INTO log VALUES ('talk', 2, 'key-00001', '{"seq":2,"at":1700000000002,"type":"said","turn":1,"speaker":"supporter","text":"Hello.","key":"key-00001"}')
INSERT INTO projection VALUES ('session_list', 1)
INSERT INTO session_list VALUES ('talk', 'someone', 1700000000001, 1700000000002, 1, 0, 0)
PRAGMA application_id = 1098151029
PRAGMA user_version = 1
