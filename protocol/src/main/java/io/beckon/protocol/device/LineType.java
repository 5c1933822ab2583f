package io.beckon.protocol.device;

import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What kind of line a phone number is, as far as its numbering plan tells. */
public enum LineType {
  MOBILE('M', PhoneNumberType.MOBILE),
  FIXED_LINE('L', PhoneNumberType.FIXED_LINE),
  /** Plans that do not tell the two apart, such as that of the United States. */
  FIXED_LINE_OR_MOBILE('B', PhoneNumberType.FIXED_LINE_OR_MOBILE),
  VOIP('V', PhoneNumberType.VOIP),
  TOLL_FREE('T', PhoneNumberType.TOLL_FREE),
  /** The caller pays a part that is the same from everywhere. */
  SHARED_COST('S', PhoneNumberType.SHARED_COST),
  /** The caller pays whoever is called. */
  PREMIUM_RATE('P', PhoneNumberType.PREMIUM_RATE),
  PAGER('G', PhoneNumberType.PAGER),
  PERSONAL_NUMBER('N', PhoneNumberType.PERSONAL_NUMBER),
  /** A company's number for all its places. */
  UAN('U', PhoneNumberType.UAN),
  VOICEMAIL('O', PhoneNumberType.VOICEMAIL),
  UNKNOWN('X', PhoneNumberType.UNKNOWN);

  private static final Map<PhoneNumberType, LineType> BY_LIBRARY = new HashMap<>();
  private static final Map<String, LineType> BY_CODE = new HashMap<>();

  static {
    for (var type : values()) {
      BY_LIBRARY.put(type.library, type);
      BY_CODE.put(type.code(), type);
    }
  }

  private final char code;
  private final PhoneNumberType library;

  LineType(char code, PhoneNumberType library) {
    this.code = code;
    this.library = library;
  }

  /** The one letter under which it is stored. */
  public String code() {
    return String.valueOf(code);
  }

  public static Optional<LineType> ofCode(String code) {
    return Optional.ofNullable(BY_CODE.get(code));
  }

  /** By its name, in any case. */
  public static Optional<LineType> named(String name) {
    return Arrays.stream(values()).filter(t -> t.name().equalsIgnoreCase(name)).findFirst();
  }

  static LineType of(PhoneNumberType type) {
    return BY_LIBRARY.getOrDefault(type, UNKNOWN);
  }

  /** Whether such a number may ring anywhere, so that it tells nothing of a zone. */
  boolean isPlaceless() {
    return switch (this) {
      case TOLL_FREE, SHARED_COST, PREMIUM_RATE, UAN, PERSONAL_NUMBER, VOICEMAIL -> true;
      case MOBILE, FIXED_LINE, FIXED_LINE_OR_MOBILE, VOIP, PAGER, UNKNOWN -> false;
    };
  }
}
