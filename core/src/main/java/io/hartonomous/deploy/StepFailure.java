package io.hartonomous.deploy;

import io.hartonomous.plan.Step;

/// The batch at which a deployment stopped, and what the server said.
///
/// `file` is empty and `line` 0 where the tool wrote the batch; else `line` is the line of `file`
/// at which the server stopped. `batchLine` is the line within the batch.
public record StepFailure(
    Step step,
    String batchSql,
    String file,
    int line,
    int batchLine,
    int number,
    int severity,
    int state,
    String procedure,
    String message) {}
