package io.beckon.protocol.list;

import io.beckon.protocol.InvalidField;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One column of an exported contact list. */
public sealed interface ExportColumn {
  /** Columns a file may have. */
  int MOST = 500;

  /**
   * What a request without columns gets. An import reads all of it again: it takes ten columns of
   * devices, so a tenth phone number is left to who asks for it.
   */
  List<ExportColumn> USUAL =
      Stream.of(
              Arrays.stream(Field.values()).filter(f -> !f.isFoundOut() && f != Field.OTHER),
              IntStream.range(1, ContactCook.MOST_DEVICES)
                  .mapToObj(n -> new OfDevice(Kind.PHONE, n, Aspect.VALUE)),
              Stream.of(new OfDevice(Kind.EMAIL, 1, Aspect.VALUE), Field.OTHER))
          .flatMap(s -> s)
          .map(ExportColumn.class::cast)
          .toList();

  /** As the first row of the file names it. */
  String header();

  /** Something of the contact itself. */
  enum Field implements ExportColumn {
    CONTACT_ID("contactId", "contact id"),
    CLIENT_ID("clientId", "client id"),
    FIRST_NAME("firstName", "first name"),
    LAST_NAME("lastName", "last name"),
    COMPANY("company", "company"),
    TIME_ZONE("timeZone", "time zone"),
    POSTAL_CODE("postalCode", "postal code"),
    STATE("state", "state"),
    COUNTRY("country", "country"),
    /** Where the person's own place may be: the zone given, else those of the postal code. */
    ZONES("zones", "zones"),
    /** All further columns as one JSON object. */
    OTHER("other", "other");

    private final String key;
    private final String header;

    Field(String key, String header) {
      this.key = key;
      this.header = header;
    }

    @Override
    public String header() {
      return header;
    }

    /** An import that reads the file again finds it out anew. */
    boolean isFoundOut() {
      return this == CONTACT_ID || this == ZONES;
    }
  }

  /** One further column under its name. */
  record Other(String name) implements ExportColumn {
    public Other {
      if (name.isBlank() || name.indexOf('\0') >= 0) {
        throw new InvalidField("columns", "has other. without the name of a further column");
      }
    }

    @Override
    public String header() {
      return name;
    }
  }

  /**
   * Something of one device.
   *
   * @param n 1 to 10: the n-th of its kind, in the order of trying
   */
  record OfDevice(Kind kind, int n, Aspect aspect) implements ExportColumn {
    @Override
    public String header() {
      var number = kind == Kind.EMAIL && n == 1 ? "" : Integer.toString(n);
      return kind.name().toLowerCase(Locale.ROOT) + number + aspect.header;
    }
  }

  /** Which devices are numbered. */
  enum Kind {
    DEVICE,
    PHONE,
    EMAIL
  }

  /** What is told of a device; the last three are of its attempts that were placed. */
  enum Aspect {
    VALUE("", ""),
    ZONES("Zones", " zones"),
    STATE("State", " state"),
    COUNTRY("Country", " country"),
    LINE_TYPE("LineType", " line type"),
    CALL_RESULT("CallResult", " call result"),
    ATTEMPTS("Attempts", " attempts"),
    LAST_ATTEMPT_AT("LastAttemptAt", " last attempt at");

    private final String suffix;
    private final String header;

    Aspect(String suffix, String header) {
      this.suffix = suffix;
      this.header = header;
    }

    public boolean isResult() {
      return ordinal() >= CALL_RESULT.ordinal();
    }
  }

  /**
   * Reads a comma list of names such as {@code clientId,device1,device1Zones,other.Balance}.
   *
   * @param names null: {@link #USUAL}
   * @param results adds what attempts came to behind every device that is among them
   */
  static List<ExportColumn> parse(@Nullable String names, boolean results) {
    var chosen =
        names == null || names.isBlank()
            ? USUAL
            : Stream.of(names.split(",", -1)).map(String::strip).map(ExportColumn::named).toList();
    List<ExportColumn> all = new ArrayList<>();
    for (var column : chosen) {
      all.add(column);
      if (results && column instanceof OfDevice d && d.aspect() == Aspect.VALUE) {
        Arrays.stream(Aspect.values())
            .filter(Aspect::isResult)
            .forEach(aspect -> all.add(new OfDevice(d.kind(), d.n(), aspect)));
      }
    }
    if (all.size() > MOST) {
      throw new InvalidField("columns", "may be " + MOST + " at most, were " + all.size());
    }
    return all;
  }

  private static ExportColumn named(String name) {
    if (name.startsWith("other.")) {
      return new Other(name.substring("other.".length()));
    }
    for (var field : Field.values()) {
      if (field.key.equalsIgnoreCase(name)) {
        return field;
      }
    }
    return ofDevice(name)
        .orElseThrow(
            () ->
                new InvalidField(
                    "columns",
                    "may name contactId, clientId, firstName, lastName, company, timeZone,"
                        + " postalCode, state, country, other, other.NAME, and device1 to device10,"
                        + " phone1, email1 alone or followed by Zones, State, Country, LineType,"
                        + " CallResult, Attempts or LastAttemptAt; was "
                        + name));
  }

  private static Optional<ExportColumn> ofDevice(String name) {
    var parts =
        Pattern.compile("(device|phone|email)([1-9]|10|)([A-Za-z]*)", Pattern.CASE_INSENSITIVE)
            .matcher(name);
    if (!parts.matches() || parts.group(2).isEmpty() && !parts.group(1).equalsIgnoreCase("email")) {
      return Optional.empty();
    }
    var kind = Kind.valueOf(parts.group(1).toUpperCase(Locale.ROOT));
    int n = parts.group(2).isEmpty() ? 1 : Integer.parseInt(parts.group(2));
    return Arrays.stream(Aspect.values())
        .filter(aspect -> aspect.suffix.equalsIgnoreCase(parts.group(3)))
        .findFirst()
        .map(aspect -> new OfDevice(kind, n, aspect));
  }
}
