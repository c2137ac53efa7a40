package io.hartonomous.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class DependencyGraphTest {
  private static DependencyGraph<String> graph(String... nodes) {
    DependencyGraph<String> graph = new DependencyGraph<>(Comparator.<String>naturalOrder());
    List.of(nodes).forEach(graph::add);
    return graph;
  }

  @Test
  void neededOnesComeFirstAndTheSmallestAmongReadyOnes() {
    DependencyGraph<String> graph = graph("c", "b", "a", "d");
    graph.needs("a", "d", false);
    assertThat(graph.sorted()).containsExactly("b", "c", "d", "a");
  }

  @Test
  void aSoftNeedGivesWayInACycle() {
    DependencyGraph<String> graph = graph("a", "b", "c");
    graph.needs("a", "b", false);
    graph.needs("b", "a", true);
    graph.needs("c", "a", false);
    assertThat(graph.sorted()).containsExactly("b", "a", "c");
  }

  @Test
  void aHardCycleIsBrokenAtItsSmallestNode() {
    DependencyGraph<String> graph = graph("x", "y", "a");
    graph.needs("x", "y", false);
    graph.needs("y", "x", false);
    graph.needs("a", "y", false);
    assertThat(graph.sorted()).containsExactly("x", "y", "a");
  }

  @Test
  void unknownNodesAndSelfNeedsMeanNothing() {
    DependencyGraph<String> graph = graph("a");
    graph.needs("a", "a", false);
    graph.needs("a", "elsewhere", false);
    assertThat(graph.sorted()).containsExactly("a");
  }
}
