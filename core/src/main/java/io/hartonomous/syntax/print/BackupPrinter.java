package io.hartonomous.syntax.print;

import io.hartonomous.syntax.ast.BackupStatement;
import io.hartonomous.syntax.ast.OptionNode.Option;
import java.util.List;

/// BACKUP and RESTORE.
final class BackupPrinter {
  private BackupPrinter() {}

  static void print(Output out, BackupStatement statement) {
    switch (statement) {
      case BackupStatement.Backup n -> {
        out.word(n.log() ? "BACKUP LOG" : "BACKUP DATABASE").node(n.name()).list(n.files());
        out.list("TO", n.devices()).each(n.mirrors()).list("WITH", n.options());
      }
      case BackupStatement.Restore n -> {
        out.word("RESTORE").word(n.kind()).optional(n.name()).list(n.files());
        out.list("FROM", n.devices());
        options(out, n.options());
      }
    }
  }

  /// MOVE and STOPATMARK have a second value behind the first, without parentheses.
  private static void options(Output out, List<Option> options) {
    for (int i = 0; i < options.size(); i++) {
      Option option = options.get(i);
      if (i == 0) {
        out.word("WITH");
      } else {
        out.sign(",");
      }
      if (option.value().isPresent() && !option.details().isEmpty()) {
        out.word(option.name()).flag(option.equalsSign(), "=").optional(option.value());
        out.each(option.details());
      } else {
        out.node(option);
      }
    }
  }
}
