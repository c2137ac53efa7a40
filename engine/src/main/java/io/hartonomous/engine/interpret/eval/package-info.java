/// Values of T-SQL in Java: conversions, arithmetic, comparison, built-in functions, for
/// expressions that rest on variables and constants alone. The same rules as `translate` and the
/// `hn` functions of PostgreSQL; what would need PostgreSQL's collations or parsers is handed to it
/// at run time.
package io.hartonomous.engine.interpret.eval;
