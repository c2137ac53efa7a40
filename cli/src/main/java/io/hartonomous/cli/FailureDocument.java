package io.hartonomous.cli;

import io.hartonomous.pipeline.PipelineFault;
import io.hartonomous.pipeline.ResultJson;
import java.util.List;
import java.util.Map;

/// The one document on standard output of a command that failed, where JSON was asked for.
///
/// It looks at the arguments themselves: those of wrong use are never parsed whole.
record FailureDocument(boolean wanted, Output output) {
  FailureDocument(String[] args, Map<String, String> environment, Output output) {
    this(wanted(List.of(args), environment), output);
  }

  private static boolean wanted(List<String> args, Map<String, String> environment) {
    if (args.isEmpty() || !Verbs.ALL.containsKey(args.getFirst())) {
      return false;
    }
    String format = environment.getOrDefault(HartVariables.variable(RequestFlags.FORMAT), "");
    for (int i = 1; i < args.size(); i++) {
      if (args.get(i).startsWith(RequestFlags.FORMAT + "=")) {
        format = args.get(i).substring(RequestFlags.FORMAT.length() + 1);
      } else if (args.get(i).equals(RequestFlags.FORMAT) && i + 1 < args.size()) {
        format = args.get(i + 1);
      }
    }
    return format.equals("json");
  }

  void print(CommandFailure failure) {
    if (wanted) {
      output
          .result()
          .print(failure.document().orElseGet(() -> ResultJson.failure("", failure.getMessage())));
    }
  }

  void print(String message) {
    if (wanted) {
      output.result().print(ResultJson.failure("", message));
    }
  }

  /// Of a mistake of the tool: with the steps until then, where a run had begun.
  void print(Throwable mistake) {
    if (wanted && mistake instanceof PipelineFault fault) {
      output.result().print(ResultJson.write(fault.run(), false));
    } else {
      print("The tool failed: " + mistake);
    }
  }
}
