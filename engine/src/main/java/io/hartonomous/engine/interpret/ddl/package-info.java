/// Data definition: from the model's objects to PostgreSQL's and to the rows of the catalog, in one
/// transaction of PostgreSQL.
package io.hartonomous.engine.interpret.ddl;
