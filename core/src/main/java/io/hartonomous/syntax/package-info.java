/// T-SQL text to tokens and trees: lexer, parser with one grammar class per statement family. Knows
/// no model, no database and no files.
package io.hartonomous.syntax;
