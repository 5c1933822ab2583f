package io.beckon.protocol.selection;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.beckon.protocol.list.CookedContact;
import io.beckon.protocol.list.CookedDevice;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the values of fields in a cooked row; other columns are read when first asked for. */
final class FieldValues {
  private static final JsonMapper JSON = new JsonMapper();
  private static final TypeReference<Map<String, String>> COLUMNS = new TypeReference<>() {};

  private static final Pattern AMERICAN = Pattern.compile("\\+1[0-9]{10}");

  /** Variables of custom expressions: texts of the contact, of the device, and what is neither. */
  static final List<String> FIELDS =
      List.of(
          "clientId",
          "firstName",
          "lastName",
          "company",
          "timeZone",
          "postalCode",
          "state",
          "country");

  static final String OTHER = "other";
  static final Map<String, FieldType> OF_DEVICE = ofDevice();
  static final String ZONES = "device.zones";

  private final CookedContact contact;
  private @Nullable Map<String, String> columns;

  FieldValues(CookedContact contact) {
    this.contact = contact;
  }

  /** The values to compare, all of them texts; none or blank ones when it is missing. */
  List<String> of(FieldRef ref, FieldType type, @Nullable CookedDevice device) {
    var value =
        switch (ref.source()) {
          case FIELD -> field(ref);
          case COLUMN -> columns().get(Objects.requireNonNull(ref.name()));
          case CONTACT -> ofContact(type);
          case DEVICE -> null;
        };
    if (ref.source() == FieldRef.Source.DEVICE) {
      return valuesOf(type, device);
    }
    return value == null ? List.of() : List.of(value);
  }

  /** What a custom expression is evaluated with; empty where something is missing. */
  Map<String, Object> variables(@Nullable CookedDevice device) {
    Map<String, Object> found = new HashMap<>();
    FIELDS.forEach(
        name -> found.put(name, Objects.requireNonNullElse(field(FieldRef.of(name)), "")));
    found.put(OTHER, columns());
    OF_DEVICE.forEach(
        (name, type) -> found.put(name, valuesOf(type, device).stream().findFirst().orElse("")));
    found.put(ZONES, valuesOf(FieldType.TIME_ZONE, device));
    return found;
  }

  private @Nullable String field(FieldRef ref) {
    return switch (Objects.requireNonNull(ref.role())) {
      case CLIENT_ID -> contact.clientId();
      case FIRST_NAME -> contact.firstName();
      case LAST_NAME -> contact.lastName();
      case COMPANY -> contact.company();
      case TIME_ZONE -> contact.timeZone();
      case POSTAL_CODE -> contact.postalCode();
      case STATE -> contact.state();
      case COUNTRY -> contact.country();
      case PHONE, EMAIL, FROM, TILL, REASON, OTHER ->
          throw new IllegalStateException("no field of its own: " + ref);
    };
  }

  private @Nullable String ofContact(FieldType type) {
    return switch (type) {
      case COUNTRY_CODE -> contact.country();
      case TIME_ZONE -> contact.timeZone();
      case STATE_CODE -> contact.state();
      default -> throw new IllegalStateException("not of a contact: " + type);
    };
  }

  private static List<String> valuesOf(FieldType type, @Nullable CookedDevice device) {
    return device == null ? List.of() : ofDevice(type, device);
  }

  private static Map<String, FieldType> ofDevice() {
    Map<String, FieldType> found = new LinkedHashMap<>();
    found.put("device.value", FieldType.STRING);
    found.put("device.country", FieldType.COUNTRY_CODE);
    found.put("device.state", FieldType.STATE_CODE);
    found.put("device.areaCode", FieldType.AREA_CODE);
    found.put("device.exchange", FieldType.EXCHANGE);
    return found;
  }

  private static List<String> ofDevice(FieldType type, CookedDevice device) {
    var number = device.value();
    boolean american = AMERICAN.matcher(number).matches();
    return switch (type) {
      case STRING, NUMERIC -> List.of(number);
      case AREA_CODE -> american ? List.of(number.substring(2, 5)) : List.of();
      case EXCHANGE -> american ? List.of(number.substring(5, 8)) : List.of();
      case COUNTRY_CODE -> device.country() == null ? List.of() : List.of(device.country());
      case STATE_CODE -> device.state() == null ? List.of() : List.of(device.state());
      case LINE_TYPE -> device.lineType() == null ? List.of() : List.of(device.lineType().name());
      case EXPRESSION -> throw new IllegalStateException("has no value of its own");
      case TIME_ZONE ->
          device.zones().isUnknown() ? List.of() : List.of(device.zones().value().split("\\|"));
    };
  }

  private Map<String, String> columns() {
    var read = columns;
    if (read == null) {
      try {
        read = contact.other() == null ? Map.of() : JSON.readValue(contact.other(), COLUMNS);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      columns = read;
    }
    return read;
  }
}
