package io.beckon.protocol.list;

import io.beckon.protocol.device.ZoneKey;
import org.jspecify.annotations.Nullable;

/**
 * One device of a row, ready to be stored.
 *
 * @param column header it came from
 * @param value E.164 or an e-mail address
 */
public record CookedDevice(
    String column, String value, @Nullable String country, @Nullable String state, ZoneKey zones) {}
