package io.hartonomous.syntax;

import io.hartonomous.diagnostics.Code;
import io.hartonomous.syntax.ast.ColumnConstraint;
import io.hartonomous.syntax.ast.ColumnConstraint.GeneratedAlways;
import io.hartonomous.syntax.ast.ColumnConstraint.GeneratedKind;
import io.hartonomous.syntax.ast.Identifier;
import io.hartonomous.syntax.ast.TableElement;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What the columns of a period and the generated columns of a table owe each other. All findings
/// stand at the first element, as those of the reference compiler do.
final class PeriodCheck {
  private PeriodCheck() {}

  /// Errors: SQL46103 to SQL46113 and SQL46136 to SQL46139.
  ///
  /// @param isTable whether a generated column needs a period
  static void check(Parser p, List<TableElement> elements, boolean isTable) {
    TableElement.Period period = null;
    boolean generates = false;
    for (TableElement element : elements) {
      if (element instanceof TableElement.Period found) {
        period = found;
      } else if (element instanceof TableElement.Column column) {
        generates |= generated(column).isPresent();
      }
    }
    int at = elements.getFirst().from();
    if (generates) {
      repeated(p, elements, at);
    }
    if (period != null) {
      period(p, elements, period, isTable, at);
    } else if (generates && isTable && elements.stream().anyMatch(PeriodCheck::needsPeriod)) {
      p.report(Code.GENERATED_WITHOUT_PERIOD, at);
      return;
    }
  }

  private static Optional<GeneratedKind> generated(TableElement.Column column) {
    for (ColumnConstraint constraint : column.constraints()) {
      if (constraint instanceof GeneratedAlways g) {
        return Optional.of(g.kind());
      }
    }
    return Optional.empty();
  }

  private static boolean needsPeriod(TableElement element) {
    return element instanceof TableElement.Column column
        && generated(column)
            .filter(k ->
                switch (k) {
                  case ROW_START,
                      ROW_END,
                      SUSER_SID_START,
                      SUSER_SID_END,
                      SUSER_SNAME_START,
                      SUSER_SNAME_END ->
                      true;
                  default -> false;
                })
            .isPresent();
  }

  private static void repeated(Parser p, List<TableElement> elements, int at) {
    Set<GeneratedKind> seen = EnumSet.noneOf(GeneratedKind.class);
    for (TableElement element : elements) {
      if (element instanceof TableElement.Column column) {
        Optional<GeneratedKind> kind = generated(column);
        if (kind.isPresent() && !seen.add(kind.get())) {
          Code code =
              switch (kind.get()) {
                case ROW_START, ROW_END -> null; // the period tells
                case SUSER_SID_START -> Code.SECOND_SUSER_SID_START;
                case SUSER_SID_END -> Code.SECOND_SUSER_SID_END;
                case SUSER_SNAME_START -> Code.SECOND_SUSER_SNAME_START;
                case SUSER_SNAME_END -> Code.SECOND_SUSER_SNAME_END;
                case TRANSACTION_ID_START -> Code.SECOND_TRANSACTION_ID_START;
                case TRANSACTION_ID_END -> Code.SECOND_TRANSACTION_ID_END;
                case SEQUENCE_NUMBER_START -> Code.SECOND_SEQUENCE_NUMBER_START;
                case SEQUENCE_NUMBER_END -> Code.SECOND_SEQUENCE_NUMBER_END;
              };
          if (code != null) {
            p.report(code, at, column.name().value());
            return;
          }
        }
      }
    }
  }

  private static void period(
      Parser p, List<TableElement> elements, TableElement.Period period, boolean isTable, int at) {
    boolean start = false;
    boolean end = false;
    for (TableElement element : elements) {
      Identifier name;
      GeneratedKind kind = null;
      if (element instanceof TableElement.Column column) {
        name = column.name();
        kind = generated(column).orElse(null);
      } else if (element instanceof TableElement.ComputedColumn computed) {
        name = computed.name();
      } else {
        continue;
      }
      boolean isStart = Words.same(name.value(), Words.upper(period.start().value()));
      boolean isEnd = Words.same(name.value(), Words.upper(period.end().value()));
      start |= isStart;
      end |= isEnd;
      if (isStart && kind != GeneratedKind.ROW_START) {
        p.report(Code.PERIOD_START_NOT_GENERATED, at, period.start().value());
        return;
      }
      if (isEnd && kind != GeneratedKind.ROW_END) {
        p.report(Code.PERIOD_END_NOT_GENERATED, at, period.end().value());
        return;
      }
      if (kind == GeneratedKind.ROW_START && !isStart) {
        p.report(Code.PERIOD_START_NOT_GENERATED, at, period.start().value());
        return;
      }
      if (kind == GeneratedKind.ROW_END && !isEnd) {
        p.report(Code.PERIOD_END_NOT_GENERATED, at, period.end().value());
        return;
      }
    }
    if (isTable && !start) {
      p.report(Code.PERIOD_START_MISSING, at, period.start().value());
      return;
    }
    if (isTable && !end) {
      p.report(Code.PERIOD_END_MISSING, at, period.end().value());
      return;
    }
  }
}
