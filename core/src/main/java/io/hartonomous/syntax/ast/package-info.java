/// The syntax tree of T-SQL: sealed families of records, one family a file. Knows no text, no
/// meaning and no diagnostics.
package io.hartonomous.syntax.ast;
