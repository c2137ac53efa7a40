package io.hartonomous.engine.interpret;

import io.hartonomous.bind.ModelContext;
import io.hartonomous.bind.SchemaObjects;
import io.hartonomous.engine.catalog.CatalogEntry;
import io.hartonomous.engine.catalog.ObjectIds;
import io.hartonomous.engine.translate.SqlError;
import io.hartonomous.model.FixedSecurity;
import io.hartonomous.model.ObjectKind;
import io.hartonomous.model.ObjectName;
import io.hartonomous.model.PlainObject;
import io.hartonomous.model.SchemaObject;
import io.hartonomous.model.SqlType;
import io.hartonomous.model.Table;
import io.hartonomous.model.TableType;
import io.hartonomous.syntax.Literals;
import io.hartonomous.syntax.ast.Expression;
import io.hartonomous.syntax.ast.ObjectStatement;
import io.hartonomous.syntax.ast.OptionNode;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Schemas, types, sequences, synonyms, partition functions and schemes.
final class PlainDdl {
  private final Session session;

  PlainDdl(Session session) {
    this.session = session;
  }

  void define(ObjectStatement s, ModelContext context) throws SQLException {
    switch (s) {
      case ObjectStatement.AlterSequence a -> alter(a);
      case ObjectStatement.AlterSchema _ -> throw SqlError.unsupported("ALTER SCHEMA TRANSFER");
      case ObjectStatement.Drop _ -> throw new IllegalArgumentException("DROP is another's");
      case ObjectStatement.CreateXmlSchemaCollection _,
          ObjectStatement.CreateFullTextCatalog _,
          ObjectStatement.CreateClrType _,
          ObjectStatement.CreateDefault _,
          ObjectStatement.CreateRule _ ->
          throw SqlError.unsupported(
              s.getClass()
                  .getSimpleName()
                  .replaceAll("([a-z])([A-Z])", "$1 $2")
                  .toUpperCase(java.util.Locale.ROOT));
      default -> {
        for (SchemaObject object : SchemaObjects.from(s, context)) {
          create(object);
        }
      }
    }
  }

  private void create(SchemaObject object) throws SQLException {
    switch (object) {
      case PlainObject.Schema schema -> {
        if (FixedSecurity.isSchema(schema.schema())
            || session.catalog().state().find(object.key()).isPresent()) {
          throw SqlError.of(2714, schema.schema());
        }
        new SecurityDdl(session).requirePrincipal(schema.owner());
        session
            .pg()
            .execute("CREATE SCHEMA IF NOT EXISTS " + session.names().pg().schema(schema.schema()));
        put(session.database().nextSchemaId(), object, ObjectIds.NONE);
      }
      case PlainObject.Sequence sequence -> {
        new TableDdl(session).requireFree(sequence.name());
        checkSequence(sequence);
        session
            .pg()
            .execute(
                "CREATE SEQUENCE "
                    + session.names().sequence(sequence.name())
                    + " AS int8"
                    + options(sequence)
                    + " START WITH "
                    + sequence.start());
        put(session.database().nextObjectId(), object, ObjectIds.NONE);
      }
      case PlainObject.Synonym synonym -> {
        new TableDdl(session).requireFree(synonym.name());
        put(session.database().nextObjectId(), object, ObjectIds.NONE);
      }
      case PlainObject.AliasType type -> {
        requireFreeType(type.name());
        if (type.base().base() == SqlType.Base.UNKNOWN) {
          throw SqlError.of(2715, type.name().name(), "");
        }
        put(session.database().nextTypeId(), object, ObjectIds.NONE);
      }
      case TableType type -> {
        requireFreeType(type.name());
        TableDdl tables = new TableDdl(session);
        Table table =
            new Table(
                type.name(),
                type.columns(),
                type.constraints(),
                type.indexes(),
                Table.TableOptions.DEFAULT);
        tables.check(table);
        int id = session.database().nextObjectId();
        ConstraintNames.Named named =
            ConstraintNames.of(session.database(), Optional.empty()).name(tables.typed(table));
        Map<String, Integer> constraints = new HashMap<>(named.ids().constraints());
        constraints.put("@type", session.database().nextTypeId());
        ObjectIds ids =
            new ObjectIds(
                named.ids().columns(),
                constraints,
                named.ids().indexes(),
                named.ids().systemNamed(),
                named.ids().lastColumn());
        put(
            id,
            new TableType(
                type.name(),
                named.table().columns(),
                named.table().constraints(),
                named.table().indexes(),
                type.memoryOptimized()),
            ids);
      }
      case PlainObject.PartitionFunction _,
          PlainObject.PartitionScheme _,
          PlainObject.Filegroup _ -> {
        if (session.catalog().state().find(object.key()).isPresent()) {
          throw SqlError.of(2714, object.name().name());
        }
        put(session.database().nextSpaceId(), object, ObjectIds.NONE);
      }
      default -> throw SqlError.unsupported("creating a " + object.kind().words());
    }
  }

  private void put(int id, SchemaObject object, ObjectIds ids) throws SQLException {
    LocalDateTime now = LocalDateTime.now();
    session
        .catalog()
        .put(
            session.jdbc(),
            new CatalogEntry(id, object, ids, List.of(), List.of(), now, now),
            session.names());
  }

  private void requireFreeType(ObjectName name) {
    if (session.catalog().state().find(ObjectKind.ALIAS_TYPE, name).isPresent()
        || session.catalog().state().find(ObjectKind.TABLE_TYPE, name).isPresent()) {
      throw SqlError.of(219, name.name());
    }
  }

  private static void checkSequence(PlainObject.Sequence sequence) {
    boolean integer =
        sequence.type().base().isInteger()
            || (sequence.type().base() == SqlType.Base.DECIMAL
                    || sequence.type().base() == SqlType.Base.NUMERIC)
                && sequence.type().scale() == 0;
    if (!integer) {
      throw SqlError.of(11702, sequence.name().name());
    }
  }

  private static String options(PlainObject.Sequence s) {
    return " INCREMENT BY "
        + s.increment()
        + " MINVALUE "
        + within(s.lowest())
        + " MAXVALUE "
        + within(s.highest())
        + (s.cycle() ? " CYCLE" : " NO CYCLE");
  }

  /// PostgreSQL's sequences are of 64 bits: a decimal's limits are cut to that.
  private static BigDecimal within(String limit) {
    return new BigDecimal(limit)
        .max(BigDecimal.valueOf(Long.MIN_VALUE))
        .min(BigDecimal.valueOf(Long.MAX_VALUE));
  }

  private void alter(ObjectStatement.AlterSequence s) throws SQLException {
    ObjectName name = session.tableName(s.name());
    CatalogEntry entry =
        session
            .catalog()
            .state()
            .find(ObjectKind.SEQUENCE, name)
            .orElseThrow(() -> SqlError.of(15151, "sequence", s.name().object().value()));
    PlainObject.Sequence old = (PlainObject.Sequence) entry.object();
    String start = old.start();
    String increment = old.increment();
    Optional<String> minimum = old.minimum();
    Optional<String> maximum = old.maximum();
    boolean cycle = old.cycle();
    Optional<Integer> cache = old.cacheSize();
    String restart = "";
    for (OptionNode.SequenceOption o : s.options()) {
      Optional<String> value = o.value().map(PlainDdl::number);
      switch (o.name()) {
        case "RESTART", "RESTART WITH" -> {
          start = value.orElse(start);
          restart = " RESTART WITH " + start;
        }
        case "INCREMENT BY" -> increment = value.orElseThrow();
        case "MINVALUE" -> minimum = value;
        case "NO MINVALUE" -> minimum = Optional.empty();
        case "MAXVALUE" -> maximum = value;
        case "NO MAXVALUE" -> maximum = Optional.empty();
        case "CYCLE" -> cycle = true;
        case "NO CYCLE" -> cycle = false;
        case "CACHE" -> cache = value.map(Integer::valueOf);
        case "NO CACHE" -> cache = Optional.of(0);
        default -> throw SqlError.unsupported("ALTER SEQUENCE " + o.name());
      }
    }
    PlainObject.Sequence changed =
        new PlainObject.Sequence(
            old.name(),
            Optional.of(old.type()),
            Optional.of(start),
            Optional.of(increment),
            minimum,
            maximum,
            cycle,
            cache);
    session
        .pg()
        .execute(
            "ALTER SEQUENCE " + session.names().sequence(old.name()) + options(changed) + restart);
    session
        .catalog()
        .put(session.jdbc(), entry.with(changed, LocalDateTime.now()), session.names());
  }

  private static String number(Expression e) {
    return switch (e) {
      case Expression.Literal l -> Literals.number(l).toPlainString();
      case Expression.Unary u ->
          (u.operator() == Expression.UnaryOperator.MINUS ? "-" : "") + number(u.operand());
      default -> throw SqlError.unsupported("this value of a sequence option");
    };
  }
}
