package io.hartonomous.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Stands for the tool in [LauncherTest]: prints its arguments, and with `plain` what its records
/// and its switch say; ends with the code that `exit=N` asks for.
final class LauncherProbe {
  private LauncherProbe() {}

  sealed interface Shape {
    static String name(Shape shape) {
      return switch (shape) {
        case Circle(double radius) when radius == 0 -> "point";
        case Circle _ -> "circle";
        case All _ -> "all";
        case null -> "none";
      };
    }
  }

  record Circle(double radius) implements Shape {}

  record All(
      boolean a,
      byte b,
      char c,
      short d,
      int e,
      long f,
      float g,
      double h,
      String i,
      List<Circle> j)
      implements Shape {}

  static String plain() {
    var said = new ArrayList<>();
    for (var shape : new Shape[] {new Circle(0), new Circle(1), all("x", 1), null}) {
      said.add(Shape.name(shape));
      said.add(shape == null ? 0 : shape.hashCode());
    }
    said.add(all("x", 1).equals(all("x", 1)));
    said.add(all("x", 1).equals(all("y", 1)));
    said.add(all(null, 1).equals(all(null, 1)));
    said.add(all("x", 1).equals(all("x", 2)));
    said.add(new Circle(Double.NaN).equals(new Circle(Double.NaN)));
    said.add(new Circle(0.0).equals(new Circle(-0.0)));
    said.add(new Circle(0.0).equals((Object) "circle"));
    said.add(all("x", 1));
    return said.toString();
  }

  private static All all(String text, long number) {
    return new All(true, (byte) 2, 'c', (short) 4, 5, number, 7f, 8d, text, List.of(new Circle(9)));
  }

  static void main(String[] args) {
    System.out.println(Arrays.toString(args));
    for (var arg : args) {
      if (arg.equals("plain")) {
        System.out.println(plain());
      }
      if (arg.startsWith("exit=")) {
        System.exit(Integer.parseInt(arg.substring(5)));
      }
    }
  }
}
