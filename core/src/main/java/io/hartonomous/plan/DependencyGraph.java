package io.hartonomous.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Nodes and what each needs. Gives an order in which every node comes after what it needs; among
/// several the smallest goes first, so the order never jumps.
///
/// A soft need (the body of a procedure: the server resolves its names when it runs) is dropped
/// where it closes a cycle. Should a cycle of hard needs be left, its smallest node goes first.
final class DependencyGraph<N> {
  private final Comparator<N> order;
  private final Map<N, Set<N>> hard = new LinkedHashMap<>();
  private final Map<N, Set<N>> soft = new LinkedHashMap<>();

  DependencyGraph(Comparator<N> order) {
    this.order = order;
  }

  void add(N node) {
    hard.computeIfAbsent(node, _ -> new LinkedHashSet<>());
    soft.computeIfAbsent(node, _ -> new LinkedHashSet<>());
  }

  /// `node` needs `other`. A node that was not added is none of the graph's business.
  void needs(N node, N other, boolean isSoft) {
    if (hard.containsKey(node) && hard.containsKey(other) && !node.equals(other)) {
      (isSoft ? soft : hard).get(node).add(other);
    }
  }

  List<N> sorted() {
    Map<N, Set<N>> waits = new HashMap<>();
    Map<N, List<N>> wakes = new HashMap<>();
    TreeSet<N> ready = new TreeSet<>(order);
    TreeSet<N> waiting = new TreeSet<>(order);
    for (N node : hard.keySet()) {
      Set<N> needs = new HashSet<>(hard.get(node));
      needs.addAll(soft.get(node));
      waits.put(node, needs);
      needs.forEach(need -> wakes.computeIfAbsent(need, _ -> new ArrayList<>()).add(node));
      (needs.isEmpty() ? ready : waiting).add(node);
    }
    List<N> sorted = new ArrayList<>(hard.size());
    Set<N> done = new HashSet<>();
    while (!ready.isEmpty() || !waiting.isEmpty()) {
      N next = ready.isEmpty() ? breakCycle(waiting, done) : ready.pollFirst();
      waiting.remove(next);
      done.add(next);
      sorted.add(next);
      for (N waiter : wakes.getOrDefault(next, List.of())) {
        Set<N> needs = waits.get(waiter);
        if (needs.remove(next) && needs.isEmpty() && waiting.remove(waiter)) {
          ready.add(waiter);
        }
      }
    }
    return sorted;
  }

  /// The first node that waits for soft needs only; of a hard cycle the smallest that lies on it.
  private N breakCycle(TreeSet<N> waiting, Set<N> done) {
    for (N node : waiting) {
      if (done.containsAll(hard.get(node)) && onCycle(node, waiting)) {
        return node;
      }
    }
    for (N node : waiting) {
      if (onCycle(node, waiting)) {
        return node;
      }
    }
    return waiting.first();
  }

  private boolean onCycle(N start, Collection<N> within) {
    Set<N> seen = new HashSet<>();
    List<N> open = new ArrayList<>(List.of(start));
    while (!open.isEmpty()) {
      N node = open.removeLast();
      for (Map<N, Set<N>> needs : List.of(hard, soft)) {
        for (N need : needs.get(node)) {
          if (need.equals(start)) {
            return true;
          }
          if (within.contains(need) && seen.add(need)) {
            open.add(need);
          }
        }
      }
    }
    return false;
  }
}
