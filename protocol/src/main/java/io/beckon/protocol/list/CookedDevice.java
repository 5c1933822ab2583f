package io.beckon.protocol.list;

import io.beckon.protocol.device.LineType;
import io.beckon.protocol.device.ZoneKey;
import org.jspecify.annotations.Nullable;

/**
 * One device of a row, ready to be stored.
 *
 * @param column header it came from
 * @param value E.164 or an e-mail address
 * @param lineType null for e-mail addresses
 */
public record CookedDevice(
    String column,
    String value,
    @Nullable String country,
    @Nullable String state,
    @Nullable LineType lineType,
    ZoneKey zones) {
  /** A device of which no line type is known. */
  public CookedDevice(
      String column,
      String value,
      @Nullable String country,
      @Nullable String state,
      ZoneKey zones) {
    this(column, value, country, state, null, zones);
  }

  /** The same device in other zones. */
  public CookedDevice in(ZoneKey zones) {
    return new CookedDevice(column, value, country, state, lineType, zones);
  }
}
