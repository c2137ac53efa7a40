/// Bound T-SQL to PostgreSQL's SQL: queries, data changes, functions; the types, names and errors
/// of both sides. Opens no connection but for [io.hartonomous.engine.translate.HnLibrary]; knows
/// nothing of sessions.
package io.hartonomous.engine.translate;
