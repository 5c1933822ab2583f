package io.beckon.protocol.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beckon.protocol.RefusedException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SpcTest {
  @Test
  void readsFixedPositions() {
    var mapping =
        read(
            """
            # Monthly file of the billing system
            mapping "Acme \\"weekly\\""
            for     contacts
            layout  FIXED
            skip    1
            charset ISO-8859-1
            country de           # Germany
            field   clientId  from 1 length 8

            field   device1   from 9 length 15
            field   "Tariff #" from 24 length 4
            """);
    assertThat(mapping.name()).isEqualTo("Acme \"weekly\"");
    assertThat(mapping.layout()).isEqualTo(MappingLayout.FIXED);
    assertThat(mapping.linesToSkip()).isEqualTo(1);
    assertThat(mapping.charset()).isEqualTo("ISO-8859-1");
    assertThat(mapping.country()).isEqualTo("DE");
    assertThat(mapping.columns())
        .containsExactly(
            MappedColumn.fixed("clientId", 1, 8),
            MappedColumn.fixed("device1", 9, 15),
            MappedColumn.fixed("Tariff #", 24, 4));
  }

  @Test
  void readsDelimitedFieldsWithAnyLineBreaks() {
    var mapping =
        read(
            "\uFEFFmapping m\rdelimiter \"\\t\"\r\nquote \"'\"\nheader no\nothers drop\n"
                + "field device1 position 3\nfield clientId position 1");
    assertThat(mapping.delimiter()).isEqualTo("\t");
    assertThat(mapping.quote()).isEqualTo("'");
    assertThat(mapping.hasHeader()).isFalse();
    assertThat(mapping.otherColumns()).isEqualTo(OtherColumns.DROP);
    assertThat(mapping.columns())
        .containsExactly(MappedColumn.at("device1", 3), MappedColumn.at("clientId", 1));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "mapping a;layuot fixed | Line 2, column 1 | layuot is none of",
        "mapping a;layout round | Line 2, column 8 | round is none of delimited, fixed",
        "mapping a;field device1 position x | Line 2, column 24 | must be a number, was x",
        "mapping a;field device1 position | Line 2, column 23 | here should be a number",
        "mapping a;field device1 from 1 size 3 | Line 2, column 22 | size is none of length",
        "mapping a;field device1 position 1 2 | Line 2, column 26 | nothing more was expected",
        "mapping a;field device11 position 1 | Line 2, column 7 | was device11",
        "mapping \"a;field device1 position 1 | Line 1, column 9 | not closed",
        "mapping \"a\\q\";field device1 position 1 | Line 1, column 11 | behind a backslash",
        "mapping a;mapping b | Line 2, column 1 | stands on line 1 already",
        "mapping a;charset no-such;field device1 name b | Line 2, column 1 | IANA name",
        "mapping a;country XY;field device1 name b | Line 2, column 1 | two letters",
        "mapping a;field x name b; | Line 3, column 1 | must have a device",
        "mapping a;header no;field device1 position 1;field x position 1 | Line 4, column 1 | line 3 has 1 too",
        "mapping a;layout fixed;field device1 from 1 length 9;field x from 9 length 2 | Line 4, column 1 | overlaps",
        "field device1 name b | Line 1, column 1 | the name is missing"
      })
  void saysWhereItIsWrong(String lines, String where, String what) {
    assertThatThrownBy(() -> read(lines.replace(';', '\n')))
        .isInstanceOfSatisfying(
            RefusedException.class,
            e -> {
              assertThat(e.refusal().code()).isEqualTo("BAD_SPECIFICATION");
              assertThat(e.refusal().detail()).startsWith(where + " of").contains(what);
            });
  }

  @Test
  void takesNameAndKindFromWhereTheFileStandsWhenItSaysNone() {
    var mapping = SpcReader.read("field email name m", "x", ImportKind.SUPPRESSION);
    assertThat(mapping.name()).isEqualTo("x");
    assertThat(mapping.kind()).isEqualTo(ImportKind.SUPPRESSION);
  }

  @Test
  void refusesWhatIsNoUtf8() {
    var bytes = "mapping \u00e4".getBytes(StandardCharsets.ISO_8859_1);
    assertThatThrownBy(() -> SpcReader.read(bytes, null, ImportKind.CONTACTS))
        .hasMessageContaining("UTF-8");
  }

  static Stream<DataMapping> any() {
    var random = new Random(20261122);
    return Stream.generate(() -> any(random)).limit(500);
  }

  @ParameterizedTest(name = "sample {index}")
  @MethodSource("any")
  void comesBackAsItWasWritten(DataMapping mapping) {
    assertThat(read(SpcWriter.write(mapping))).isEqualTo(mapping);
  }

  private static DataMapping any(Random random) {
    boolean fixed = random.nextBoolean();
    boolean header = random.nextBoolean();
    List<MappedColumn> columns = new ArrayList<>();
    int from = 1;
    for (int i = 1; i <= 1 + random.nextInt(9); i++) {
      var field = i == 1 ? "device" + (1 + random.nextInt(10)) : text(random) + i;
      int length = 1 + random.nextInt(20);
      from += random.nextInt(3);
      columns.add(
          fixed
              ? MappedColumn.fixed(field, from, length)
              : header
                  ? MappedColumn.named(field, text(random) + i)
                  : MappedColumn.at(field, 3 * i));
      from += length;
    }
    return new DataMapping(
        text(random) + "x",
        ImportKind.values()[random.nextInt(2)],
        fixed ? MappingLayout.FIXED : MappingLayout.DELIMITED,
        fixed ? null : oneOf(random, ";", "\t", "|", "\u00a6", "#", "'"),
        fixed ? null : oneOf(random, "`", "NONE", "^", "\\"),
        header,
        random.nextInt(4),
        oneOf(random, "ISO-8859-1", "UTF-8", "UTF-16"),
        oneOf(random, "US", "DE"),
        columns,
        fixed ? null : oneOf(random, OtherColumns.KEEP, OtherColumns.DROP));
  }

  private static String text(Random random) {
    var alphabet = "aB9 \"\\#\t\n\r_-.\u00e4\u4e2d=,;'";
    var text = new StringBuilder("f");
    for (int i = random.nextInt(8); i > 0; i--) {
      text.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return text.append('z').toString();
  }

  @SafeVarargs
  private static <T> @Nullable T oneOf(Random random, T... values) {
    int n = random.nextInt(values.length + 1);
    return n == values.length ? null : values[n];
  }

  private static DataMapping read(String text) {
    return SpcReader.read(text, null, ImportKind.CONTACTS);
  }
}
