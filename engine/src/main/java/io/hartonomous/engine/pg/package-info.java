/// Embedded PostgreSQL: its binaries, a cluster made from a cached template, its start and end.
///
/// It knows nothing of TDS or T-SQL. What must be in every database comes from outside as a
/// [TemplateScript]. One SQL Server database is one PostgreSQL database.
package io.hartonomous.engine.pg;
