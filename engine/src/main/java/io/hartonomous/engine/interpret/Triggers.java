package io.hartonomous.engine.interpret;

import io.hartonomous.bind.Relation;
import io.hartonomous.engine.catalog.CatalogEntry;
import io.hartonomous.engine.translate.SqlError;
import io.hartonomous.engine.translate.Translator;
import io.hartonomous.model.Column;
import io.hartonomous.model.Module;
import io.hartonomous.model.Table;
import io.hartonomous.syntax.ast.DmlPart;
import io.hartonomous.syntax.ast.DmlStatement;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// DML triggers: all changes come from here, so that they are fired here, with `inserted` and
/// `deleted` as temporary tables.
///
/// Rows that a cascading foreign key changes come from [Cascades].
final class Triggers {
  private final Session session;
  private final Interpreter interpreter;
  private int images;

  Triggers(Session session, Interpreter interpreter) {
    this.session = session;
    this.interpreter = interpreter;
  }

  /// Where `inserted` and `deleted` stand, and the table that they look like.
  record Images(String inserted, String deleted) {}

  /// The enabled triggers of a table or view for any of the events, INSTEAD OF alone where there is
  /// one.
  List<CatalogEntry> of(Relation relation, List<String> events) {
    if (relation.kind() != Relation.Kind.TABLE && relation.kind() != Relation.Kind.VIEW) {
      return List.of();
    }
    List<CatalogEntry> all =
        session.dependents().triggersOf(relation.name()).stream()
            .filter(e -> ((Module.Trigger) e.object()).events().stream().anyMatch(events::contains))
            .toList();
    List<CatalogEntry> instead =
        all.stream()
            .filter(e -> ((Module.Trigger) e.object()).insteadOf() && !isRunning(e))
            .toList();
    return instead.isEmpty()
        ? all.stream().filter(e -> !((Module.Trigger) e.object()).insteadOf()).toList()
        : instead;
  }

  private boolean isRunning(CatalogEntry trigger) {
    return running.contains(trigger.id());
  }

  private final Set<Integer> running = new HashSet<>();

  Images images(Relation relation) throws SQLException {
    Table shape = shape(relation);
    int n = ++images;
    String inserted = "pg_temp.\"inserted~" + n + "\"";
    String deleted = "pg_temp.\"deleted~" + n + "\"";
    session
        .pg()
        .execute(
            Translator.imageTable(inserted, shape, session.names().pg())
                + "; "
                + Translator.imageTable(deleted, shape, session.names().pg()));
    return new Images(inserted, deleted);
  }

  private Table shape(Relation relation) {
    return session
        .catalog()
        .state()
        .named(relation.name())
        .filter(e -> e.object() instanceof Table)
        .map(e -> (Table) e.object())
        .orElseGet(() ->
            new Table(
                relation.name(),
                relation.columns().stream()
                    .map(c -> Column.of(c.name(), c.type(), c.nullable()))
                    .toList(),
                List.of(),
                List.of(),
                Table.TableOptions.DEFAULT));
  }

  void fire(
      Frame frame,
      DmlStatement statement,
      Relation relation,
      List<CatalogEntry> fired,
      Images images,
      List<String> events)
      throws SQLException {
    fire(frame, relation, fired, images, events, event -> updated(statement, relation, event));
  }

  /// `updated` gives the columns that UPDATE(column) is true for.
  void fire(
      Frame frame,
      Relation relation,
      List<CatalogEntry> fired,
      Images images,
      List<String> events,
      Function<String, Set<String>> updated)
      throws SQLException {
    long rowCount = session.rowCount;
    try {
      for (String event : events) {
        for (CatalogEntry entry : fired) {
          Module.Trigger trigger = (Module.Trigger) entry.object();
          if (trigger.events().contains(event) && !isRunning(entry)) {
            run(
                frame,
                updated.apply(event),
                relation,
                entry,
                trigger,
                view(images, event, events),
                event,
                rowCount);
          }
        }
      }
    } finally {
      drop(images);
    }
    session.rowCount = rowCount;
  }

  void drop(Images used) throws SQLException {
    if (session.transactions().isOpen() && !session.transactions().isDoomed()) {
      session
          .pg()
          .execute(
              "DROP TABLE IF EXISTS "
                  + used.inserted()
                  + "; DROP TABLE IF EXISTS "
                  + used.deleted());
    }
    images--;
  }

  /// The images as the trigger of one event sees them: MERGE fills both tables for all of its
  /// actions, and `$action` tells them apart.
  private static Images view(Images images, String event, List<String> events) {
    if (events.size() == 1) {
      return images;
    }
    String where = " WHERE \"$action\" = '" + event + "')";
    return new Images(
        "(SELECT * FROM " + images.inserted() + where,
        "(SELECT * FROM " + images.deleted() + where);
  }

  private void run(
      Frame caller,
      Set<String> updated,
      Relation relation,
      CatalogEntry entry,
      Module.Trigger trigger,
      Images images,
      String event,
      long rowCount)
      throws SQLException {
    Program program =
        session.programs().module(trigger.definition().text(), trigger.quotedIdentifier());
    Frame frame =
        new Frame(
            caller,
            Frame.Kind.TRIGGER,
            program,
            Optional.of(trigger.name()),
            entry.id(),
            session.collation());
    frame.trigger =
        new TriggerContext(relation, images.inserted(), images.deleted(), event, updated);
    Settings settings = session.settings();
    session.settings(settings.copy());
    session.settings().ansiNulls = trigger.ansiNulls();
    session.settings().quotedIdentifier = trigger.quotedIdentifier();
    session.settings().xactAbort = true;
    session.rowCount = rowCount;
    running.add(entry.id());
    int before = session.transactions().count();
    try {
      interpreter.run(frame);
    } finally {
      running.remove(entry.id());
      session.settings(settings);
    }
    if (session.transactions().count() < before) {
      throw SqlError.of(3609);
    }
  }

  private Set<String> updated(DmlStatement statement, Relation relation, String event) {
    Set<String> columns = new HashSet<>();
    switch (statement) {
      case DmlStatement.Update u -> u.assignments().forEach(a -> add(columns, a));
      case DmlStatement.Merge m when event.equals("UPDATE") ->
          m.clauses()
              .forEach(c -> {
                if (c.action() instanceof DmlPart.MergeAction.Update u) {
                  u.assignments().forEach(a -> add(columns, a));
                }
              });
      default -> {
        if (event.equals("INSERT")) {
          relation.columns().forEach(c -> columns.add(session.collation().key(c.name())));
        }
      }
    }
    return columns;
  }

  private void add(Set<String> columns, DmlPart.SetClause clause) {
    switch (clause) {
      case DmlPart.SetClause.Column c ->
          columns.add(session.collation().key(c.column().object().value()));
      case DmlPart.SetClause.Method m ->
          columns.add(session.collation().key(m.column().object().value()));
      case DmlPart.SetClause.Variable _ -> {}
    }
  }

  /// UPDATE(column) of a trigger.
  static boolean isUpdated(Frame frame, String column) {
    TriggerContext context = frame.firedBy();
    if (context == null) {
      throw SqlError.of(420);
    }
    return context.updated().contains(frame.collation.key(column));
  }
}
