CREATE TABLE t (a int PRIMARY KEY NOT NULL CONSTRAINT c CHECK (a > 0), timestamp, timestamp timestamp, c int UNIQUE (b) CHECK (c > 0),)
