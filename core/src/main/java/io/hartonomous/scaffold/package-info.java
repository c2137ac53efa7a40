/// Source code from a model: entities for the programs that use the database. Knows models and
/// catalogs, no server.
package io.hartonomous.scaffold;
