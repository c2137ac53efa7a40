/// Jakarta Persistence entities from tables: keys, columns and types.
package io.hartonomous.scaffold.jpa;
