/// Trees back to text, in two ways.
///
/// [SyntaxPrinter] writes any tree as T-SQL, from the tree alone: what it writes parses to the same
/// tree. [Canonical] writes expressions, conditions and types in one form in which two spellings of
/// one thing are equal; that is made to be compared, not to be run.
///
/// A new family of `syntax.ast` brings its printer: one class `XxxPrinter` with a method
/// `print(Output out, Xxx node)` per sealed interface, a switch without a default, and one line in
/// [SyntaxPrinter]. A printer never calls the printer of a child: it hands the child over with
/// `out.node(...)`, `out.list(...)` or `out.optional(...)`, which are carried out later from a
/// stack. So printers read as if they recursed and trees may be of any depth.
package io.hartonomous.syntax.print;
