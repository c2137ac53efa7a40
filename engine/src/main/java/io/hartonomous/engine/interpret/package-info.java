/// Runs T-SQL: batches, modules, transactions, errors, cursors. Statements that read or change rows
/// go to PostgreSQL through `translate`; what concerns variables alone is computed in Java.
///
/// Must not know: the TDS protocol. No statement is recognised by its text.
package io.hartonomous.engine.interpret;
