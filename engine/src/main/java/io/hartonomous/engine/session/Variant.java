package io.hartonomous.engine.session;

import io.hartonomous.model.SqlType;

/// A value of type sql_variant together with the type it carries. `value` is never null.
public record Variant(SqlType type, Object value) {}
