/// The engine's catalog: the objects of each database as [io.hartonomous.model] values, kept in the
/// PostgreSQL schema `hncat`, and the `sys` and INFORMATION_SCHEMA views over the rows that data
/// definition maintains there.
///
/// Must not know: the TDS protocol, statements, sessions.
package io.hartonomous.engine.catalog;
