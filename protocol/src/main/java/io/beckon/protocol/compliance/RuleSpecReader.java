package io.beckon.protocol.compliance;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.beckon.protocol.InvalidField;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Reads a rule as the record of its {@code type}; fields that are null count as left out. */
final class RuleSpecReader extends StdDeserializer<RuleSpec> {
  private static final long serialVersionUID = 1L;

  /** A new type of rule has its line here. */
  private static final Map<RuleType, Class<? extends RuleSpec>> BY_TYPE =
      new TreeMap<>(
          Map.of(
              RuleType.ATTEMPT, AttemptSpec.class,
              RuleType.CONTACT_DATES, ContactDatesSpec.class,
              RuleType.LOCATION, LocationSpec.class,
              RuleType.REGISTRY, RegistrySpec.class,
              RuleType.CONTACT_TIMES, ContactTimesSpec.class));

  RuleSpecReader() {
    super(RuleSpec.class);
  }

  @Override
  public RuleSpec deserialize(JsonParser in, DeserializationContext context) throws IOException {
    JsonNode tree = in.getCodec().readTree(in);
    if (!(tree instanceof ObjectNode fields)) {
      throw new InvalidField("type", "is a field of a rule, which is a JSON object");
    }
    JsonNode type = fields.remove("type");
    fields.properties().removeIf(field -> field.getValue().isNull());
    return in.getCodec().treeToValue(fields, recordOf(type == null ? "" : type.asText()));
  }

  private static Class<? extends RuleSpec> recordOf(String type) {
    String wanted = type.strip().toUpperCase(Locale.ROOT);
    return BY_TYPE.entrySet().stream()
        .filter(known -> known.getKey().name().equals(wanted))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidField(
                    "type",
                    "is one of "
                        + BY_TYPE.keySet()
                        + ", was \""
                        + type
                        + "\"; suppression has lists of its own"));
  }
}
