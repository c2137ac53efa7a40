package io.hartonomous.syntax.print;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// Where lines may and must be broken, and which tokens adjoin; filled by [LayoutRules], read by
/// [Layout]. Tokens are known by their numbers.
final class LayoutPlan {
  /// Tokens that stand on one line if they fit, else are broken at all of its places.
  ///
  /// `hard`: broken in any case.
  static final class Group {
    final int from;
    final int to;
    final boolean hard;

    Group(int from, int to, boolean hard) {
      this.from = from;
      this.to = to;
      this.hard = hard;
    }

    int from() {
      return from;
    }

    int to() {
      return to;
    }
  }

  /// A place of a group before token `before`: the next line begins `levels` deeper than the line
  /// in which the group began.
  record Break(Group group, int levels) {}

  /// The innermost break before each token, or null.
  final Break[] breaks;

  /// Tokens that stand right behind the token before them.
  final boolean[] glued;

  /// Tokens that are words of the language.
  final boolean[] keyword;

  private final List<Group> groups = new ArrayList<>();

  LayoutPlan(int tokens) {
    breaks = new Break[tokens + 1];
    glued = new boolean[tokens + 1];
    keyword = new boolean[tokens + 1];
  }

  Group group(int from, int to, boolean hard) {
    Group group = new Group(from, to, hard);
    groups.add(group);
    return group;
  }

  /// A later break at the same place wins: rules go from the outside to the inside.
  void breakBefore(Group group, int token, int levels) {
    breaks[token] = new Break(group, levels);
  }

  /// The groups in the order in which they begin, the longer first.
  List<Group> inOrder() {
    Group[] sorted = groups.toArray(Group[]::new);
    Arrays.sort(
        sorted,
        Comparator.comparingInt(Group::from).thenComparing(Group::to, Comparator.reverseOrder()));
    return List.of(sorted);
  }
}
