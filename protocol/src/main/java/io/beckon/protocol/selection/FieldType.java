package io.beckon.protocol.selection;

import java.util.EnumSet;
import java.util.Set;

/** How the value of a field is understood. */
public enum FieldType {
  /** Text as it is, upper and lower case distinguished, in the order of its Unicode characters. */
  STRING(EnumSet.complementOf(EnumSet.of(Operator.CUSTOM))),
  /** A decimal number such as {@code -12.50}; any other text satisfies negative operators only. */
  NUMERIC(
      EnumSet.of(
          Operator.EQUAL,
          Operator.NOT_EQUAL,
          Operator.IN,
          Operator.NOT_IN,
          Operator.EMPTY,
          Operator.NOT_EMPTY,
          Operator.LT,
          Operator.LE,
          Operator.GT,
          Operator.GE)),
  /** Of a device: digits 1 to 3 of a North American number; others have none. */
  AREA_CODE(EnumSet.complementOf(EnumSet.of(Operator.CUSTOM))),
  /** Two letters of ISO 3166, or for a device also its calling code such as 44. */
  COUNTRY_CODE(
      EnumSet.of(
          Operator.EQUAL,
          Operator.NOT_EQUAL,
          Operator.IN,
          Operator.NOT_IN,
          Operator.EMPTY,
          Operator.NOT_EMPTY)),
  /** IANA names; a device may be in several zones, one of which is to satisfy the operator. */
  TIME_ZONE(
      EnumSet.of(
          Operator.EQUAL,
          Operator.NOT_EQUAL,
          Operator.LIKE,
          Operator.NOT_LIKE,
          Operator.IN,
          Operator.NOT_IN,
          Operator.EMPTY,
          Operator.NOT_EMPTY,
          Operator.CONTAINS,
          Operator.NOT_CONTAINS)),
  /** Of a device: digits 4 to 6 of a North American number; others have none. */
  EXCHANGE(EnumSet.complementOf(EnumSet.of(Operator.CUSTOM))),
  /** Of a device: its {@code LineType}, in any case; e-mail addresses have none. */
  LINE_TYPE(
      EnumSet.of(
          Operator.EQUAL,
          Operator.NOT_EQUAL,
          Operator.IN,
          Operator.NOT_IN,
          Operator.EMPTY,
          Operator.NOT_EMPTY)),
  /** State or province; the letters a to z count as A to Z. */
  STATE_CODE(EnumSet.complementOf(EnumSet.of(Operator.CUSTOM))),
  /**
   * No field, but a custom expression in CEL over all fields of the contact and the device. Its
   * variables: {@code clientId firstName lastName company timeZone postalCode state country} and
   * {@code device.value device.country device.state device.areaCode device.exchange} are texts,
   * empty when missing; {@code device.zones} is a list of IANA names; {@code other} holds every
   * other column under its name, as text.
   */
  EXPRESSION(EnumSet.of(Operator.CUSTOM));

  private final Set<Operator> operators;

  FieldType(Set<Operator> operators) {
    this.operators = operators;
  }

  public boolean takes(Operator operator) {
    return operators.contains(operator);
  }
}
