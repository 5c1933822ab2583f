package io.beckon.protocol.registry;

import io.beckon.protocol.device.Device;

/** What this node has mapped of registries; answers from memory, without waiting. */
public interface RegistryLookup {
  /** Knows no registry. */
  RegistryLookup NONE = (registry, version, device) -> Answer.NOT_HERE;

  Answer look(RegistryId registry, int version, Device device);

  /** What was found. */
  enum Answer {
    REGISTERED,
    NOT_REGISTERED,
    /** This node does not have that version, so it knows nothing. */
    NOT_HERE
  }
}
