package io.beckon.protocol.compliance;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.beckon.protocol.device.Channel;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A rule as a user writes it and as it is kept, one record a type; validated, so that it compiles.
 * In JSON all fields lie side by side and {@code type} says which there are.
 */
@JsonDeserialize(using = RuleSpecReader.class)
public sealed interface RuleSpec
    permits AttemptSpec, ContactDatesSpec, ContactTimesSpec, LocationSpec, RegistrySpec {
  /** 1 to 100 characters, unique within the tenant. */
  String name();

  @JsonProperty("type")
  RuleType type();

  /** Holds for every group of the tenant, running ones too; else for groups that name it. */
  boolean required();

  /** 1 to 1000; 1 is looked at first among the rules of a type. */
  @Nullable Integer priority();

  /** None was given: all. */
  Set<Channel> channels();

  /** May allow what is denied without any rule; such a rule is audited. */
  default boolean widens() {
    return false;
  }

  /** What checks work with. */
  CompiledRule compile(RuleRef ref);
}
