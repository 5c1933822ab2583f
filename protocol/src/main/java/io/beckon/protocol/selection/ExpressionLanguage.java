package io.beckon.protocol.selection;

import dev.cel.checker.CelStandardDeclarations;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntime.Program;
import dev.cel.runtime.CelRuntimeFactory;
import dev.cel.validator.CelValidator;
import dev.cel.validator.CelValidatorFactory;
import dev.cel.validator.validators.DurationLiteralValidator;
import dev.cel.validator.validators.RegexLiteralValidator;
import dev.cel.validator.validators.TimestampLiteralValidator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The part of CEL that selection rules may use: its standard functions, and {@code has}, {@code
 * all}, {@code exists}, {@code exists_one}. Left out is what makes new texts and lists ({@code
 * map}, {@code filter}, joining by {@code +}), as nested uses of them grow without bound.
 */
final class ExpressionLanguage {
  private static final int LONGEST = 2_000;
  private static final int STEPS = 500;
  private static final int PATTERN_SIZE = 1_000;
  private static final int NESTING = 40;
  private static final Set<String> JOINS = Set.of("add_string", "add_bytes", "add_list");

  /** Names and types; what is missing is an empty text or list. */
  static final Map<String, CelType> VARIABLES = variables();

  private static final CelOptions OPTIONS =
      CelOptions.current()
          .maxExpressionCodePointSize(LONGEST)
          .maxParseRecursionDepth(NESTING)
          .comprehensionMaxIterations(STEPS)
          .maxRegexProgramSize(PATTERN_SIZE)
          .enableHeterogeneousNumericComparisons(true)
          .build();
  private static final CelCompiler COMPILER = compiler();
  private static final CelRuntime RUNTIME =
      CelRuntimeFactory.standardCelRuntimeBuilder().setOptions(OPTIONS).build();
  private static final CelValidator VALIDATOR =
      CelValidatorFactory.standardCelValidatorBuilder(COMPILER, RUNTIME)
          .addAstValidators(
              RegexLiteralValidator.INSTANCE,
              TimestampLiteralValidator.INSTANCE,
              DurationLiteralValidator.INSTANCE)
          .build();

  private ExpressionLanguage() {}

  static CelAbstractSyntaxTree compile(String text) throws CelValidationException {
    var ast = COMPILER.compile(text).getAst();
    return VALIDATOR.validate(ast).getAst();
  }

  static Program program(CelAbstractSyntaxTree ast) throws CelEvaluationException {
    return RUNTIME.createProgram(ast);
  }

  static String known() {
    return String.join(", ", VARIABLES.keySet());
  }

  private static CelCompiler compiler() {
    var builder =
        CelCompilerFactory.standardCelCompilerBuilder()
            .setOptions(OPTIONS)
            .setStandardEnvironmentEnabled(false)
            .setStandardDeclarations(
                CelStandardDeclarations.newBuilder()
                    .filterFunctions(
                        (function, overload) ->
                            !JOINS.contains(overload.celOverloadDecl().overloadId()))
                    .build())
            .setStandardMacros(
                CelStandardMacro.HAS,
                CelStandardMacro.ALL,
                CelStandardMacro.EXISTS,
                CelStandardMacro.EXISTS_ONE)
            .setResultType(SimpleType.BOOL);
    VARIABLES.forEach(builder::addVar);
    return builder.build();
  }

  private static Map<String, CelType> variables() {
    Map<String, CelType> found = new LinkedHashMap<>();
    for (var name : FieldValues.FIELDS) {
      found.put(name, SimpleType.STRING);
    }
    found.put(FieldValues.OTHER, MapType.create(SimpleType.STRING, SimpleType.STRING));
    for (var name : FieldValues.OF_DEVICE.keySet()) {
      found.put(name, SimpleType.STRING);
    }
    found.put(FieldValues.ZONES, ListType.create(SimpleType.STRING));
    return found;
  }
}
