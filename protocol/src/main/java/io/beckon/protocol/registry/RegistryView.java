package io.beckon.protocol.registry;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A registry as it stands.
 *
 * @param maxAgeDays how old its data may be
 * @param inForce the version that checks look at; null: nothing was loaded yet
 * @param latest the version that was begun last
 * @param usableTill from then on what is in force is too old; null without it
 * @param usable whether checks may go by it now
 */
public record RegistryView(
    RegistryId id,
    String name,
    String country,
    int maxAgeDays,
    @Nullable RegistryVersion inForce,
    @Nullable RegistryVersion latest,
    @Nullable Instant usableTill,
    boolean usable,
    Instant createdAt) {}
