package io.hartonomous.syntax.print;

import io.hartonomous.syntax.ast.DataType;

/// Data types.
final class TypePrinter {
  private TypePrinter() {}

  static void print(Output out, DataType type) {
    switch (type) {
      case DataType.Named n -> {
        out.node(n.name()).each(n.moreWords());
        if (!n.arguments().isEmpty()) {
          out.arguments(n.arguments());
        }
      }
      case DataType.Xml n -> {
        out.word("xml");
        n.schemaCollection()
            .ifPresent(collection -> {
              out.glue().open();
              n.kind().ifPresent(kind -> out.word(kind.name()));
              out.node(collection).close();
            });
      }
      case DataType.ImpliedTimestamp _ -> {}
      case DataType.Cursor _ -> out.word("CURSOR");
      case DataType.Table n -> out.word("TABLE").block(n.elements(), n.commas());
      case DataType.Argument n -> out.word(n.text());
    }
  }
}
