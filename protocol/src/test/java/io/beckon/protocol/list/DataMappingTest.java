package io.beckon.protocol.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beckon.protocol.InvalidField;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DataMappingTest {
  private static final MappedColumn PHONE = MappedColumn.named("device1", "Tel");

  @Test
  void putsDevicesIntoTheOrderOfTrying() {
    var mapping =
        delimited(
            MappedColumn.named("email", "Mail"),
            MappedColumn.named("Tariff", "T"),
            MappedColumn.named("device10", "Work"),
            MappedColumn.named("device2", "Home"),
            MappedColumn.named("device 1", "Mobile"));
    assertThat(mapping.ordered())
        .extracting(MappedColumn::field)
        .containsExactly("device 1", "device2", "device10", "email", "Tariff");
  }

  @Test
  void hasAHeaderIfDelimitedAndNoneIfFixed() {
    assertThat(delimited(PHONE).hasHeader()).isTrue();
    assertThat(fixed(MappedColumn.fixed("device1", 1, 12)).hasHeader()).isFalse();
    assertThat(delimited(PHONE).keepsOthers()).isTrue();
    assertThat(fixed(MappedColumn.fixed("device1", 1, 12)).keepsOthers()).isFalse();
  }

  static Stream<Arguments> wrong() {
    return Stream.of(
        Arguments.of("columns", "must have a device", List.of(MappedColumn.at("clientId", 1))),
        Arguments.of("columns", "are 1 to 500", List.of()),
        Arguments.of(
            "columns[1].position",
            "is given twice: columns[0] has 3 too",
            List.of(MappedColumn.at("device1", 3), MappedColumn.at("clientId", 3))),
        Arguments.of(
            "columns[1].name",
            "is given twice: columns[0] has Tel. No too",
            List.of(MappedColumn.named("device1", "tel_no"), MappedColumn.named("x", "Tel. No"))),
        Arguments.of(
            "columns[1].field",
            "is given twice",
            List.of(PHONE, MappedColumn.named("Device_1", "Tel2"))),
        Arguments.of(
            "columns[2].field",
            "is given twice",
            List.of(
                PHONE, MappedColumn.named("surname", "a"), MappedColumn.named("lastName", "b"))),
        Arguments.of(
            "columns[0].name",
            "or position must say where",
            List.of(new MappedColumn("device1", null, null, null, null))),
        Arguments.of(
            "columns[0].position",
            "give one of them",
            List.of(new MappedColumn("device1", "Tel", 1, null, null))),
        Arguments.of(
            "columns[0].from",
            "is for the layout FIXED",
            List.of(MappedColumn.fixed("phone", 1, 2))));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("wrong")
  void saysWhatIsWrongWithAColumn(String field, String message, List<MappedColumn> columns) {
    assertThatThrownBy(() -> delimited(columns.toArray(new MappedColumn[0])))
        .isInstanceOfSatisfying(InvalidField.class, e -> assertThat(e.field()).isEqualTo(field))
        .hasMessageContaining(message);
  }

  @Test
  void saysWhichFixedFieldsOverlap() {
    assertThatThrownBy(
            () ->
                fixed(
                    MappedColumn.fixed("firstName", 13, 10),
                    MappedColumn.fixed("clientId", 23, 4),
                    MappedColumn.fixed("device1", 1, 13)))
        .isInstanceOf(InvalidField.class)
        .hasMessage("columns[0].from overlaps: firstName stands at 13 to 22, device1 ends at 13");
  }

  @Test
  void takesFixedFieldsThatTouch() {
    assertThat(fixed(MappedColumn.fixed("clientId", 13, 10), MappedColumn.fixed("device1", 1, 12)))
        .extracting(m -> m.columns().size())
        .isEqualTo(2);
  }

  @Test
  void refusesNamesWhereThereIsNoHeader() {
    assertThatThrownBy(
            () ->
                new DataMapping(
                    "x",
                    ImportKind.CONTACTS,
                    MappingLayout.DELIMITED,
                    null,
                    null,
                    false,
                    null,
                    null,
                    null,
                    List.of(PHONE),
                    null))
        .hasMessage("columns[0].name needs a header; give the position instead");
  }

  @ParameterizedTest
  @ValueSource(strings = {"device11", "phone12", "email0", "device0"})
  void knowsTenDevices(String field) {
    assertThatThrownBy(() -> MappedColumn.at(field, 1))
        .hasMessageContaining("device1 to device10")
        .hasMessageContaining(field);
  }

  @ParameterizedTest
  @ValueSource(strings = {"¦", "§", "~", "pipe", "\t", "€", " ", "\u0001", "US"})
  void takesAnyOneCharacterAsDelimiter(String delimiter) {
    assertThat(quoted(delimiter, "'").delimiter()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "||", "\"", "\n", "\uD83D\uDE00", "\u0000"})
  void refusesWhatCannotPartFields(String delimiter) {
    assertThatThrownBy(() -> quoted(delimiter, "'")).hasMessageContaining("one character");
  }

  @Test
  void refusesAQuoteThatIsTheDelimiter() {
    assertThatThrownBy(() -> quoted("|", "|")).hasMessageContaining("must not be the delimiter");
    assertThatThrownBy(() -> quoted("|", "a")).hasMessageContaining("no letter or digit");
    assertThat(quoted("|", "none").quote()).isEqualTo("NONE");
  }

  private static DataMapping quoted(String delimiter, String quote) {
    return new DataMapping(
        "x",
        ImportKind.CONTACTS,
        MappingLayout.DELIMITED,
        delimiter,
        quote,
        null,
        null,
        null,
        null,
        List.of(PHONE),
        null);
  }

  static DataMapping delimited(MappedColumn... columns) {
    return mapping(MappingLayout.DELIMITED, columns);
  }

  static DataMapping fixed(MappedColumn... columns) {
    return mapping(MappingLayout.FIXED, columns);
  }

  private static DataMapping mapping(MappingLayout layout, MappedColumn... columns) {
    return new DataMapping(
        "x",
        ImportKind.CONTACTS,
        layout,
        null,
        null,
        null,
        null,
        null,
        null,
        Arrays.asList(columns),
        null);
  }
}
