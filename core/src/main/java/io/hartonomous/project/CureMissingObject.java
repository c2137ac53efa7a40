package io.hartonomous.project;

import io.hartonomous.bind.Finding;
import io.hartonomous.diagnostics.Location;
import io.hartonomous.model.ObjectName;
import io.hartonomous.project.CureTypes.Guess;
import io.hartonomous.project.Findings.Explained;
import io.hartonomous.syntax.ast.Expression;
import io.hartonomous.syntax.ast.Identifier;
import io.hartonomous.syntax.ast.MultiPartName;
import io.hartonomous.syntax.ast.Node;
import io.hartonomous.syntax.ast.TableElement;
import io.hartonomous.text.TextEdit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// An object that is defined nowhere in the project.
final class CureMissingObject {
  /// What an object seems to be from how it is used.
  private enum Use {
    TABLE("table"),
    RELATION("table or view"),
    PROCEDURE("procedure"),
    FUNCTION("function"),
    SEQUENCE("sequence"),
    ANY("object");

    private final String words;

    Use(String words) {
      this.words = words;
    }
  }

  private final CauseContext context;
  private final Map<Use, Map<String, List<ObjectName>>> candidates = new EnumMap<>(Use.class);
  private final Map<String, CureNames> names = new HashMap<>();

  CureMissingObject(CauseContext context) {
    this.context = context;
  }

  Cause cause(Causes.Group group) {
    List<Explained> uses = group.explained();
    Explained first =
        uses.stream().filter(CureMissingObject::isWhole).findFirst().orElse(uses.getFirst());
    Location at = first.diagnostic().at();
    Optional<ObjectName> object = name(first);
    if (object.isEmpty()) {
      return elsewhere(group, first, at);
    }
    ObjectName name = object.get();
    Use use = use(uses);
    List<Cure> cures = new ArrayList<>();
    otherSchema(name, use, uses).ifPresent(cures::add);
    nearest(name, use, uses).ifPresent(cures::add);
    cures.add(created(name, use, uses));
    return new Cause(
        Cause.Kind.MISSING_OBJECT,
        "The " + use.words + " " + CureText.plain(name) + " does not exist",
        at,
        group.diagnostics(),
        cures);
  }

  /// Whether a finding is about the object itself and not about a column of it.
  private static boolean isWhole(Explained e) {
    return e.finding().filter(f -> f.kind() == Finding.Kind.COLUMN_OF_UNKNOWN).isEmpty()
        && QuotedName.parts(e.subject().name()).size() <= 2;
  }

  private Cause elsewhere(Causes.Group group, Explained first, Location at) {
    return new Cause(
        Cause.Kind.MISSING_OBJECT,
        CauseWriter.sentence(first.subject().name()) + " is not part of this project",
        at,
        group.diagnostics(),
        List.of(Cure.inWords(CauseWriter.sentence(first.diagnostic().hint()))));
  }

  /// The object's name with its schema; none for one of another database.
  private static Optional<ObjectName> name(Explained e) {
    if (e.node() instanceof MultiPartName n && n.database().isPresent()) {
      return Optional.empty();
    }
    Optional<ObjectName> relation =
        e.finding()
            .filter(f -> f.kind() == Finding.Kind.COLUMN_OF_UNKNOWN)
            .flatMap(Finding::relation)
            .map(r -> r.name());
    if (relation.isPresent()) {
      return relation;
    }
    List<String> parts = QuotedName.parts(e.subject().name());
    return parts.size() < 2
        ? Optional.empty()
        : Optional.of(new ObjectName(parts.get(0), parts.get(1)));
  }

  private Use use(List<Explained> uses) {
    Use use = Use.ANY;
    for (Explained e : uses) {
      Use here =
          e.finding()
              .map(f ->
                  switch (f.kind()) {
                    case UNKNOWN_PROCEDURE -> Use.PROCEDURE;
                    case UNKNOWN_ROUTINE -> Use.FUNCTION;
                    case UNKNOWN_SEQUENCE -> Use.SEQUENCE;
                    case UNKNOWN_OBJECT, COLUMN_OF_UNKNOWN, STAR_OF_UNKNOWN -> Use.RELATION;
                    default -> Use.ANY;
                  })
              .orElseGet(() -> inTable(e) ? Use.TABLE : Use.ANY);
      if (here.ordinal() < use.ordinal()) {
        use = here;
      }
    }
    return use;
  }

  /// Whether a foreign key names it: only a table can be meant.
  private boolean inTable(Explained e) {
    List<Node> path = context.pathTo(e.source(), e.node());
    return !path.isEmpty() && path.getLast() instanceof TableElement.References;
  }

  private boolean fits(Definition d, Use use) {
    return switch (use) {
      case TABLE -> d.kind() == Definition.Kind.TABLE;
      case RELATION ->
          switch (d.kind()) {
            case TABLE, VIEW, SYNONYM -> true;
            default -> false;
          };
      case PROCEDURE -> d.kind() == Definition.Kind.PROCEDURE;
      case FUNCTION -> d.kind().isFunction();
      case SEQUENCE -> d.kind() == Definition.Kind.SEQUENCE;
      case ANY -> d.node() == d.statement();
    };
  }

  /// The objects that a use can mean, by their names without schema.
  private Map<String, List<ObjectName>> candidates(Use use) {
    return candidates.computeIfAbsent(
        use,
        _ -> {
          Map<String, List<ObjectName>> byName = new HashMap<>();
          for (List<Definition> group : context.definitions().groups()) {
            Definition d = group.getFirst();
            if (d.kind().space().equals("object") && fits(d, use)) {
              byName
                  .computeIfAbsent(context.collation().key(d.name().name()), _ -> new ArrayList<>())
                  .add(d.name());
            }
          }
          return byName;
        });
  }

  private Optional<Cure> otherSchema(ObjectName name, Use use, List<Explained> uses) {
    List<ObjectName> same =
        candidates(use).getOrDefault(context.collation().key(name.name()), List.of());
    return same.size() == 1 ? renamed(same.getFirst(), name, uses) : Optional.empty();
  }

  private Optional<Cure> nearest(ObjectName name, Use use, List<Explained> uses) {
    String schema = context.collation().key(name.schema());
    CureNames known =
        names.computeIfAbsent(
            use + " " + schema,
            _ ->
                new CureNames(
                    candidates(use).values().stream()
                        .flatMap(List::stream)
                        .filter(c -> context.collation().same(c.schema(), schema))
                        .map(ObjectName::name)
                        .sorted()
                        .toList(),
                    context.collation()));
    return known
        .nearest(name.name())
        .flatMap(found -> renamed(new ObjectName(name.schema(), found), name, uses));
  }

  /// The right name at each place that has the wrong one, before columns too.
  private Optional<Cure> renamed(ObjectName right, ObjectName wrong, List<Explained> uses) {
    Map<String, List<TextEdit>> edits = new LinkedHashMap<>();
    Map<String, SourceUnit> sources = new LinkedHashMap<>();
    for (Explained use : uses) {
      MultiPartName written =
          switch (use.node()) {
            case MultiPartName n -> n;
            case Expression.ColumnReference c -> c.name();
            default -> null;
          };
      if (written == null) {
        if (isWhole(use)) {
          return Optional.empty();
        }
        continue;
      }
      int object = written.parts().size() - (isWhole(use) ? 1 : 2);
      if (object < 0
          || !context.collation().same(written.parts().get(object).value(), wrong.name())) {
        continue;
      }
      List<TextEdit> here = edits.computeIfAbsent(use.source().path(), _ -> new ArrayList<>());
      sources.put(use.source().path(), use.source());
      Identifier name = written.parts().get(object);
      boolean moves = !context.collation().same(right.schema(), wrong.schema());
      if (moves && object == 0 && isWhole(use)) {
        String qualified = CureText.bare(right.schema()) + "." + CureText.bare(right.name());
        here.add(new TextEdit(use.source().parsed().span(name), qualified));
      } else {
        here.add(CureText.replace(use.source().parsed(), name, right.name()));
        if (moves && object > 0) {
          here.add(
              CureText.replace(
                  use.source().parsed(), written.parts().get(object - 1), right.schema()));
        }
      }
    }
    if (edits.isEmpty()) {
      return Optional.empty();
    }
    List<CureEdit> changes = new ArrayList<>();
    edits.forEach((path, list) ->
        changes.add(new CureEdit.Change(sources.get(path).parsed().source(), list)));
    return Optional.of(new Cure("Correct the name to " + CureText.plain(right), changes));
  }

  private Cure created(ObjectName name, Use use, List<Explained> uses) {
    Definition.Kind kind =
        switch (use) {
          case TABLE, RELATION, ANY -> Definition.Kind.TABLE;
          case PROCEDURE -> Definition.Kind.PROCEDURE;
          case FUNCTION -> Definition.Kind.SCALAR_FUNCTION;
          case SEQUENCE -> Definition.Kind.SEQUENCE;
        };
    String path = context.files().pathFor(kind, name);
    Map<String, List<Explained>> columns = columns(uses);
    if (use == Use.SEQUENCE) {
      String text = "CREATE SEQUENCE " + name.quoted() + "\n    AS BIGINT\n    START WITH 1;\n";
      return new Cure("Create the sequence in " + path, context.files().create(path, text));
    }
    boolean isTable = use == Use.TABLE || use == Use.RELATION;
    if (!isTable || columns.isEmpty() || context.files().exists(path)) {
      String where = use == Use.ANY ? "" : " in " + path;
      return Cure.inWords("Define it" + where + ", or take its uses away");
    }
    String also =
        "Create the table in "
            + path
            + " with the columns that are used; check their types, and add what else it needs";
    return new Cure(also, context.files().create(path, table(name, columns)));
  }

  /// The columns that the findings name, with the findings of each.
  private Map<String, List<Explained>> columns(List<Explained> uses) {
    Map<String, List<Explained>> columns = new LinkedHashMap<>();
    Map<String, String> spelt = new LinkedHashMap<>();
    for (Explained use : uses) {
      if (!isWhole(use)) {
        Optional<Identifier> identifier = CureText.lastName(use.node());
        identifier.ifPresent(i -> {
          String key = spelt.computeIfAbsent(context.collation().key(i.value()), _ -> i.value());
          columns.computeIfAbsent(key, _ -> new ArrayList<>()).add(use);
        });
      }
    }
    return columns;
  }

  private String table(ObjectName name, Map<String, List<Explained>> columns) {
    Set<String> key = new LinkedHashSet<>();
    columns.forEach((column, uses) -> {
      if (uses.stream().anyMatch(this::inTable)) {
        key.add(column);
      }
    });
    StringBuilder text = new StringBuilder("CREATE TABLE " + name.quoted() + "\n(\n");
    CureTypes types = context.types();
    List<String> lines = new ArrayList<>();
    columns.forEach((column, uses) -> {
      Guess guess = types.guess(column, uses);
      lines.add(
          "    "
              + ObjectName.quote(column)
              + " "
              + guess.type()
              + (key.contains(column) ? " NOT NULL" : " NULL"));
    });
    if (!key.isEmpty()) {
      lines.add(
          "    CONSTRAINT "
              + ObjectName.quote("PK_" + name.name())
              + " PRIMARY KEY CLUSTERED ("
              + String.join(", ", key.stream().map(ObjectName::quote).toList())
              + ")");
    }
    return text.append(String.join(",\n", lines)).append("\n);\n").toString();
  }
}
