package io.beckon.protocol.device;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonemetadata.PhoneMetadata;
import com.google.i18n.phonenumbers.Phonemetadata.PhoneNumberDesc;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All numbers of one calling code as a table: whether a national number is valid, of which region
 * and kind. Compiled from libphonenumber's own patterns and asked in the library's own order, so
 * that it says the same ({@code PlainNumbersTest}).
 */
final class NumberingPlan {
  /**
   * A valid number.
   *
   * @param region as the library has it: ISO 3166 alpha-2, or 001
   * @param geographical whether its first digits tell a place
   */
  record Verdict(String region, LineType type, boolean geographical) {}

  private static final int LONGEST = 17;
  private static final int GENERAL = 0;
  private static final int FIXED = 9;
  private static final int MOBILE = 10;
  private static final int LEADING_DIGITS = 11;
  private static final int LABELS = 12;

  /** In the order in which the library asks; behind the general pattern. */
  private static final List<PhoneNumberType> SPECIAL =
      List.of(
          PhoneNumberType.PREMIUM_RATE,
          PhoneNumberType.TOLL_FREE,
          PhoneNumberType.SHARED_COST,
          PhoneNumberType.VOIP,
          PhoneNumberType.PERSONAL_NUMBER,
          PhoneNumberType.PAGER,
          PhoneNumberType.UAN,
          PhoneNumberType.VOICEMAIL);

  private final List<PhoneMetadata> regions;
  private final DigitAutomaton automaton;

  /** By set of labels and length; null: not valid. */
  private final @Nullable Verdict[][] verdicts;

  private NumberingPlan(List<PhoneMetadata> regions, DigitAutomaton automaton) {
    this.regions = regions;
    this.automaton = automaton;
    var sets = automaton.labelSets();
    verdicts = new @Nullable Verdict[sets.size()][LONGEST + 1];
    for (int set = 0; set < sets.size(); set++) {
      for (int length = 0; length <= LONGEST; length++) {
        verdicts[set][length] = verdict(sets.get(set), length);
      }
    }
  }

  /**
   * @param regions that share the calling code, the main one first
   * @throws UnsupportedOperationException when a pattern is none of digits only
   */
  static NumberingPlan of(List<PhoneMetadata> regions) {
    var states = new DigitStates();
    for (int region = 0; region < regions.size(); region++) {
      var metadata = regions.get(region);
      for (int kind = GENERAL; kind <= MOBILE; kind++) {
        var description = description(metadata, kind);
        if (description.hasNationalNumberPattern()
            && !description.getNationalNumberPattern().isEmpty()) {
          var pattern = DigitPattern.of(description.getNationalNumberPattern());
          states.add(pattern, region * LABELS + kind);
        }
      }
      if (metadata.hasLeadingDigits()) {
        var pattern = DigitPattern.of(metadata.getLeadingDigits()).asPrefix();
        states.add(pattern, region * LABELS + LEADING_DIGITS);
      }
    }
    return new NumberingPlan(regions, DigitAutomaton.of(states));
  }

  /** Null when it is no valid number. */
  @Nullable Verdict verdict(String national) {
    return national.length() > LONGEST
        ? null
        : verdicts[automaton.labelSet(national)][national.length()];
  }

  /** Whether a number is, but for its length, one of a region. */
  boolean isGenerally(String national, int region) {
    return automaton.labelSets().get(automaton.labelSet(national)).get(region * LABELS + GENERAL);
  }

  /** The place of a region among those of the calling code. */
  int indexOf(String region) {
    for (int i = 0; i < regions.size(); i++) {
      if (regions.get(i).getId().equals(region)) {
        return i;
      }
    }
    throw new IllegalArgumentException(region + " has another calling code");
  }

  private @Nullable Verdict verdict(BitSet labels, int length) {
    int region = region(labels, length);
    var type = region < 0 ? PhoneNumberType.UNKNOWN : type(region, labels, length);
    if (type == PhoneNumberType.UNKNOWN) {
      return null;
    }
    var metadata = regions.get(region);
    return new Verdict(
        metadata.getId(),
        LineType.of(type),
        PhoneNumberUtil.getInstance().isNumberGeographical(type, metadata.getCountryCode()));
  }

  private int region(BitSet labels, int length) {
    if (regions.size() == 1) {
      return 0;
    }
    for (int region = 0; region < regions.size(); region++) {
      if (regions.get(region).hasLeadingDigits()
          ? labels.get(region * LABELS + LEADING_DIGITS)
          : type(region, labels, length) != PhoneNumberType.UNKNOWN) {
        return region;
      }
    }
    return -1;
  }

  private PhoneNumberType type(int region, BitSet labels, int length) {
    if (!matches(region, GENERAL, labels, length)) {
      return PhoneNumberType.UNKNOWN;
    }
    for (int special = 0; special < SPECIAL.size(); special++) {
      if (matches(region, GENERAL + 1 + special, labels, length)) {
        return SPECIAL.get(special);
      }
    }
    boolean fixed = matches(region, FIXED, labels, length);
    boolean alike = regions.get(region).getSameMobileAndFixedLinePattern();
    boolean mobile = alike ? fixed : matches(region, MOBILE, labels, length);
    if (fixed && mobile) {
      return PhoneNumberType.FIXED_LINE_OR_MOBILE;
    }
    if (fixed) {
      return PhoneNumberType.FIXED_LINE;
    }
    return mobile ? PhoneNumberType.MOBILE : PhoneNumberType.UNKNOWN;
  }

  private boolean matches(int region, int kind, BitSet labels, int length) {
    var lengths = description(regions.get(region), kind).getPossibleLengthList();
    return labels.get(region * LABELS + kind) && (lengths.isEmpty() || lengths.contains(length));
  }

  private static PhoneNumberDesc description(PhoneMetadata region, int kind) {
    return switch (kind) {
      case GENERAL -> region.getGeneralDesc();
      case 1 -> region.getPremiumRate();
      case 2 -> region.getTollFree();
      case 3 -> region.getSharedCost();
      case 4 -> region.getVoip();
      case 5 -> region.getPersonalNumber();
      case 6 -> region.getPager();
      case 7 -> region.getUan();
      case 8 -> region.getVoicemail();
      case FIXED -> region.getFixedLine();
      case MOBILE -> region.getMobile();
      default -> throw new IllegalArgumentException("no kind of number: " + kind);
    };
  }
}
