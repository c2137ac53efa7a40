package io.hartonomous.engine.interpret;

import io.hartonomous.bind.Relation;
import java.util.Set;

/// What a running trigger sees: the table, the PostgreSQL names of `inserted` and `deleted`, the
/// event (`INSERT`, `UPDATE`, `DELETE`), and the folded names of the columns that the statement set
/// (all of them for INSERT).
record TriggerContext(
    Relation relation, String inserted, String deleted, String event, Set<String> updated) {}
