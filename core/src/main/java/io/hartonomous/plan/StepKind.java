package io.hartonomous.plan;

/// What a step does, for reports.
public enum StepKind {
  SCRIPT,
  CREATE,
  ALTER,
  DROP,
  RENAME,
  REBUILD,
  UNBIND,
  REBIND,
  RECREATE,
  REFRESH,
  VALIDATE
}
