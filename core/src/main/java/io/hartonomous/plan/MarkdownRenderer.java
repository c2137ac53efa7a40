package io.hartonomous.plan;

import java.util.List;

/// The plan as a report for a pull request: hazards first, then changes, then the script step by
/// step.
final class MarkdownRenderer {
  private MarkdownRenderer() {}

  static String render(Plan plan) {
    StringBuilder out =
        new StringBuilder("# Plan")
            .append(plan.database().isEmpty() ? "" : " for `" + plan.database() + "`")
            .append("\n\n");
    out.append(
        plan.isEmpty()
            ? "No changes.\n"
            : plan.changes().size()
                + (plan.changes().size() == 1 ? " change, " : " changes, ")
                + plan.steps().size()
                + (plan.steps().size() == 1 ? " step.\n" : " steps.\n"));
    List<Hazard> hazards = plan.hazards();
    if (!hazards.isEmpty()) {
      out.append("\n## Hazards\n\n| id | object | what | allow with |\n|---|---|---|---|\n");
      for (Hazard hazard : hazards) {
        out.append("| ")
            .append(hazard.kind().id())
            .append(" | ")
            .append(
                cell(
                    hazard.object().name().quoted()
                        + hazard.column().map(c -> "." + Sql.name(c)).orElse("")));
        out.append(" | ")
            .append(cell(hazard.message()))
            .append(" | ")
            .append(hazard.blocks() ? "`--allow " + cell(hazard.flag()) + "`" : "")
            .append(" |\n");
      }
    }
    if (!plan.isEmpty()) {
      out.append("\n## Changes\n\n");
      plan.changes()
          .forEach(change ->
              out.append("- `").append(Describe.change(change).replace("`", "'")).append("`\n"));
    }
    if (!plan.steps().isEmpty()) {
      out.append("\n## Steps\n");
      for (Step step : plan.steps()) {
        out.append("\n")
            .append(step.id())
            .append(". ")
            .append(step.title())
            .append(step.transactional() ? "" : " (outside a transaction)")
            .append("\n\n");
        for (Batch batch : step.batches()) {
          String fence = batch.sql().contains("```") ? "````" : "```";
          out.append("   ")
              .append(fence)
              .append("sql\n   ")
              .append(batch.sql().strip().replace("\n", "\n   "))
              .append("\n   ")
              .append(fence)
              .append("\n");
        }
      }
    }
    return out.toString();
  }

  private static String cell(String text) {
    return text.replace("|", "\\|").replace("\n", " ");
  }
}
