package io.beckon.protocol.reference;

import io.beckon.protocol.device.DeviceFacts;
import io.beckon.protocol.device.ZoneKey;
import java.time.LocalDate;

/**
 * What is known of numbers and places: one version of it, which never changes. Whoever reads many
 * numbers keeps one of these from beginning to end.
 */
public interface ReferenceData {
  /** What comes with the program: libphonenumber, area codes, states, postal codes. */
  ReferenceData BUNDLED = new BundledData();

  /** When the tables of postal codes and countries that come with the program were made. */
  LocalDate BUNDLED_ON = PostalZones.BUNDLED.date();

  /**
   * What is known of a number, where that is more than the program itself knows.
   *
   * @param bundled what the program itself reads out of the number
   */
  DeviceFacts number(DeviceFacts bundled);

  /**
   * All zones a postal code may be in.
   *
   * @param country ISO 3166 alpha-2
   * @return {@link ZoneKey#UNKNOWN} when nothing is known
   */
  ZoneKey postalCode(String country, String code);

  /**
   * All zones of a country.
   *
   * @param country ISO 3166 alpha-2
   * @return {@link ZoneKey#UNKNOWN} when nothing is known
   */
  ZoneKey country(String country);

  /**
   * All zones a state, province or land lies in.
   *
   * @param country ISO 3166 alpha-2
   * @param state as people write it
   * @return {@link ZoneKey#UNKNOWN} when nothing is known
   */
  ZoneKey state(String country, String state);
}
