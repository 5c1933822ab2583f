package io.beckon.protocol.compliance;

import io.beckon.protocol.device.Channel;
import java.util.Set;

/** A stored rule as checks use it; immutable and shared by all of them. */
public sealed interface CompiledRule permits AttemptRule, LocationRule, RegistryRule, TimeRule {
  RuleRef ref();

  /** Holds for every group of the tenant; else for those that name it. */
  boolean required();

  Set<Channel> channels();

  /** Fields of the contact it looks at, as {@link CheckRequest#fields} names them. */
  default Set<String> fields() {
    return Set.of();
  }
}
