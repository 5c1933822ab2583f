package io.beckon.bench.numbers;

import static io.beckon.bench.ingest.LoadingWorld.option;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberToTimeZonesMapper;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import io.beckon.bench.Bench;
import io.beckon.bench.Held;
import io.beckon.bench.Results;
import io.beckon.protocol.device.PhoneNumbers;
import io.beckon.protocol.device.PhoneReading;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;

/**
 * Reads numbers of a country ({@code --country DE}) as people write them, a million by default
 * ({@code --texts N}), in one thread. The limit is libphonenumber finding out the same of the first
 * of them: number, region, type and zones.
 */
public final class NumbersBench implements Bench {
  private static final PhoneNumberUtil LIBRARY = PhoneNumberUtil.getInstance();
  private static final PhoneNumberToTimeZonesMapper ZONES =
      PhoneNumberToTimeZonesMapper.getInstance();
  private static final String NONE = "-";
  private static final int FOR_LIBRARY = 50_000;
  private static final int ROUNDS = 3;

  /** What the tables must be worth to be kept. */
  private static final double LEAST_RATIO = 5;

  @Override
  public String purpose() {
    return "phone numbers of a country read a second, beside libphonenumber (--country, --texts)";
  }

  @Override
  public boolean run(List<String> arguments, Results results) {
    var country = option(arguments, "--country", "DE");
    int count = Integer.parseInt(option(arguments, "--texts", "1000000"));
    var texts = texts(country, count, new SplittableRandom(1));
    var some = texts.subList(0, Math.min(FOR_LIBRARY, count));
    double ours = perSecond(texts, text -> ours(text, country));
    double library = perSecond(some, text -> library(text, country));
    long other = some.stream().filter(t -> !ours(t, country).equals(library(t, country))).count();
    results.metric("numbers_per_s", ours, "numbers/s", library);
    results.metric("read_otherwise", other, "numbers");
    return new Held("numbers", System.err)
        .atMost("numbers that the library reads otherwise", other, 0)
        .atLeast("ratio to the library", ours / library, LEAST_RATIO)
        .all();
  }

  /** The best of some rounds: the first one compiles. */
  private static double perSecond(List<String> texts, Function<String, String> reader) {
    double best = 0;
    for (int round = 0; round < ROUNDS; round++) {
      long began = System.nanoTime();
      long read = texts.stream().map(reader).filter(number -> !number.equals(NONE)).count();
      double seconds = (System.nanoTime() - began) / 1e9;
      best = read == 0 ? best : Math.max(best, texts.size() / seconds);
    }
    return best;
  }

  private static String ours(String text, String country) {
    return PhoneNumbers.parse(text, country) instanceof PhoneReading.Dialable good
        ? good.facts().device().value()
        : NONE;
  }

  private static String library(String text, String country) {
    try {
      var number = LIBRARY.parse(text, country);
      if (!LIBRARY.isValidNumber(number)) {
        return NONE;
      }
      boolean known =
          LIBRARY.getRegionCodeForNumber(number) != null
              && LIBRARY.getNumberType(number) != null
              && !ZONES.getTimeZonesForNumber(number).isEmpty();
      return known ? LIBRARY.format(number, PhoneNumberFormat.E164) : NONE;
    } catch (NumberParseException e) {
      return NONE;
    }
  }

  private static List<String> texts(String country, int count, SplittableRandom random) {
    var code = LIBRARY.getCountryCodeForRegion(country);
    var mobile =
        LIBRARY.getNationalSignificantNumber(
            LIBRARY.getExampleNumberForType(country, PhoneNumberUtil.PhoneNumberType.MOBILE));
    var fixed =
        LIBRARY.getNationalSignificantNumber(
            LIBRARY.getExampleNumberForType(country, PhoneNumberUtil.PhoneNumberType.FIXED_LINE));
    var prefix = LIBRARY.getNddPrefixForRegion(country, true);
    List<String> texts = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      var example = i % 2 == 0 ? mobile : fixed;
      var head = example.substring(0, 3);
      var tail = digits(example.length() - 3, random);
      texts.add(
          switch (random.nextInt(5)) {
            case 0 -> "+" + code + head + tail;
            case 1 -> "+" + code + " " + head + " " + tail;
            case 2 -> (prefix == null ? "" : prefix) + head + "/" + tail;
            case 3 -> "(" + (prefix == null ? "" : prefix) + head + ") " + tail;
            default -> head + "-" + tail;
          });
    }
    return texts;
  }

  private static String digits(int length, SplittableRandom random) {
    var digits = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      digits.append(random.nextInt(10));
    }
    return digits.toString();
  }
}
