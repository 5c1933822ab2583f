package io.beckon.protocol.selection;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelErrorCode;
import dev.cel.common.CelIssue;
import dev.cel.common.CelValidationException;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.navigation.CelNavigableExpr;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime.Program;
import io.beckon.protocol.InvalidField;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A custom expression, checked for types when it is made. What it costs to evaluate is bounded by
 * {@link ExpressionLanguage} and by the depth to which {@code all} and {@code exists} may stand in
 * one another; it knows no time of day and no state, so one row always gets the same answer.
 */
final class Expression {
  private static final int DEEPEST = 2;

  private final Program program;

  private Expression(Program program) {
    this.program = program;
  }

  /** Refused ({@code value}) with line and column of what is wrong, and what is known. */
  static Expression of(String text) {
    try {
      var ast = ExpressionLanguage.compile(text);
      checkDepth(ast);
      return new Expression(ExpressionLanguage.program(ast));
    } catch (CelValidationException e) {
      throw invalid(
          e.getErrors().stream().limit(3).map(Expression::said).collect(Collectors.joining("; ")));
    } catch (CelEvaluationException e) {
      throw invalid("cannot be evaluated: " + e.getMessage());
    }
  }

  /** Whether it holds; throws when that cannot be told for these values. */
  boolean holds(Map<String, Object> variables) throws ExpressionFailure {
    try {
      return (Boolean) program.eval(variables);
    } catch (CelEvaluationException e) {
      throw new ExpressionFailure(why(e.getErrorCode()));
    }
  }

  private static void checkDepth(CelAbstractSyntaxTree ast) {
    boolean tooDeep =
        CelNavigableAst.fromAst(ast)
            .getRoot()
            .allNodes()
            .filter(Expression::isLoop)
            .anyMatch(node -> loopsAround(node) >= DEEPEST);
    if (tooDeep) {
      throw invalid(
          "has all, exists or exists_one within each other more than " + DEEPEST + " deep");
    }
  }

  private static boolean isLoop(CelNavigableExpr node) {
    return node.expr().getKind() == Kind.COMPREHENSION;
  }

  private static long loopsAround(CelNavigableExpr node) {
    long loops = 0;
    for (var at = node.parent(); at.isPresent(); at = at.flatMap(CelNavigableExpr::parent)) {
      loops += isLoop(at.get()) ? 1 : 0;
    }
    return loops;
  }

  private static String said(CelIssue issue) {
    var at = issue.getSourceLocation();
    var place = "line " + at.getLine() + ", column " + (at.getColumn() + 1) + ": ";
    var message = issue.getMessage().replace(" (in container '')", "");
    return message.startsWith("undeclared reference")
        ? place + message + "; known are " + ExpressionLanguage.known()
        : place + message;
  }

  /** Without the values themselves: this is kept, and shown to whoever may see counts. */
  private static String why(CelErrorCode code) {
    return switch (code) {
      case ATTRIBUTE_NOT_FOUND, INDEX_OUT_OF_BOUNDS ->
          "a column is not there (has(other.NAME) asks)";
      case BAD_FORMAT -> "a text is no number, time or duration";
      case DIVIDE_BY_ZERO -> "it divides by zero";
      case NUMERIC_OVERFLOW -> "a number is too large";
      case ITERATION_BUDGET_EXCEEDED -> "it takes too many steps";
      case INVALID_ARGUMENT -> "a function does not take its argument";
      default -> "its values do not go together";
    };
  }

  private static InvalidField invalid(String message) {
    return new InvalidField("anyOf.allOf.value", message);
  }

  /** An expression cannot be evaluated for some values. */
  static final class ExpressionFailure extends Exception {
    private static final long serialVersionUID = 1L;

    ExpressionFailure(String reason) {
      super(reason, null, false, false);
    }

    String reason() {
      return Optional.ofNullable(getMessage()).orElse("");
    }
  }
}
