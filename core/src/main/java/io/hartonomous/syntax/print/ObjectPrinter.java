package io.hartonomous.syntax.print;

import io.hartonomous.syntax.ast.ModuleStatement.TriggerScope;
import io.hartonomous.syntax.ast.ObjectStatement;
import io.hartonomous.syntax.ast.OptionNode.Option;

/// Schemas, types, sequences, synonyms, partitioning and other small objects; DROP.
final class ObjectPrinter {
  private ObjectPrinter() {}

  static void print(Output out, ObjectStatement statement) {
    switch (statement) {
      case ObjectStatement.CreateSchema n -> {
        out.word("CREATE SCHEMA").optional(n.name()).optional("AUTHORIZATION", n.owner()).indent();
        n.elements().forEach(element -> out.line().node(element));
        out.outdent();
      }
      case ObjectStatement.AlterSchema n -> {
        out.word("ALTER SCHEMA").node(n.target()).word("TRANSFER");
        n.securableClass().ifPresent(c -> out.node(c).sign("::").glue());
        out.node(n.object());
      }
      case ObjectStatement.CreateAliasType n ->
          out.word("CREATE TYPE")
              .node(n.name())
              .word("FROM")
              .node(n.base())
              .choice(n.nullable(), "NULL", "NOT NULL");
      case ObjectStatement.CreateTableType n -> {
        out.word("CREATE TYPE").node(n.name()).word("AS TABLE").block(n.elements(), n.commas());
        OptionPrinter.with(out, n.options());
      }
      case ObjectStatement.CreateClrType n ->
          out.word("CREATE TYPE").node(n.name()).word("EXTERNAL NAME").node(n.externalName());
      case ObjectStatement.CreateSequence n ->
          out.word("CREATE SEQUENCE").node(n.name()).optional("AS", n.type()).each(n.options());
      case ObjectStatement.AlterSequence n ->
          out.word("ALTER SEQUENCE").node(n.name()).each(n.options());
      case ObjectStatement.CreateSynonym n ->
          out.word("CREATE SYNONYM").node(n.name()).word("FOR").node(n.target());
      case ObjectStatement.CreatePartitionFunction n -> {
        out.word("CREATE PARTITION FUNCTION").node(n.name()).open().node(n.type()).close();
        out.word("AS RANGE");
        n.side().ifPresent(side -> out.word(side.name()));
        out.word("FOR VALUES");
        out.parenthesised(n.boundaries());
      }
      case ObjectStatement.CreatePartitionScheme n ->
          out.word("CREATE PARTITION SCHEME")
              .node(n.name())
              .word("AS PARTITION")
              .node(n.function())
              .flag(n.all(), "ALL")
              .word("TO")
              .parenthesised(n.fileGroups());
      case ObjectStatement.CreateXmlSchemaCollection n ->
          out.word("CREATE XML SCHEMA COLLECTION").node(n.name()).word("AS").node(n.definition());
      case ObjectStatement.CreateDefault n ->
          out.word("CREATE DEFAULT").node(n.name()).word("AS").node(n.value());
      case ObjectStatement.CreateRule n ->
          out.word("CREATE RULE").node(n.name()).word("AS").node(n.condition());
      case ObjectStatement.CreateFullTextCatalog n -> {
        out.word("CREATE FULLTEXT CATALOG").node(n.name());
        for (Option option : n.options()) {
          boolean owner = option.name().equals("AUTHORIZATION");
          out.flag(owner && n.asDefault(), "AS DEFAULT");
          out.flag(option.name().equals("ACCENT_SENSITIVITY"), "WITH").node(option);
        }
        boolean owned =
            !n.options().isEmpty() && n.options().getLast().name().equals("AUTHORIZATION");
        out.flag(n.asDefault() && !owned, "AS DEFAULT");
      }
      case ObjectStatement.Drop n -> {
        out.word("DROP").word(n.kind()).flag(n.ifExists(), "IF EXISTS").list(n.names());
        out.flag(n.scope() != TriggerScope.OBJECT, "ON");
        ModulePrinter.scope(out, n.scope());
        out.optional(n.option());
      }
    }
  }
}
