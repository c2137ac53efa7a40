package io.hartonomous.plan;

/// A plan as people and programs read it.
public final class PlanRenderer {
  private PlanRenderer() {}

  /// A script for sqlcmd, which does what a deployment would do.
  public static String sql(Plan plan) {
    return SqlRenderer.render(plan);
  }

  /// One JSON document, `formatVersion` 1.
  public static String json(Plan plan) {
    return JsonRenderer.render(plan);
  }

  /// A report for a pull request.
  public static String markdown(Plan plan) {
    return MarkdownRenderer.render(plan);
  }

  /// A list for the terminal, without colours.
  public static String pretty(Plan plan) {
    return PrettyRenderer.render(plan);
  }
}
