package io.hartonomous.syntax.print;

import io.hartonomous.syntax.Nodes;
import io.hartonomous.syntax.ParseResult;
import io.hartonomous.syntax.TokenKind;
import io.hartonomous.syntax.Tokens;
import io.hartonomous.syntax.ast.Batch;
import io.hartonomous.syntax.ast.Condition;
import io.hartonomous.syntax.ast.CursorStatement;
import io.hartonomous.syntax.ast.DataType;
import io.hartonomous.syntax.ast.DmlPart;
import io.hartonomous.syntax.ast.DmlStatement;
import io.hartonomous.syntax.ast.Expression;
import io.hartonomous.syntax.ast.Identifier;
import io.hartonomous.syntax.ast.ModulePart;
import io.hartonomous.syntax.ast.ModuleStatement;
import io.hartonomous.syntax.ast.Node;
import io.hartonomous.syntax.ast.ProceduralStatement;
import io.hartonomous.syntax.ast.QueryExpression;
import io.hartonomous.syntax.ast.QueryPart;
import io.hartonomous.syntax.ast.Script;
import io.hartonomous.syntax.ast.Statement;
import io.hartonomous.syntax.ast.TableReference;
import io.hartonomous.syntax.ast.TableStatement;
import io.hartonomous.syntax.print.LayoutPlan.Group;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// The house style: from a tree to the places where its lines are broken.
final class LayoutRules {
  private final Tokens tokens;
  private final LayoutPlan plan;
  private final BitSet namedWords = new BitSet();

  private LayoutRules(Tokens tokens) {
    this.tokens = tokens;
    plan = new LayoutPlan(tokens.size());
  }

  static LayoutPlan of(ParseResult parsed) {
    LayoutRules rules = new LayoutRules(parsed.tokens());
    rules.words();
    rules.parentheses();
    Nodes.walk(parsed.script(), rules::rule);
    return rules.plan;
  }

  private void words() {
    for (int i = 0; i < tokens.size(); i++) {
      TokenKind kind = tokens.kind(i);
      plan.keyword[i] = kind.isReservedWord() || kind == TokenKind.IDENTIFIER;
    }
  }

  /// Every pair of parentheses may be broken behind its opening, at its commas, before its closing.
  private void parentheses() {
    record Open(int token, Group group, boolean query) {}

    Deque<Open> open = new ArrayDeque<>();
    int[] closing = closing();
    for (int i = 0; i < tokens.size(); i++) {
      switch (tokens.kind(i)) {
        case LEFT_PARENTHESIS -> {
          Group group = plan.group(i, closing[i] + 1, false);
          TokenKind next = tokens.kind(i + 1);
          open.push(new Open(i, group, next == TokenKind.SELECT || next == TokenKind.WITH));
          if (next != TokenKind.RIGHT_PARENTHESIS) {
            plan.breakBefore(group, i + 1, 1);
          }
        }
        case RIGHT_PARENTHESIS -> {
          if (!open.isEmpty()) {
            Open pair = open.pop();
            if (i > pair.token() + 1) {
              plan.breakBefore(pair.group(), i, 0);
            }
          }
        }
        case COMMA -> {
          if (!open.isEmpty() && !open.peek().query()) {
            plan.breakBefore(open.peek().group(), i + 1, 1);
          }
        }
        default -> {}
      }
    }
  }

  private int[] closing() {
    int[] closing = new int[tokens.size()];
    Deque<Integer> open = new ArrayDeque<>();
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.kind(i) == TokenKind.LEFT_PARENTHESIS) {
        open.push(i);
        closing[i] = tokens.size() - 2;
      } else if (tokens.kind(i) == TokenKind.RIGHT_PARENTHESIS && !open.isEmpty()) {
        closing[open.pop()] = i;
      }
    }
    return closing;
  }

  private void rule(Node node) {
    switch (node) {
      case Script n -> script(n);
      case Identifier n -> name(n.from(), n.to());
      case Expression.DatePart n -> name(n.from(), n.to());
      case Expression.Unary n -> {
        boolean signs = tokens.kind(n.from() + 1) == tokens.kind(n.from()); // `- -1` is no comment
        plan.glued[n.from() + 1] = !signs;
      }
      case Expression.FunctionCall n -> plan.glued[n.name().to()] = true;
      case DataType n -> type(n);
      case Expression n -> expression(n);
      case Condition n -> condition(n);
      case QueryExpression n -> query(n);
      case QueryPart.With n -> with(n);
      case TableReference.Join n -> join(n);
      case TableReference.Function n -> plan.glued[n.name().to()] = true;
      case TableStatement.CreateTable n -> elements(n.name().to());
      case ProceduralStatement n -> procedural(n);
      case DmlStatement n -> change(n);
      case DmlPart.Output n -> list(n.elements(), 1);
      case ModuleStatement n -> module(n);
      case CursorStatement.Declare n -> words(n.options());
      case CursorStatement.SetCursor n -> words(n.options());
      default -> {}
    }
  }

  /// Statements and GO begin lines. A count stays behind its GO.
  private void script(Script script) {
    Group group = plan.group(script.from(), tokens.size() - 1, true);
    for (Batch batch : script.batches()) {
      eachOnItsLine(group, batch.statements(), 0);
    }
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.kind(i) == TokenKind.GO) {
        plan.breakBefore(group, i, 0);
      }
    }
  }

  /// Words of the language that the tree holds as names.
  private void words(List<Identifier> words) {
    for (Identifier word : words) {
      namedWords.set(word.from(), word.to());
    }
  }

  /// Not a word of the language.
  private void name(int from, int to) {
    for (int i = from; i < to; i++) {
      plan.keyword[i] = namedWords.get(i);
    }
  }

  private void eachOnItsLine(Group group, List<? extends Node> nodes, int levels) {
    nodes.forEach(node -> plan.breakBefore(group, node.from(), levels));
  }

  /// Elements between commas, on lines of their own where they do not fit on one.
  private void list(List<? extends Node> nodes, int levels) {
    int before = nodes.isEmpty() ? 0 : nodes.getFirst().from() - 1;
    if (nodes.size() > 1 && tokens.kind(before) != TokenKind.LEFT_PARENTHESIS) {
      eachOnItsLine(plan.group(before, nodes.getLast().to(), false), nodes, levels);
    }
  }

  private void type(DataType type) {
    switch (type) {
      case DataType.Named n -> {
        int last = n.moreWords().isEmpty() ? n.name().to() : n.moreWords().getLast().to();
        plan.glued[last] |= tokens.kind(last) == TokenKind.LEFT_PARENTHESIS && last < n.to();
      }
      case DataType.Xml n ->
          plan.glued[n.from() + 1] |= tokens.kind(n.from() + 1) == TokenKind.LEFT_PARENTHESIS;
      case DataType.Table n -> elements(n.from() + 1);
      case DataType.Argument n -> name(n.from(), n.to());
      default -> {}
    }
  }

  /// The elements of a table, whose parenthesis is at a token or behind it: always a line each.
  private void elements(int open) {
    if (tokens.kind(open) != TokenKind.LEFT_PARENTHESIS) {
      return;
    }
    int depth = 0;
    Group group = null;
    for (int i = open; i < tokens.size(); i++) {
      switch (tokens.kind(i)) {
        case LEFT_PARENTHESIS -> {
          if (depth++ == 0) {
            group = plan.group(open, tokens.size() - 1, true);
            plan.breakBefore(group, i + 1, 1);
          }
        }
        case RIGHT_PARENTHESIS -> {
          if (--depth == 0) {
            plan.breakBefore(group, i, 0);
            return;
          }
        }
        case COMMA -> {
          if (depth == 1) {
            plan.breakBefore(group, i + 1, 1);
          }
        }
        default -> {}
      }
    }
  }

  private void expression(Expression expression) {
    switch (expression) {
      case Expression.Binary n -> operands(n.operands(), n.from(), n.to());
      case Expression.SimpleCase n -> caseOf(n, n.whens(), n.otherwise());
      case Expression.SearchedCase n -> caseOf(n, n.whens(), n.otherwise());
      case Expression.Cast n -> plan.glued[n.from() + 1] = true;
      case Expression.Convert n -> plan.glued[n.from() + 1] = true;
      case Expression.Parse n -> plan.glued[n.from() + 1] = true;
      case Expression.Iif n -> plan.glued[n.from() + 1] = true;
      case Expression.Coalesce n -> plan.glued[n.from() + 1] = true;
      case Expression.NullIf n -> plan.glued[n.from() + 1] = true;
      case Expression.LeftRight n -> plan.glued[n.from() + 1] = true;
      case Expression.Trim n -> plan.glued[n.from() + 1] = true;
      case Expression.JsonObject n -> plan.glued[n.from() + 1] = true;
      case Expression.JsonArray n -> plan.glued[n.from() + 1] = true;
      case Expression.MethodCall n -> plan.glued[n.method().to()] = n.arguments().isPresent();
      case Expression.StaticCall n -> plan.glued[n.member().to()] = n.arguments().isPresent();
      default -> {}
    }
  }

  /// Operands after their operators, which begin the lines.
  private void operands(List<? extends Node> operands, int from, int to) {
    Group group = plan.group(from, to, false);
    for (int i = 1; i < operands.size(); i++) {
      plan.breakBefore(group, operands.get(i).from() - 1, 1);
    }
  }

  private void caseOf(Node node, List<? extends Node> whens, Optional<Expression> otherwise) {
    Group group = plan.group(node.from(), node.to(), false);
    eachOnItsLine(group, whens, 1);
    otherwise.ifPresent(value -> plan.breakBefore(group, value.from() - 1, 1));
    plan.breakBefore(group, node.to() - 1, 0);
  }

  private void condition(Condition condition) {
    switch (condition) {
      case Condition.And n -> operands(n.operands(), n.from(), n.to());
      case Condition.Or n -> operands(n.operands(), n.from(), n.to());
      case Condition.Comparison n -> {
        for (int i = n.left().to() + 1; i < n.right().from(); i++) {
          plan.glued[i] = true; // `> =` is one operator
        }
      }
      case Condition.UpdateColumn n -> plan.glued[n.from() + 1] = true;
      case Condition.FullText n -> plan.glued[n.from() + 1] = true;
      default -> {}
    }
  }

  private void query(QueryExpression query) {
    Group group = plan.group(query.from(), query.to(), false);
    switch (query) {
      case QueryExpression.Specification n -> {
        list(n.elements(), 1);
        n.into().ifPresent(name -> plan.breakBefore(group, name.from() - 1, 0));
        if (!n.fromClause().isEmpty()) {
          plan.breakBefore(group, n.fromClause().getFirst().from() - 1, 0);
          list(n.fromClause(), 1);
        }
        n.where().ifPresent(where -> plan.breakBefore(group, where.from() - 1, 0));
        n.groupBy().ifPresent(by -> plan.breakBefore(group, by.from(), 0));
        n.having().ifPresent(having -> plan.breakBefore(group, having.from() - 1, 0));
        if (!n.windows().isEmpty()) {
          plan.breakBefore(group, n.windows().getFirst().from() - 1, 0);
        }
      }
      case QueryExpression.SetOperation n -> {
        for (int i = 1; i < n.operands().size(); i++) {
          int operand = n.operands().get(i).from();
          boolean all = tokens.kind(operand - 1) == TokenKind.ALL;
          plan.breakBefore(group, operand - (all ? 2 : 1), 0);
          plan.breakBefore(group, operand, 0);
        }
      }
      case QueryExpression.Parenthesised _ -> {}
    }
    QueryPart.Tail tail = query.tail();
    tail.orderBy().ifPresent(by -> plan.breakBefore(group, by.from(), 0));
    tail.offset().ifPresent(offset -> plan.breakBefore(group, offset.from(), 0));
    tail.forClause().ifPresent(clause -> plan.breakBefore(group, clause.from(), 0));
  }

  /// Common table expressions begin lines of their own where all of them do not fit on one.
  private void with(QueryPart.With with) {
    Group group = plan.group(with.from(), with.to(), false);
    for (int i = 0; i < with.expressions().size(); i++) {
      if (i > 0 || with.prefix().isPresent()) {
        plan.breakBefore(group, with.expressions().get(i).from(), 0);
      }
    }
  }

  private void join(TableReference.Join join) {
    Group group = plan.group(join.from(), join.to(), false);
    plan.breakBefore(group, join.left().to(), 0);
  }

  private void change(DmlStatement statement) {
    Group group = plan.group(statement.from(), statement.to(), false);
    switch (statement) {
      case DmlStatement.Select n -> {
        afterWith(group, n.with(), n.query().from());
        options(group, n.options());
      }
      case DmlStatement.Insert n -> {
        n.with().ifPresent(with -> plan.breakBefore(group, with.to(), 0));
        n.output().ifPresent(output -> plan.breakBefore(group, output.from(), 0));
        plan.breakBefore(group, n.source().from(), 0);
        if (n.source() instanceof DmlPart.InsertSource.Values values) {
          list(values.rows(), 1);
        }
        options(group, n.options());
      }
      case DmlStatement.Update n -> {
        n.with().ifPresent(with -> plan.breakBefore(group, with.to(), 0));
        plan.breakBefore(group, n.assignments().getFirst().from() - 1, 0);
        list(n.assignments(), 1);
        n.output().ifPresent(output -> plan.breakBefore(group, output.from(), 0));
        clauses(group, n.fromClause(), n.where());
        options(group, n.options());
      }
      case DmlStatement.Delete n -> {
        n.with().ifPresent(with -> plan.breakBefore(group, with.to(), 0));
        n.output().ifPresent(output -> plan.breakBefore(group, output.from(), 0));
        clauses(group, n.fromClause(), n.where());
        options(group, n.options());
      }
      case DmlStatement.Merge n -> {
        n.with().ifPresent(with -> plan.breakBefore(group, with.to(), 0));
        plan.breakBefore(group, n.source().from() - 1, 0);
        plan.breakBefore(group, n.on().from() - 1, 0);
        for (DmlPart.MergeWhen when : n.clauses()) {
          plan.breakBefore(group, when.from(), 0);
          Group action = plan.group(when.from(), when.to(), false);
          plan.breakBefore(action, when.action().from(), 1);
        }
        n.output().ifPresent(output -> plan.breakBefore(group, output.from(), 0));
        options(group, n.options());
      }
      case DmlStatement.Truncate _ -> {}
    }
  }

  private void afterWith(Group group, Optional<QueryPart.With> with, int query) {
    with.ifPresent(w -> plan.breakBefore(group, query, 0));
  }

  private void clauses(Group group, List<TableReference> tables, Optional<Condition> where) {
    if (!tables.isEmpty()) {
      plan.breakBefore(group, tables.getFirst().from() - 1, 0);
    }
    where.ifPresent(condition -> plan.breakBefore(group, condition.from() - 1, 0));
  }

  private void options(Group group, List<QueryPart.Hint> options) {
    if (!options.isEmpty()) {
      plan.breakBefore(group, options.getFirst().from() - 2, 0); // OPTION (
    }
  }

  private void procedural(ProceduralStatement statement) {
    switch (statement) {
      case ProceduralStatement.Block n -> block(n, n.statements(), n.to() - 1);
      case ProceduralStatement.AtomicBlock n -> block(n, n.statements(), n.to() - 1);
      case ProceduralStatement.TryCatch n -> {
        Group group = plan.group(n.from(), n.to(), true);
        eachOnItsLine(group, n.tryStatements(), 1);
        eachOnItsLine(group, n.catchStatements(), 1);
        int end = n.tryStatements().getLast().to();
        while (tokens.kind(end) == TokenKind.SEMICOLON) {
          end++;
        }
        plan.breakBefore(group, end, 0);
        int begin = end + 2;
        while (tokens.kind(begin) == TokenKind.SEMICOLON) {
          begin++;
        }
        plan.breakBefore(group, begin, 0);
        plan.breakBefore(group, n.to() - 2, 0);
      }
      case ProceduralStatement.If n -> {
        governed(n.from(), n.to(), n.then());
        if (n.otherwise().isPresent()) {
          Statement otherwise = n.otherwise().get();
          Group group = plan.group(n.from(), n.to(), true);
          plan.breakBefore(group, otherwise.from() - 1, 0);
          if (!(otherwise instanceof ProceduralStatement.If)) {
            governed(n.from(), n.to(), otherwise);
          }
        }
      }
      case ProceduralStatement.While n -> governed(n.from(), n.to(), n.body());
      case ProceduralStatement.DeclareVariables n -> list(n.variables(), 1);
      case ProceduralStatement.Execute n -> list(n.arguments(), 1);
      case ProceduralStatement.SetOnOff n -> words(n.options());
      case ProceduralStatement.SetStatistics n -> words(n.kinds());
      case ProceduralStatement.SetOffsets n -> words(n.kinds());
      case ProceduralStatement.Setting n -> words(List.of(n.option()));
      case ProceduralStatement.Raiserror n -> words(n.options());
      case ProceduralStatement.Label n -> plan.glued[n.to() - 1] = true;
      default -> {}
    }
  }

  private void block(Node block, List<Statement> statements, int end) {
    Group group = plan.group(block.from(), block.to(), true);
    eachOnItsLine(group, statements, 1);
    plan.breakBefore(group, end, 0);
  }

  /// A statement that another governs: a block begins a line at the same level, others one deeper.
  private void governed(int from, int to, Statement statement) {
    boolean block =
        statement instanceof ProceduralStatement.Block
            || statement instanceof ProceduralStatement.TryCatch;
    plan.breakBefore(plan.group(from, to, true), statement.from(), block ? 0 : 1);
  }

  private void module(ModuleStatement statement) {
    switch (statement) {
      case ModuleStatement.Procedure n -> {
        Group group = plan.group(n.from(), n.to(), true);
        list(n.parameters(), 1);
        body(group, n.body());
      }
      case ModuleStatement.Function n -> {
        Group group = plan.group(n.from(), n.to(), true);
        plan.breakBefore(group, n.returns().from() - (isWord(n.returns().from() - 1) ? 1 : 0), 0);
        plan.glued[n.name().to()] = true;
        body(group, n.body());
      }
      case ModuleStatement.View n -> {
        Group group = plan.group(n.from(), n.to(), true);
        int query = n.with().map(Node::from).orElse(n.query().from());
        if (tokens.kind(query - 1) == TokenKind.AS) {
          plan.breakBefore(group, query - 1, 0);
        }
        plan.breakBefore(group, query, 0);
        afterWith(group, n.with(), n.query().from());
      }
      case ModuleStatement.Trigger n -> body(plan.group(n.from(), n.to(), true), n.body());
      case ModuleStatement.EnableTrigger _ -> {}
    }
  }

  private boolean isWord(int token) {
    return tokens.kind(token) == TokenKind.IDENTIFIER && tokens.isWord(token, "RETURNS");
  }

  private void body(Group group, ModulePart.Body body) {
    if (tokens.kind(body.from() - 1) == TokenKind.AS) {
      plan.breakBefore(group, body.from() - 1, 0);
    }
    plan.breakBefore(group, body.from(), 0);
    if (body instanceof ModulePart.Body.Statements n) {
      eachOnItsLine(group, n.statements(), 0);
    }
  }
}
