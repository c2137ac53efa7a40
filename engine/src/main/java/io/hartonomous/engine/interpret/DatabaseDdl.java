package io.hartonomous.engine.interpret;

import io.hartonomous.engine.translate.SqlError;
import io.hartonomous.model.Collation;
import io.hartonomous.syntax.Literals;
import io.hartonomous.syntax.ast.DatabaseStatement;
import io.hartonomous.syntax.ast.Expression;
import io.hartonomous.syntax.ast.Identifier;
import io.hartonomous.syntax.ast.OptionNode;
import java.sql.SQLException;
import java.util.Optional;

/// CREATE, ALTER and DROP DATABASE. Options of ALTER DATABASE SET are recorded, so that the catalog
/// shows them; those with an effect on results are refused unless the engine behaves so anyway.
final class DatabaseDdl {
  private final Session session;

  DatabaseDdl(Session session) {
    this.session = session;
  }

  void define(DatabaseStatement s) throws SQLException {
    if (session.transactions().isOpen() && !(s instanceof DatabaseStatement.AlterDatabaseScoped)) {
      throw SqlError.of(226);
    }
    Server server = session.server();
    switch (s) {
      case DatabaseStatement.CreateDatabase c -> {
        if (c.copyOf().isPresent() || c.attach().isPresent() || c.snapshotOf().isPresent()) {
          throw SqlError.unsupported("CREATE DATABASE out of another database or its files");
        }
        if (!c.fileGroups().isEmpty() || !c.logFiles().isEmpty()) {
          throw SqlError.unsupported("the files of CREATE DATABASE");
        }
        if (!c.leadingEdition().isEmpty() || !c.edition().isEmpty()) {
          throw SqlError.unsupported("the edition of CREATE DATABASE");
        }
        if (server.database(c.name().value()).isPresent()) {
          throw SqlError.of(1801, c.name().value());
        }
        server.create(
            c.name().value(),
            c.collation().map(x -> new Collation(x.value())).orElse(Collation.DEFAULT));
      }
      case DatabaseStatement.AlterDatabaseSet a -> set(name(a.name()), a);
      case DatabaseStatement.AlterDatabaseModifyName m -> {
        String name = name(m.name());
        if (server.database(m.newName().value()).isPresent()) {
          throw SqlError.of(1801, m.newName().value());
        }
        server.rename(name, m.newName().value());
      }
      case DatabaseStatement.DropDatabase d -> {
        for (Identifier name : d.names()) {
          if (server.database(name.value()).isEmpty()) {
            if (d.ifExists()) {
              continue;
            }
            throw SqlError.of(3701, "database", name.value());
          }
          if (session.collation().same(session.databaseName(), name.value())) {
            throw SqlError.of(3702, "database", name.value());
          }
          server.drop(name.value(), session);
        }
      }
      case DatabaseStatement.AlterDatabaseScoped _ -> {}
      case DatabaseStatement.AlterDatabaseAddFileGroup _,
          DatabaseStatement.AlterDatabaseAddFile _ ->
          throw SqlError.unsupported("ALTER DATABASE ADD FILE and ADD FILEGROUP");
      case DatabaseStatement.AlterDatabaseRemoveFile _,
          DatabaseStatement.AlterDatabaseRemoveFileGroup _ ->
          throw SqlError.unsupported("ALTER DATABASE REMOVE FILE and REMOVE FILEGROUP");
      case DatabaseStatement.AlterDatabaseModifyFile _,
          DatabaseStatement.AlterDatabaseModifyFileGroup _ ->
          throw SqlError.unsupported("ALTER DATABASE MODIFY FILE and MODIFY FILEGROUP");
      case DatabaseStatement.AlterDatabaseModifyEdition _ ->
          throw SqlError.unsupported("ALTER DATABASE MODIFY of an edition");
      case DatabaseStatement.AlterDatabaseRebuildLog _ ->
          throw SqlError.unsupported("ALTER DATABASE REBUILD LOG");
      case DatabaseStatement.AlterDatabasePerformCutover _ ->
          throw SqlError.unsupported("ALTER DATABASE PERFORM CUTOVER");
      case DatabaseStatement.AlterDatabaseScopedClear _ -> {} // there is no cache of plans to clear
      case DatabaseStatement.AlterDatabaseCollate _ ->
          throw SqlError.unsupported("ALTER DATABASE COLLATE");
      case DatabaseStatement.Dbcc d -> throw SqlError.unsupported("DBCC " + d.command().value());
      case DatabaseStatement.DbccArgument _ ->
          throw new IllegalStateException("an argument of DBCC is no statement of its own");
    }
  }

  private String name(Optional<Identifier> written) {
    String name = written.map(Identifier::value).orElse(session.databaseName());
    require(name);
    return name;
  }

  private void require(String name) {
    if (session.server().database(name).isEmpty()) {
      throw SqlError.of(5011, name);
    }
  }

  private void set(String database, DatabaseStatement.AlterDatabaseSet a) throws SQLException {
    for (OptionNode.Option o : a.options()) {
      String value = value(o);
      switch (o.name()) {
        case "SINGLE_USER", "MULTI_USER", "RESTRICTED_USER" -> {
          if (a.termination().isPresent() && !o.name().equals("MULTI_USER")) {
            session.server().evict(database, session);
          }
          session.server().option(database, "USER_ACCESS", o.name());
        }
        case "READ_ONLY" -> throw SqlError.unsupported("ALTER DATABASE SET READ_ONLY");
        case "OFFLINE", "EMERGENCY", "HADR", "PARTNER", "WITNESS" ->
            throw SqlError.unsupported("ALTER DATABASE SET " + o.name());
        case "ENABLE_BROKER", "DISABLE_BROKER", "NEW_BROKER" ->
            session.server().option(database, "SERVICE_BROKER", o.name());
        default -> session.server().option(database, o.name(), value);
      }
    }
  }

  private static String value(OptionNode.Option o) {
    return o.value()
        .map(v ->
            switch (v) {
              case OptionNode.OptionValue.Word w -> w.words();
              case OptionNode.OptionValue.Name n -> n.name().object().value();
              case OptionNode.OptionValue.Scalar x ->
                  x.expression() instanceof Expression.Literal l
                      ? switch (l.kind()) {
                        case STRING, NATIONAL_STRING -> Literals.string(l);
                        default -> l.text();
                      }
                      : "";
              case OptionNode.OptionValue.Ranges _,
                  OptionNode.OptionValue.Place _,
                  OptionNode.OptionValue.Columns _,
                  OptionNode.OptionValue.RangeOf _ ->
                  "";
            })
        .orElse("ON");
  }
}
