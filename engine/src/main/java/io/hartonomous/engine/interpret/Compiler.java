package io.hartonomous.engine.interpret;

import io.hartonomous.bind.Binder;
import io.hartonomous.bind.Bound;
import io.hartonomous.bind.Finding;
import io.hartonomous.bind.Relation;
import io.hartonomous.bind.Variables;
import io.hartonomous.engine.catalog.CatalogEntry;
import io.hartonomous.engine.catalog.CatalogState;
import io.hartonomous.engine.catalog.EngineCatalog;
import io.hartonomous.engine.catalog.SystemViews;
import io.hartonomous.engine.translate.PgNames;
import io.hartonomous.engine.translate.SqlError;
import io.hartonomous.engine.translate.TranslationContext;
import io.hartonomous.engine.translate.Translator;
import io.hartonomous.model.Collation;
import io.hartonomous.model.ObjectName;
import io.hartonomous.model.SqlType;
import io.hartonomous.model.Table;
import io.hartonomous.syntax.ast.ProceduralStatement;
import io.hartonomous.syntax.ast.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Binds and translates statements once, and again only when the catalog, a temporary table or a
/// setting on which that rests has changed.
final class Compiler {
  private final Session session;

  Compiler(Session session) {
    this.session = session;
  }

  /// The compiled form of a statement, from the frame's program if it still holds.
  Compiled compiled(Frame frame, Statement statement) {
    return compiled(frame, statement, () -> statement);
  }

  /// The same where `toBind` stands for the statement: IF and WHILE are bound without what they
  /// hold.
  Compiled compiled(Frame frame, Statement statement, Supplier<Statement> toBind) {
    Plan<?> known = frame.program.plans().get(statement);
    CatalogState state = session.catalog().state();
    long settings = session.settings().planKey() | session.objects().epoch() << 16;
    if (known != null
        && known.version() == state.version()
        && known.settings() == settings
        && holds(frame, known.temporaries())) {
      Compiled compiled = (Compiled) known.value();
      compiled.runsIn(frame);
      return compiled;
    }
    Recorder recorder = new Recorder(frame);
    Bound bound = bind(toBind.get(), recorder);
    List<Finding> findings =
        statement instanceof ProceduralStatement.Execute
            ? bound.findings().stream().filter(f -> !isFoundByCall(f)).toList()
            : bound.findings();
    if (!findings.isEmpty()) {
      throw new CompileError(error(first(findings)));
    }
    recorder.require();
    Compiled compiled =
        new Compiled(
            bound.binding(),
            new Translator(recorder, bound.binding()),
            recorder.readsSessions,
            recorder::runsIn);
    frame
        .program
        .plans()
        .put(statement, new Plan<>(state.version(), settings, recorder.used, compiled));
    return compiled;
  }

  /// EXECUTE looks for its procedure and its parameters when it runs: then it is the statement's
  /// error alone.
  private static boolean isFoundByCall(Finding finding) {
    return switch (finding.kind()) {
      case UNKNOWN_PROCEDURE, UNKNOWN_PARAMETER, ARGUMENT_COUNT -> true;
      default -> false;
    };
  }

  /// An error of a statement that cannot be compiled: no TRY of its own batch or module catches it.
  static final class CompileError extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient SqlError error;

    CompileError(SqlError error) {
      super(error.text(), null, false, false);
      this.error = error;
    }

    SqlError error() {
      return error;
    }
  }

  /// Checks a whole program before its first statement runs: what is wrong whatever the statements
  /// before it make is reported at once.
  void check(Frame frame) {
    long version = session.catalog().state().version();
    if (frame.program.checkedVersion() >= 0) {
      return;
    }
    for (Statement statement : frame.program.statements()) {
      check(frame, statement);
    }
    frame.program.checked(version);
  }

  private void check(Frame frame, Statement statement) {
    switch (statement) {
      case ProceduralStatement.Block b -> b.statements().forEach(s -> check(frame, s));
      case ProceduralStatement.If i -> {
        check(frame, i.then());
        i.otherwise().ifPresent(s -> check(frame, s));
      }
      case ProceduralStatement.While w -> check(frame, w.body());
      case ProceduralStatement.TryCatch t -> {
        t.tryStatements().forEach(s -> check(frame, s));
        t.catchStatements().forEach(s -> check(frame, s));
      }
      case io.hartonomous.syntax.ast.DmlStatement dml -> {
        frame.current = dml;
        Bound bound = bind(dml, new Recorder(frame));
        bound.findings().stream()
            .filter(f -> !isDeferred(f, bound.findings()))
            .findFirst()
            .ifPresent(f -> {
              throw new CompileError(error(f));
            });
      }
      default -> {}
    }
  }

  /// Whether the server would find out only when the statement runs: some object that it names is
  /// not there (yet).
  private static boolean isDeferred(Finding finding, List<Finding> all) {
    return finding.deferred()
        || all.stream()
            .anyMatch(f ->
                switch (f.kind()) {
                  case UNKNOWN_OBJECT, UNKNOWN_TABLE_VARIABLE, UNKNOWN_ROUTINE, UNKNOWN_PROCEDURE ->
                      true;
                  default -> false;
                });
  }

  private Bound bind(Statement statement, Recorder recorder) {
    return Binder.bindStatement(statement, session.catalogView(recorder), recorder);
  }

  private static Finding first(List<Finding> findings) {
    return findings.stream()
        .filter(f -> f.kind() != Finding.Kind.COLUMN_OF_UNKNOWN)
        .findFirst()
        .orElse(findings.getFirst());
  }

  static SqlError error(Finding finding) {
    return Findings.error(finding);
  }

  /// A translator for statements of the engine's own that have no tree.
  Translator plainTranslator() {
    return new Translator(new Recorder(null), null);
  }

  private boolean holds(Frame frame, List<Plan.Temporary> temporaries) {
    for (Plan.Temporary t : temporaries) {
      if (t.name().equals("inserted") || t.name().equals("deleted")) {
        TriggerContext by = frame.firedBy();
        if (by == null
            || !t.pgName().equals(t.name().equals("inserted") ? by.inserted() : by.deleted())) {
          return false;
        }
        continue;
      }
      TemporaryTable now = session.temporaries().find(frame, t.name());
      if (now == null
          || now.relation() != t.relation() && !now.relation().equals(t.relation())
          || !now.pgName.equals(t.pgName())) {
        return false;
      }
    }
    for (Plan.Temporary t : temporaries) {
      TemporaryTable now = session.temporaries().find(frame, t.name());
      if (now != null) {
        session.temporaries().make(now);
      }
    }
    return true;
  }

  /// Answers the binder and the translator, and notes which temporary tables they asked for.
  private final class Recorder implements Variables, TranslationContext, EngineCatalog.Lookups {
    private Frame frame;
    private final List<CatalogEntry> entries = new ArrayList<>();
    private final List<Relation> system = new ArrayList<>();
    private boolean readsSessions;
    private final List<Plan.Temporary> used = new ArrayList<>();

    Recorder(Frame frame) {
      this.frame = frame;
    }

    /// What is translated later asks for the tables of this frame.
    void runsIn(Frame now) {
      frame = now;
    }

    @Override
    public void used(CatalogEntry entry) {
      entries.add(entry);
    }

    @Override
    public void usedSystem(Relation relation) {
      system.add(relation);
    }

    /// Makes what the statement reads if it is not in PostgreSQL yet, and refuses what has no rows
    /// here.
    void require() {
      for (CatalogEntry entry : entries) {
        session.objects().require(entry);
      }
      for (Relation relation : system) {
        if (!SystemViews.exists(relation.name())) {
          throw SqlError.unsupported(
              "the system view " + relation.name().schema() + "." + relation.name().name());
        }
        readsSessions |= relation.name().name().startsWith("dm_exec_");
      }
    }

    @Override
    public Optional<Relation> temporary(String name) {
      return temporaryTable(name);
    }

    Optional<Relation> temporaryTable(String name) {
      TemporaryTable table = session.temporaries().find(frame, name);
      if (table == null) {
        return Optional.empty();
      }
      used.add(new Plan.Temporary(name, table.relation(), table.pgName));
      return Optional.of(table.relation());
    }

    @Override
    public Optional<SqlType> variable(String name) {
      return frame.variable(name);
    }

    @Override
    public Optional<Relation> table(String name) {
      return frame.table(name).flatMap(_ -> temporaryTable(name));
    }

    @Override
    public Optional<Relation> triggerTable() {
      return frame.triggerTable();
    }

    @Override
    public Collation collation() {
      return session.catalog().state().collation();
    }

    @Override
    public String database() {
      return session.databaseName();
    }

    @Override
    public PgNames names() {
      return session.names().pg();
    }

    @Override
    public Optional<Table> table(Relation relation) {
      return switch (relation.kind()) {
        case TEMPORARY_TABLE, TABLE_VARIABLE ->
            Optional.ofNullable(session.temporaries().find(frame, relation.name().name()))
                .map(TemporaryTable::table);
        case TABLE, VIEW -> base(relation.name());
        default -> Optional.empty();
      };
    }

    private Optional<Table> base(ObjectName name) {
      return session
          .catalog()
          .state()
          .named(name)
          .filter(e -> e.object() instanceof Table)
          .map(e -> (Table) e.object());
    }

    @Override
    public String temporary(Relation relation) {
      return switch (relation.kind()) {
        case INSERTED -> image("inserted", relation, frame.firedBy().inserted());
        case DELETED -> image("deleted", relation, frame.firedBy().deleted());
        default -> {
          TemporaryTable table = session.temporaries().find(frame, relation.name().name());
          session.temporaries().make(table);
          yield table.pgName;
        }
      };
    }

    private String image(String name, Relation relation, String pgName) {
      used.add(new Plan.Temporary(name, relation, pgName));
      return pgName;
    }

    @Override
    public Optional<String> computed(
        Relation relation, Optional<Table> table, String column, String alias) {
      boolean temporary =
          relation.kind() == Relation.Kind.TEMPORARY_TABLE
              || relation.kind() == Relation.Kind.TABLE_VARIABLE
              || relation.name().schema().isEmpty();
      return table
          .or(() -> table(relation))
          .flatMap(t ->
              t.columns().stream()
                  .filter(c -> collation().same(c.name(), column))
                  .filter(c -> ComputedColumns.isReadTime(t, c, temporary, collation()))
                  .findFirst()
                  .map(c -> new ColumnDdl(session).computed(t, c, alias)));
    }

    @Override
    public ObjectName resolve(ObjectName name) {
      return session.catalogView(EngineCatalog.Lookups.NONE).synonym(name).orElse(name);
    }

    @Override
    public Optional<Table> history(Table table) {
      return table
          .options()
          .systemVersioning()
          .filter(Table.SystemVersioning::on)
          .flatMap(Table.SystemVersioning::history)
          .flatMap(this::base);
    }
  }
}
