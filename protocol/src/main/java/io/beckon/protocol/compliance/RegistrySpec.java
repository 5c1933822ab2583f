package io.beckon.protocol.compliance;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.beckon.protocol.compliance.ContactTimesSpec.Place;
import io.beckon.protocol.device.Channel;
import io.beckon.protocol.device.Channels;
import io.beckon.protocol.registry.RegistryId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which registry attempts need.
 *
 * @param registryId of the same tenant
 * @param where it is needed; null: everywhere
 */
@JsonDeserialize
public record RegistrySpec(
    String name,
    boolean required,
    @Nullable Integer priority,
    Set<Channel> channels,
    RegistryId registryId,
    @Nullable Place where)
    implements RuleSpec {
  public RegistrySpec {
    name = RuleHead.name(name);
    priority = RuleHead.priority(priority);
    channels = Channels.sorted(channels);
  }

  @Override
  public RuleType type() {
    return RuleType.REGISTRY;
  }

  @Override
  public RegistryRule compile(RuleRef ref) {
    Place place = where;
    return new RegistryRule(
        ref,
        name,
        required,
        channels,
        registryId,
        place == null ? Where.ANYWHERE : new Where(place.country(), place.states()));
  }
}
