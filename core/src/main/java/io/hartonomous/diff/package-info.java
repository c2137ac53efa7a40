/// What tells two database models apart, as values: a list of [Change]s. Knows the model and the
/// lexer; no file, no connection, no T-SQL to run.
package io.hartonomous.diff;
