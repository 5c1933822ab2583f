package io.beckon.actors.list;

import static org.assertj.core.api.Assertions.assertThat;

import io.beckon.protocol.list.EntryTerms;
import io.beckon.protocol.list.ImportKind;
import io.beckon.protocol.list.IssueCode;
import io.beckon.protocol.list.RowIssue;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a row of a suppression file says of its entries. */
class SuppressionCookTest {
  private static final List<String> HEADER = List.of("Phone", "From", "Valid Until", "Reason");

  /** Of the zones of the United States: New York begins first, Honolulu ends last. */
  @ParameterizedTest
  @CsvSource({
    "2026-12-01, 2026-12-31, 2026-12-01T05:00:00Z, 2027-01-01T10:00:00Z",
    "2026-12-01T00:00:00Z, 2026-12-31 18:30+01:00, 2026-12-01T00:00:00Z, 2026-12-31T17:30:00Z",
    "2026-12-01 09:00, 2026-12-31T09:00:00, 2026-12-01T14:00:00Z, 2026-12-31T19:00:00Z",
    "'', 2026-12-31, , 2027-01-01T10:00:00Z",
  })
  void readsDatesAsWholeDaysOfTheCountry(String from, String till, String begins, String ends) {
    var outcome = cook("US", "+12125550123", from, till, "");
    assertThat(outcome.values()).containsExactly("+12125550123");
    assertThat(outcome.terms())
        .isEqualTo(
            new EntryTerms(
                begins == null ? null : Instant.parse(begins), Instant.parse(ends), null));
  }

  @Test
  void aCountryOfOneZoneHasItsOwnDays() {
    assertThat(cook("DE", "+4930123456", "2026-12-01", "2026-12-01", "moved").terms())
        .isEqualTo(
            new EntryTerms(
                Instant.parse("2026-11-30T23:00:00Z"),
                Instant.parse("2026-12-01T23:00:00Z"),
                "moved"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"31.12.2026", "12/31/2026", "2026-13-01", "2026-02-30", "soon", "0001-01-01"})
  void whatIsNoMomentRefusesTheRowInsteadOfWideningIt(String till) {
    var outcome = cook("US", "+12125550123", "", till, "");
    assertThat(outcome.values()).isEmpty();
    assertThat(outcome.issues())
        .containsExactly(
            new RowIssue(
                4,
                5,
                "Valid Until",
                IssueCode.BAD_VALUE,
                "is not a date (2026-12-31) or a moment (2026-12-31T18:00:00Z)"));
  }

  @Test
  void anEndBeforeTheBeginningRefusesTheRow() {
    var outcome = cook("US", "+12125550123", "2026-12-31", "2026-12-01", "");
    assertThat(outcome.values()).isEmpty();
    assertThat(outcome.issues())
        .extracting(RowIssue::reason)
        .containsExactly("ends before it begins");
  }

  @Test
  void aReasonTooLongIsCutAndTold() {
    var outcome = cook("US", "+12125550123", "", "", "x".repeat(201));
    assertThat(outcome.terms().reason()).hasSize(200);
    assertThat(outcome.issues()).extracting(RowIssue::code).containsExactly(IssueCode.TOO_LONG);
  }

  /** People's own columns of these names are theirs in files of contacts. */
  @Test
  void contactFilesKeepSuchColumns() {
    assertThat(Header.columns(HEADER, ImportKind.SUPPRESSION))
        .extracting(c -> c.role().field())
        .containsExactly("device", "from", "till", "reason");
    assertThat(Header.columns(HEADER))
        .extracting(c -> c.role().field())
        .containsExactly("device", null, null, null);
  }

  private static SuppressionCook.Outcome cook(String country, String... fields) {
    var columns = Header.ofSuppressions(HEADER, false);
    return new SuppressionCook(columns, country, false).cook(4, 5, List.of(fields));
  }
}
