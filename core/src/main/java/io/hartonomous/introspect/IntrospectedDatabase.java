package io.hartonomous.introspect;

import io.hartonomous.model.DatabaseModel;
import io.hartonomous.model.ObjectKey;
import java.util.Map;
import java.util.Set;

/// A live database as it was when it was read. `dependencies` say what an object needs; their keys
/// are folded by the model's collation.
public record IntrospectedDatabase(
    DatabaseModel model, Map<ObjectKey, Set<ObjectKey>> dependencies, ServerFacts server) {}
