package io.hartonomous.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.hartonomous.pipeline.PipelineResult.HazardReport;
import io.hartonomous.pipeline.PipelineResult.Outcome;
import io.hartonomous.pipeline.PipelineResult.RunTarget;
import io.hartonomous.pipeline.StepReport.Status;
import io.hartonomous.pipeline.StepReport.StepName;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// The shape that scripts rely on: a member is never renamed or removed.
class ResultJsonTest {
  @Test
  void hasTheFixedShape() {
    PipelineResult result =
        new PipelineResult(
            Outcome.BLOCKED,
            "Production",
            Optional.of(new RunTarget("db.example.org", "Shop")),
            List.of(new StepReport(StepName.BUILD, Status.SUCCEEDED, 12, "for people")),
            0,
            1,
            2,
            3,
            4,
            5,
            List.of(new HazardReport("drops-column", "[dbo].[t]", "data", 7, false, "--allow x")),
            Optional.of("why"));
    assertThat(ResultJson.write(result))
        .isEqualTo(
            """
            {
              "formatVersion" : 1,
              "status" : "blocked",
              "environment" : "Production",
              "target" : {
                "server" : "db.example.org",
                "database" : "Shop"
              },
              "steps" : [
                {
                  "name" : "build",
                  "status" : "succeeded",
                  "millis" : 12
                }
              ],
              "diagnostics" : {
                "errors" : 0,
                "warnings" : 1
              },
              "changes" : 2,
              "entities" : 3,
              "tests" : {
                "passed" : 4,
                "failed" : 5
              },
              "hazards" : [
                {
                  "id" : "drops-column",
                  "object" : "[dbo].[t]",
                  "message" : "data",
                  "rows" : 7,
                  "allowed" : false,
                  "allow" : "--allow x"
                }
              ],
              "failure" : "why"
            }
            """);
  }

  @Test
  void hasTheSameShapeWhereNothingBegan() {
    assertThat(ResultJson.failure("Local", "no \"project\""))
        .contains("\"status\" : \"failed\"", "\"steps\" : [ ]", "no \\\"project\\\"");
  }
}
