package io.hartonomous.engine.interpret;

import io.hartonomous.model.ExtendedProperty;
import java.sql.SQLException;

/// sp_rename and the extended properties.
final class ObjectProcedures {
  private ObjectProcedures() {}

  static int rename(SystemCall call) throws SQLException {
    new RenameDdl(call.session())
        .rename(call.text(0, "@objname"), call.text(1, "@newname"), call.text(2, "@objtype"));
    call.message(15477, 0, "Caution: a changed name can break scripts and modules that use it.");
    return 0;
  }

  static int addRoleMember(SystemCall call) throws SQLException {
    new PropertyDdl(call.session())
        .addRoleMember(call.text(0, "@rolename"), call.text(1, "@membername"));
    return 0;
  }

  private static ExtendedProperty property(SystemCall call, int levels, Object value) {
    return new ExtendedProperty(
        call.text(0, "@name"),
        PropertyDdl.level(call.text(levels, "@level0type"), call.text(levels + 1, "@level0name")),
        PropertyDdl.level(
            call.text(levels + 2, "@level1type"), call.text(levels + 3, "@level1name")),
        PropertyDdl.level(
            call.text(levels + 4, "@level2type"), call.text(levels + 5, "@level2name")),
        PropertyDdl.value(value));
  }

  static int addProperty(SystemCall call) throws SQLException {
    new PropertyDdl(call.session()).add(property(call, 2, call.value(1, "@value")));
    return 0;
  }

  static int updateProperty(SystemCall call) throws SQLException {
    new PropertyDdl(call.session()).update(property(call, 2, call.value(1, "@value")));
    return 0;
  }

  static int dropProperty(SystemCall call) throws SQLException {
    new PropertyDdl(call.session()).drop(property(call, 1, null));
    return 0;
  }
}
