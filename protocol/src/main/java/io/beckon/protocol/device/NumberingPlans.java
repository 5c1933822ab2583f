package io.beckon.protocol.device;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonemetadata.PhoneMetadata;
import com.google.i18n.phonenumbers.metadata.DefaultMetadataDependenciesProvider;
import com.google.i18n.phonenumbers.metadata.source.MetadataSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The numbering plans of the world, each compiled when its first number comes: some milliseconds,
 * then kept for good.
 */
final class NumberingPlans {
  private static final MetadataSource METADATA =
      DefaultMetadataDependenciesProvider.getInstance().getPhoneNumberMetadataSource();
  private static final PhoneNumberUtil LIBRARY = PhoneNumberUtil.getInstance();
  private static final String NO_REGION = "001";
  private static final int MOST_DIGITS = 3;

  private static final boolean[] IS_CALLING_CODE = new boolean[1000];
  private static final Map<Integer, Optional<DialingRules>> OF_CODES = new ConcurrentHashMap<>();
  private static final Map<String, Optional<DialingRules>> OF_REGIONS = new ConcurrentHashMap<>();

  static {
    LIBRARY.getSupportedCallingCodes().forEach(code -> IS_CALLING_CODE[code] = true);
  }

  private NumberingPlans() {}

  /** How numbers are dialled in a country; null: the library has to be asked. */
  static @Nullable DialingRules in(String country) {
    var known = OF_REGIONS.get(country);
    return (known == null ? OF_REGIONS.computeIfAbsent(country, NumberingPlans::ofRegion) : known)
        .orElse(null);
  }

  /**
   * The main country of the calling code that a number begins with; null: there is none, or the
   * library has to be asked.
   */
  static @Nullable DialingRules behind(String international) {
    int code = 0;
    for (int i = 0; i < MOST_DIGITS && i < international.length(); i++) {
      code = code * 10 + international.charAt(i) - '0';
      if (code == 0) {
        return null;
      }
      if (IS_CALLING_CODE[code]) {
        return ofCode(code).orElse(null);
      }
    }
    return null;
  }

  private static Optional<DialingRules> ofCode(int code) {
    var known = OF_CODES.get(code);
    return known == null ? OF_CODES.computeIfAbsent(code, NumberingPlans::compiled) : known;
  }

  private static Optional<DialingRules> ofRegion(String country) {
    if (!LIBRARY.getSupportedRegions().contains(country)) {
      return Optional.empty();
    }
    var metadata = METADATA.getMetadataForRegion(country);
    return ofCode(metadata.getCountryCode()).map(main -> DialingRules.of(metadata, main.plan()));
  }

  private static Optional<DialingRules> compiled(int code) {
    try {
      var regions =
          LIBRARY.getRegionCodesForCountryCode(code).stream().map(r -> metadata(r, code)).toList();
      return Optional.of(DialingRules.of(regions.get(0), NumberingPlan.of(List.copyOf(regions))));
    } catch (UnsupportedOperationException e) {
      return Optional.empty();
    }
  }

  private static PhoneMetadata metadata(String region, int code) {
    return region.equals(NO_REGION)
        ? METADATA.getMetadataForNonGeographicalRegion(code)
        : METADATA.getMetadataForRegion(region);
  }
}
