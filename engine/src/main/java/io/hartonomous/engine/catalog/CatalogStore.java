package io.hartonomous.engine.catalog;

import io.hartonomous.bind.Relation;
import io.hartonomous.model.Collation;
import io.hartonomous.model.ObjectKey;
import io.hartonomous.model.SchemaObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Writes entries to `hncat` and reads them back.
public final class CatalogStore {
  /// Raise it where entries that an older engine wrote can no longer be read.
  public static final int FORMAT = 1;

  private CatalogStore() {}

  /// What makes the empty catalog in a fresh database.
  public static String script() {
    return resource("hncat.sql");
  }

  /// The functions over the catalog that translated SQL calls (`hn.object_id` and so on).
  public static String functions() {
    return resource("functions.sql");
  }

  private static String resource(String name) {
    try (InputStream in = CatalogStore.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// What a view or function gives, wrapped so that the codec finds the list's type.
  record Result(List<Relation.Column> columns, List<io.hartonomous.model.ObjectName> uses) {}

  public static CatalogState load(Connection connection, Collation collation) throws SQLException {
    List<CatalogEntry> entries = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT object_id, model, ids, result, created, modified FROM hncat.entry ORDER BY"
                    + " object_id")) {
      while (rows.next()) {
        Result result = ModelCodec.read(rows.getString(4), Result.class);
        entries.add(
            new CatalogEntry(
                rows.getInt(1),
                ModelCodec.read(rows.getString(2), SchemaObject.class),
                ModelCodec.read(rows.getString(3), ObjectIds.class),
                result.columns(),
                result.uses(),
                rows.getTimestamp(5).toLocalDateTime(),
                rows.getTimestamp(6).toLocalDateTime()));
      }
    }
    return CatalogState.of(collation, entries);
  }

  /// Writes one change: `before` is gone, `after` is there, in the state `state` (which has the
  /// change).
  public static void write(
      Connection connection,
      Optional<CatalogEntry> before,
      Optional<CatalogEntry> after,
      CatalogState state,
      PgNaming names)
      throws SQLException {
    RowWriter out = new RowWriter();
    CatalogRows rows = new CatalogRows(out, state);
    before.ifPresent(e -> {
      rows.delete(e);
      out.deleteEntry(e.kind().name(), e.id());
    });
    after.ifPresent(e -> {
      ObjectKey key = e.key().folded(state.collation());
      out.insert(
          "entry",
          e.id(),
          e.kind().name(),
          key.name().schema(),
          key.name().name(),
          key.detail(),
          ModelCodec.write(e.object(), SchemaObject.class),
          ModelCodec.write(e.ids(), ObjectIds.class),
          ModelCodec.write(new Result(e.result(), e.uses()), Result.class),
          e.created(),
          e.modified());
      rows.insert(e, names);
    });
    out.send(connection);
  }
}
