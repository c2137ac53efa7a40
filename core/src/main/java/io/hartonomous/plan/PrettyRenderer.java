package io.hartonomous.plan;

/// The plan as a list of steps, each with its hazards under it.
final class PrettyRenderer {
  private PrettyRenderer() {}

  static String render(Plan plan) {
    StringBuilder out = new StringBuilder();
    if (plan.isEmpty()) {
      out.append("No changes.\n");
    } else {
      out.append(plan.changes().size())
          .append(plan.changes().size() == 1 ? " change:\n" : " changes:\n");
      plan.changes()
          .forEach(change -> out.append("  ").append(Describe.change(change)).append('\n'));
    }
    if (!plan.steps().isEmpty()) {
      out.append(plan.steps().size()).append(plan.steps().size() == 1 ? " step:\n" : " steps:\n");
    }
    int width = String.valueOf(plan.steps().size()).length();
    for (Step step : plan.steps()) {
      String id = String.valueOf(step.id());
      out.append("  ")
          .append(" ".repeat(width - id.length()))
          .append(id)
          .append(". ")
          .append(step.title());
      step.source().ifPresent(source -> out.append("  ").append(source));
      out.append(step.transactional() ? "\n" : "  (outside a transaction)\n");
      for (Hazard hazard : step.hazards()) {
        out.append(" ".repeat(width + 4))
            .append(hazard.kind().id())
            .append(hazard.blocks() ? " (stops where rows are at stake)" : "")
            .append(": ");
        out.append(hazard.message()).append('\n');
        if (hazard.blocks()) {
          out.append(" ".repeat(width + 4))
              .append("allow it with --allow ")
              .append(hazard.flag())
              .append('\n');
        }
      }
    }
    return out.toString();
  }
}
