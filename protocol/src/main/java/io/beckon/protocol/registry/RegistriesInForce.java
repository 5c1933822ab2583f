package io.beckon.protocol.registry;

import io.beckon.protocol.device.Device;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A tenant's registries as of one rule-set version: which version of each is in force. All checks
 * of that rule set look at just these, or know nothing.
 *
 * @param lookup what this node has mapped
 */
public record RegistriesInForce(Map<RegistryId, Registry> registries, RegistryLookup lookup) {
  public static final RegistriesInForce NONE = new RegistriesInForce(Map.of(), RegistryLookup.NONE);

  /**
   * A registry.
   *
   * @param version null: nothing was loaded yet
   */
  public record Registry(String name, @Nullable Version version) {}

  /**
   * What is in force of it.
   *
   * @param usableTill from then on it is too old to go by
   */
  public record Version(int number, LocalDate dataDate, Instant usableTill) {}

  public RegistriesInForce {
    registries = Map.copyOf(registries);
  }

  /** What a registry says of a device at a moment. */
  public sealed interface Answer {
    /** It was looked at. */
    record Known(String name, Version version, boolean registered) implements Answer {}

    /**
     * It cannot be gone by.
     *
     * @param reason a sentence that says what is to be done
     */
    record Unknown(String reason) implements Answer {}
  }

  public Answer ask(RegistryId id, Device device, Instant at) {
    Registry registry = registries.get(id);
    if (registry == null) {
      return new Answer.Unknown("The registry " + id + " was removed; remove the rule, too.");
    }
    Version version = registry.version();
    if (version == null) {
      return new Answer.Unknown(
          "Nothing is in force of the registry " + registry.name() + "; load its file.");
    }
    if (!at.isBefore(version.usableTill())) {
      return new Answer.Unknown(
          "The data of the registry "
              + registry.name()
              + " are of "
              + version.dataDate()
              + " and too old since "
              + version.usableTill()
              + "; load newer ones.");
    }
    return switch (lookup.look(id, version.number(), device)) {
      case REGISTERED -> new Answer.Known(registry.name(), version, true);
      case NOT_REGISTERED -> new Answer.Known(registry.name(), version, false);
      case NOT_HERE ->
          new Answer.Unknown(
              "This node does not have version "
                  + version.number()
                  + " of the registry "
                  + registry.name()
                  + " yet.");
    };
  }
}
