package io.hartonomous.bench;

import io.hartonomous.syntax.Lexer;
import io.hartonomous.syntax.ParseOptions;
import io.hartonomous.syntax.Parser;
import io.hartonomous.text.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/// The whole corpus once through lexer or parser: how often a second.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class ParseBenchmark {
  /// Characters of the corpus.
  @Param("10000000")
  public long size;

  private List<char[]> texts;
  private List<SourceFile> sources;

  @Setup
  public void generate() {
    texts = new ArrayList<>();
    sources = new ArrayList<>();
    for (Corpus.Text file : Corpus.ofSize(size).files()) {
      texts.add(file.text().toCharArray());
      sources.add(new SourceFile(file.path(), file.text()));
    }
  }

  /// From `char[]` to the finished tree.
  @Benchmark
  public void parse(Blackhole result) {
    for (char[] text : texts) {
      result.consume(Parser.parse(new SourceFile("", new String(text)), ParseOptions.DEFAULT));
    }
  }

  @Benchmark
  public void lex(Blackhole result) {
    for (SourceFile source : sources) {
      result.consume(Lexer.lex(source, ParseOptions.DEFAULT));
    }
  }
}
