/// The project's database tests: `.sql` files whose tests run one by one, each in a transaction
/// that is rolled back. Knows a JDBC connection and no project.
package io.hartonomous.dbtest;
