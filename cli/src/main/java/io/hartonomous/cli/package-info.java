/// The command line: one class a command, which parses flags, calls the library and prints.
///
/// The only place that knows picocli. Must not know how anything is compiled, planned or run.
package io.hartonomous.cli;
