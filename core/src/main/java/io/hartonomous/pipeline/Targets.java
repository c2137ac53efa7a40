package io.hartonomous.pipeline;

import io.hartonomous.deploy.Target;
import io.hartonomous.pipeline.PipelineException.Kind;
import io.hartonomous.pipeline.StepReport.StepName;
import io.hartonomous.secrets.Secret;
import java.util.Optional;

/// Where a run goes: the server that was named, else the engine.
final class Targets {
  private Targets() {}

  static void resolve(Run run, TargetProvider local, StepName step) throws PipelineException {
    if (run.target.isPresent()) {
      return;
    }
    DeployRequest request = run.request;
    if (request.server().isEmpty()) {
      run.target = Optional.of(local.local(run.database, text -> run.progress(step, text)));
      return;
    }
    try {
      Target target =
          Target.of(
              request.server().get(),
              run.database,
              request.user().orElse(""),
              request.user().isEmpty() ? Secret.NONE : request.password());
      run.target =
          Optional.of(
              target
                  .withEncrypt(request.encrypt())
                  .withTrustServerCertificate(request.trustServerCertificate()));
    } catch (IllegalArgumentException e) {
      throw new PipelineException(Kind.CONFIGURATION, e.getMessage(), e);
    }
  }
}
