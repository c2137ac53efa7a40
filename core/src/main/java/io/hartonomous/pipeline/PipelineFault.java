package io.hartonomous.pipeline;

/// A mistake of the tool that showed during a run: what the run had found and done until then. The
/// cause is the mistake.
public final class PipelineFault extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient PipelineRun run;

  PipelineFault(PipelineRun run, Throwable cause) {
    super(cause.toString(), cause);
    this.run = run;
  }

  public PipelineRun run() {
    return run;
  }
}
