package io.hartonomous.engine.translate;

import io.hartonomous.bind.Binding;
import io.hartonomous.bind.TableSource;
import io.hartonomous.engine.session.ResultColumn;
import io.hartonomous.model.Collation;
import io.hartonomous.model.SqlType;
import io.hartonomous.model.Table;
import io.hartonomous.syntax.ast.QueryPart;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the writers of one statement share.
///
/// A parameter stands in the text as a mark, not as `?`: pieces of SQL may then be moved and
/// repeated, and two uses of one variable are the same text, which GROUP BY needs. [#finish] turns
/// marks into placeholders in their order.
final class Emission {
  private static final char MARK = '\u0001';
  private static final char END = '\u0002';

  /// How variables appear.
  enum Style {
    PARAMETERS,
    FUNCTION_BODY,
    NONE
  }

  final TranslationContext context;
  final Binding binding;
  final Collation collation;
  final PgNames names;
  final ConversionSql conversions;
  final Style style;
  private final Map<ParameterRef, Integer> marks = new LinkedHashMap<>();
  private final List<ParameterRef> refs = new ArrayList<>();
  private final Map<TableSource, String> aliases = new IdentityHashMap<>();

  /// The PostgreSQL tables that table variables of a function's body stand in.
  final Map<String, String> functionTables = new HashMap<>();

  /// Text of a grouping expression to the column that holds it.
  Map<String, String> replacements = Map.of();

  /// The table that `new` and `old` are rows of.
  Optional<Table> changed = Optional.empty();

  /// In an expression over one row: the row's name, for whatever source.
  String row;

  /// In a definition of its own table a column stands alone.
  boolean unqualified;

  /// How many levels a recursive query may go down, as SQL: 0 is no limit. In views and inline
  /// functions it is the calling statement's.
  String maxRecursion = "100";

  /// Common table expressions that a data change goes through, and the address of their rows.
  final Map<QueryPart.CommonTableExpression, String> addressed = new IdentityHashMap<>();

  private int counter;

  Emission(TranslationContext context, Binding binding, Style style) {
    this.context = context;
    this.binding = binding;
    this.collation = context.collation();
    this.names = context.names();
    this.conversions = new ConversionSql(collation);
    this.style = style;
  }

  String cast(SqlType type) {
    return PgTypes.cast(type, collation);
  }

  String parameter(ParameterRef ref) {
    if (style != Style.PARAMETERS && ref instanceof ParameterRef.Session session) {
      Optional<String> setting = SessionSettings.of(session);
      if (setting.isPresent()) {
        return "current_setting('" + setting.get() + "')::" + cast(ref.type());
      }
    }
    if (style == Style.NONE) {
      throw SqlError.unsupported(
          switch (ref) {
                case ParameterRef.Session session -> session.function();
                case ParameterRef.Variable variable -> "the variable " + variable.name();
                case ParameterRef.Constant _, ParameterRef.Ordinal _ -> "a parameter";
              }
              + " in a definition");
    }
    if (style == Style.FUNCTION_BODY && !(ref instanceof ParameterRef.Constant)) {
      if (ref instanceof ParameterRef.Session session) {
        if (session.function().equals("@@ROWCOUNT")) {
          return "\"@@rowcount\"";
        }
        throw SqlError.unsupported(session.function() + " inside a function");
      }
      return PgNames.quote(collation.key(((ParameterRef.Variable) ref).name()));
    }
    Integer mark = marks.get(ref);
    if (mark == null) {
      mark = refs.size();
      marks.put(ref, mark);
      refs.add(ref);
    }
    return MARK + "" + mark + END + "::" + cast(ref.type());
  }

  String string(String text) {
    if (text.indexOf(MARK) >= 0 || text.indexOf(END) >= 0) {
      if (style != Style.PARAMETERS) {
        throw SqlError.unsupported(
            "control characters U+0001 and U+0002 in a constant of a definition");
      }
      return parameter(new ParameterRef.Constant(text, SqlType.nvarchar(SqlType.MAX)));
    }
    return PgNames.literal(text) + "::hn.str";
  }

  /// The name of a source in PostgreSQL's FROM.
  String alias(TableSource source) {
    if (row != null) {
      return row;
    }
    return unqualified ? "" : aliases.computeIfAbsent(source, s -> "s" + s.id());
  }

  void setAlias(TableSource source, String alias) {
    aliases.put(source, alias);
  }

  String fresh(String prefix) {
    return prefix + "_" + ++counter;
  }

  PgStatement finish(String sql, List<ResultColumn> columns) {
    List<ParameterRef> parameters = new ArrayList<>();
    StringBuilder text = new StringBuilder(sql.length());
    int i = 0;
    while (i < sql.length()) {
      char c = sql.charAt(i);
      if (c == MARK) {
        int end = sql.indexOf(END, i);
        parameters.add(refs.get(Integer.parseInt(sql.substring(i + 1, end))));
        text.append('?');
        i = end + 1;
      } else {
        text.append(c);
        i++;
      }
    }
    return new PgStatement(text.toString(), parameters, columns);
  }
}
