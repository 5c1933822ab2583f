package io.beckon.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * JSON as the REST contract wants it: unknown fields refused, enumerations in any case, instants
 * and durations in ISO-8601, {@code 24:00} as the end of a day.
 */
public final class Json {
  private static final ObjectMapper STRICT =
      JsonMapper.builder()
          .addModules(new JavaTimeModule(), new Jdk8Module(), new LocalTimes())
          .annotationIntrospector(new RequiredComponents())
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
          .build();
  private static final ObjectMapper LENIENT =
      STRICT.copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  private Json() {}

  public static ObjectMapper mapper() {
    return STRICT;
  }

  /** Like {@link #mapper()}, but unknown fields are passed over; for {@code /ocs}. */
  public static ObjectMapper lenient() {
    return LENIENT;
  }

  /** Reads a body; what is wrong with it comes as an {@link InvalidRequestException}. */
  public static <T> T read(byte[] json, Class<T> type) {
    return read(STRICT, json, type);
  }

  static <T> T read(ObjectMapper mapper, byte[] json, Class<T> type) {
    try {
      T value = mapper.readValue(json, type);
      if (value == null) {
        throw InvalidRequestException.field("", "REQUIRED", "The body must not be null.");
      }
      return value;
    } catch (JsonProcessingException e) {
      throw JsonFailures.read(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static byte[] write(Object value) {
    try {
      return STRICT.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * {@code current} with the fields of {@code patch} laid over it (JSON merge patch, RFC 7396),
   * read and validated anew, perhaps as a type that has more fields.
   */
  public static <T> T patched(Object current, ObjectNode patch, Class<T> type) {
    try {
      return STRICT.treeToValue(merge(STRICT.valueToTree(current), patch), type);
    } catch (JsonProcessingException e) {
      throw JsonFailures.read(e);
    }
  }

  private static JsonNode merge(JsonNode target, JsonNode patch) {
    if (!(patch instanceof ObjectNode fields)) {
      return patch;
    }
    var out = target instanceof ObjectNode object ? object : STRICT.createObjectNode();
    fields
        .fields()
        .forEachRemaining(
            f -> {
              var old = out.get(f.getKey());
              out.set(
                  f.getKey(),
                  merge(old == null ? STRICT.getNodeFactory().nullNode() : old, f.getValue()));
            });
    return out;
  }
}
