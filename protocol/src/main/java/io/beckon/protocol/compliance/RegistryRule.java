package io.beckon.protocol.compliance;

import io.beckon.protocol.device.Channel;
import io.beckon.protocol.registry.RegistryId;
import java.util.Set;

/**
 * Who stands in a registry is not contacted.
 *
 * @param name as its maker called it
 * @param where it is needed; a place that is not known may be one of these
 */
public record RegistryRule(
    RuleRef ref,
    String name,
    boolean required,
    Set<Channel> channels,
    RegistryId registry,
    Where where)
    implements CompiledRule {
  public RegistryRule {
    channels = Set.copyOf(channels);
  }
}
