/// T-SQL text to tokens and trees: a lexer, a parser with one grammar class per statement family.
/// Knows no model, no database and no files.
///
/// Public, and kept compatible: [Parser] reads a text, an expression, a condition or a type;
/// [Batches] reads a script batch by batch; [ParseResult] holds tree, tokens and findings and says
/// where a node stands; [Tokens] gives the text back, byte for byte; [Nodes] walks and compares
/// trees of any depth; [Literals] gives the values of constants; [TreeDump] shows a tree;
/// [io.hartonomous.syntax.print.SyntaxPrinter] writes one as T-SQL. The records of a tree are in
/// [io.hartonomous.syntax.ast]. To change a text, replace the span of a node
/// ([io.hartonomous.text.TextEdit]): comments and blanks around it stay.
///
/// Everything else here, the grammar classes above all, is package-private. `docs/syntax.md` shows
/// all of it by examples.
package io.hartonomous.syntax;
