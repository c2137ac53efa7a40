package io.hartonomous.dacpac;

import io.hartonomous.bind.Catalog;
import io.hartonomous.model.ObjectKey;
import io.hartonomous.model.SqlText;
import java.util.List;

/// The binding of a module, asked about the table that it returns.
record ResultBinding(PackageBinding module, ObjectKey result, ObjectKey function)
    implements PackageBinding {
  @Override
  public Catalog catalog() {
    return module.catalog();
  }

  @Override
  public List<Target> expression(ObjectKey owner, SqlText expression) {
    return module.expression(owner.equals(result) ? function : owner, expression);
  }

  @Override
  public List<Target> body(ObjectKey key) {
    return module.body(key);
  }

  @Override
  public List<ResultColumn> columns(ObjectKey key) {
    return module.columns(key);
  }

  @Override
  public List<DynamicObject> dynamicObjects(ObjectKey key) {
    return module.dynamicObjects(key);
  }

  @Override
  public boolean inline(ObjectKey table, String part) {
    return true;
  }

  @Override
  public boolean onColumn(ObjectKey table, String part) {
    return module.onColumn(function, part);
  }
}
