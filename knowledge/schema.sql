-- knowledge.db, as build.py fills it and store.py reads it. `position` keeps the order of the files.
-- A change here raises VERSION in database.py.

CREATE TABLE meta (
    key TEXT PRIMARY KEY,  -- "schema version", "languages", "sha256 of <file>", "rows of <table>"
    value TEXT NOT NULL
);

CREATE TABLE articles (
    id TEXT PRIMARY KEY,   -- the folder's name
    position INTEGER NOT NULL,
    language TEXT NOT NULL
);

CREATE TABLE article_words (
    article TEXT NOT NULL REFERENCES articles (id),
    language TEXT NOT NULL,
    name TEXT NOT NULL,
    dating TEXT NOT NULL,
    dating_short TEXT NOT NULL,
    PRIMARY KEY (article, language)
);

CREATE TABLE article_remarks (
    article TEXT NOT NULL REFERENCES articles (id),
    language TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('known', 'inferred', 'example')),  -- a question
    position INTEGER NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (article, language, kind, position)
);

CREATE TABLE passages (
    id INTEGER PRIMARY KEY,
    article TEXT NOT NULL REFERENCES articles (id),
    kind TEXT NOT NULL CHECK (kind IN ('subhead', 'paragraph', 'sentence')),
    paragraph INTEGER,     -- counted from 1; NULL for a subhead
    part_of INTEGER REFERENCES passages (id),  -- a sentence's paragraph
    text TEXT NOT NULL     -- to the character
);

CREATE TABLE names (
    id TEXT PRIMARY KEY,
    position INTEGER NOT NULL,
    kind TEXT NOT NULL,
    named INTEGER NOT NULL CHECK (named IN (0, 1))  -- 1: an article names it; 0: people ask about it
);

CREATE TABLE name_usual (
    name TEXT NOT NULL REFERENCES names (id),
    language TEXT NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (name, language)
);

CREATE TABLE name_spellings (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL REFERENCES names (id),
    kind TEXT NOT NULL CHECK (kind IN ('in_article', 'alias', 'word', 'party', 'exact')),
    text TEXT NOT NULL     -- a final * ends a stem
);

CREATE TABLE topics (
    id TEXT PRIMARY KEY,
    position INTEGER NOT NULL,
    command TEXT NOT NULL
);

CREATE TABLE topic_words (
    topic TEXT NOT NULL REFERENCES topics (id),
    language TEXT NOT NULL,
    title TEXT NOT NULL,
    description TEXT NOT NULL,
    PRIMARY KEY (topic, language)
);

CREATE TABLE facts (
    id TEXT PRIMARY KEY,
    position INTEGER NOT NULL,
    article TEXT NOT NULL REFERENCES articles (id),
    topic TEXT NOT NULL REFERENCES topics (id),
    relation TEXT NOT NULL,
    quote TEXT NOT NULL,   -- the article's words, to the character
    passage INTEGER NOT NULL REFERENCES passages (id),
    speaker TEXT REFERENCES names (id),  -- NULL: the article itself says it
    certainty TEXT NOT NULL CHECK (certainty IN ('stated', 'claimed', 'said to be', 'estimated')),
    holder TEXT,
    period TEXT
);

CREATE TABLE fact_statements (
    id INTEGER PRIMARY KEY,
    fact TEXT NOT NULL REFERENCES facts (id),
    language TEXT NOT NULL,
    text TEXT NOT NULL,
    question TEXT,         -- how a person asks for it, on a button; NULL: nobody would
    UNIQUE (fact, language)
);

CREATE TABLE fact_names (
    fact TEXT NOT NULL REFERENCES facts (id),
    position INTEGER NOT NULL,
    name TEXT NOT NULL REFERENCES names (id),
    PRIMARY KEY (fact, position)
);

CREATE TABLE fact_companions (
    fact TEXT NOT NULL REFERENCES facts (id),
    position INTEGER NOT NULL,
    companion TEXT NOT NULL REFERENCES facts (id),
    PRIMARY KEY (fact, position)
);

CREATE TABLE unsaid (
    id INTEGER PRIMARY KEY,
    article TEXT NOT NULL REFERENCES articles (id),
    key TEXT NOT NULL,
    UNIQUE (article, key)
);

CREATE TABLE unsaid_near (
    unsaid INTEGER NOT NULL REFERENCES unsaid (id),
    position INTEGER NOT NULL,
    fact TEXT NOT NULL REFERENCES facts (id),
    PRIMARY KEY (unsaid, position)
);

CREATE TABLE wordings (
    id INTEGER PRIMARY KEY,
    language TEXT NOT NULL,
    form TEXT NOT NULL CHECK (form IN ('ask', 'yes', 'no', 'open')),
    text TEXT NOT NULL,
    fact TEXT REFERENCES facts (id),
    unsaid INTEGER REFERENCES unsaid (id),
    talk TEXT,             -- "smalltalk greeting", "elsewhere sport"
    CHECK ((fact IS NULL) + (unsaid IS NULL) + (talk IS NULL) = 2)
);

CREATE TABLE follow_ups (
    id INTEGER PRIMARY KEY,
    language TEXT NOT NULL,
    after TEXT NOT NULL REFERENCES facts (id),  -- the fact that was told
    fact TEXT REFERENCES facts (id),            -- the one that answers; NULL: not said
    text TEXT NOT NULL
);

CREATE TABLE pictures (
    id TEXT PRIMARY KEY,
    position INTEGER NOT NULL,
    article TEXT NOT NULL REFERENCES articles (id),
    topic TEXT REFERENCES topics (id),   -- NULL: it has a command of its own, by its id
    drawing TEXT NOT NULL,               -- sha256 of the SVG, which is alike on every machine
    sha256 TEXT NOT NULL,                -- of png
    png BLOB NOT NULL
);

CREATE TABLE picture_words (
    picture TEXT NOT NULL REFERENCES pictures (id),
    language TEXT NOT NULL,
    title TEXT NOT NULL,
    alternative TEXT NOT NULL,           -- what it shows, in the words of its facts
    PRIMARY KEY (picture, language)
);

CREATE TABLE picture_facts (
    picture TEXT NOT NULL REFERENCES pictures (id),
    position INTEGER NOT NULL,
    fact TEXT NOT NULL REFERENCES facts (id),
    PRIMARY KEY (picture, position)
);

-- What the understanding has worked out from the wordings; its own business.
CREATE TABLE model (
    name TEXT PRIMARY KEY,
    content BLOB NOT NULL  -- packed by zlib: it is mostly zeros
);

CREATE VIEW fact_texts AS
SELECT fact_statements.id AS rowid, fact, language, fact_statements.text AS statement, quote
FROM fact_statements JOIN facts ON facts.id = fact_statements.fact;

-- Statements and quotes, for searching: SELECT … FROM fact_search WHERE fact_search MATCH '…'.
-- search.py makes this very table of the view's rows in memory, where the bot searches it.
-- The double quotes at `content` are how Datasette finds the search that belongs to the view.
CREATE VIRTUAL TABLE fact_search USING fts5 (
    statement, quote, content="fact_texts", content_rowid="rowid", tokenize="porter unicode61"
);
