package io.beckon.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import io.beckon.protocol.InvalidField;
import io.beckon.protocol.Refusal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Turns what Jackson says about a body into a sentence about a field. */
final class JsonFailures {
  /** How Jackson begins, where a creator says {@code required = true}. */
  private static final String MISSING = "Missing required creator property";

  private JsonFailures() {}

  static InvalidRequestException read(JsonProcessingException failure) {
    if (!(failure instanceof JsonMappingException mapping)) {
      return malformed(failure);
    }
    var field = path(mapping);
    if (mapping instanceof UnrecognizedPropertyException unknown) {
      return invalid(
          field, "UNKNOWN_FIELD", "There is no field " + unknown.getPropertyName() + ".");
    }
    if (mapping instanceof InvalidNullException) {
      return invalid(field, "REQUIRED", field + " is required.");
    }
    if (mapping instanceof InvalidFormatException format) {
      return invalid(field, "INVALID_VALUE", badValue(field, format));
    }
    if (mapping.getCause() instanceof InvalidField wrong) {
      return invalid(
          joined(field, wrong.field()), "INVALID_VALUE", String.valueOf(wrong.getMessage()));
    }
    if (mapping instanceof ValueInstantiationException && mapping.getCause() != null) {
      return invalid(field, "INVALID_VALUE", sentence(field, mapping.getCause()));
    }
    if (mapping.getCause() instanceof IllegalArgumentException cause) {
      return invalid(field, "INVALID_VALUE", sentence(field, cause));
    }
    if (mapping.getCause() instanceof JsonProcessingException deeper && deeper != failure) {
      return read(deeper);
    }
    if (String.valueOf(mapping.getOriginalMessage()).startsWith(MISSING)) {
      return invalid(field, "REQUIRED", field + " is required.");
    }
    return field.isEmpty()
        ? malformed(failure)
        : invalid(field, "WRONG_TYPE", field + " has the wrong type of value.");
  }

  /**
   * A record names its field from its own root, {@code treatments.count}; the path may know where.
   */
  private static String joined(String path, String field) {
    var root = path.replaceAll("\\[\\d+]", "");
    if (path.isEmpty() || field.equals(path)) {
      return field;
    }
    return field.startsWith(root + ".")
        ? path + field.substring(root.length())
        : path + "." + field;
  }

  private static InvalidRequestException malformed(JsonProcessingException failure) {
    var at = failure.getLocation();
    var where = at == null ? "" : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")";
    return new InvalidRequestException(
        new Refusal(
            "MALFORMED_JSON",
            400,
            "The body is not the JSON that is expected here" + where + ".",
            "Send one JSON object as openapi.yaml describes it.",
            List.of()),
        List.of());
  }

  private static InvalidRequestException invalid(String field, String code, String message) {
    return InvalidRequestException.field(field, code, message);
  }

  private static String sentence(String field, Throwable cause) {
    if (cause instanceof NullPointerException || cause.getMessage() == null) {
      return (field.isEmpty() ? "The body" : field) + " lacks a value that is required.";
    }
    return cause.getMessage();
  }

  private static String badValue(String field, InvalidFormatException format) {
    var type = format.getTargetType();
    if (type != null && type.isEnum()) {
      var names =
          Arrays.stream(type.getEnumConstants()).map(Object::toString).collect(Collectors.toList());
      return field + " must be one of " + String.join(", ", names) + ".";
    }
    var expected = type == null ? "value" : type.getSimpleName().toLowerCase(Locale.ROOT);
    return field + " must be a " + expected + ", was: " + format.getValue();
  }

  private static String path(JsonMappingException failure) {
    var out = new StringBuilder();
    for (var step : failure.getPath()) {
      if (step.getFieldName() != null) {
        out.append(out.length() == 0 ? "" : ".").append(step.getFieldName());
      } else {
        out.append('[').append(step.getIndex()).append(']');
      }
    }
    return out.toString();
  }
}
