package io.beckon.actors.list;

import io.beckon.protocol.device.Device;
import io.beckon.protocol.device.EmailAddresses;
import io.beckon.protocol.device.PhoneNumbers;
import io.beckon.protocol.device.PhoneReading;
import io.beckon.protocol.list.Column;
import io.beckon.protocol.list.ColumnRole;
import io.beckon.protocol.list.EntryTerms;
import io.beckon.protocol.list.IssueCode;
import io.beckon.protocol.list.RowIssue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a row of a suppression file suppresses. Columns beside the wanted ones are passed
 * over, rows too long or too short are not refused while the wanted fields are there: it is better
 * to suppress one too many.
 */
final class SuppressionCook {
  private static final int LONGEST_CLIENT_ID = 64;
  private final List<Column> columns;
  private final String country;
  private final boolean clientIds;
  private final @Nullable EntryTermsCook termsCook;

  /**
   * @param country ISO 3166 alpha-2, of numbers without country code and of dates without zone
   */
  SuppressionCook(List<Column> columns, String country, boolean clientIds) {
    this.columns = List.copyOf(columns);
    this.country = country;
    this.clientIds = clientIds;
    this.termsCook = EntryTermsCook.of(columns, country);
  }

  /** A value and the header of its column. */
  record Found(String value, String column) {}

  /** What a row came to; without values it is rejected for the first of its issues. */
  record Outcome(List<Found> found, EntryTerms terms, List<RowIssue> issues) {
    List<String> values() {
      return found.stream().map(Found::value).toList();
    }
  }

  Outcome cook(long row, long line, List<String> fields) {
    var values = new ArrayList<Found>(1);
    var issues = new ArrayList<RowIssue>(0);
    for (int i = 0; i < Math.min(columns.size(), fields.size()); i++) {
      var column = columns.get(i);
      var field = fields.get(i).strip();
      if (!field.isEmpty() && isWanted(column.role())) {
        value(column.role(), field)
            .ifPresentOrElse(
                v -> addOnce(values, new Found(v, column.name())),
                () -> issues.add(issue(row, line, column, field)));
      }
    }
    if (values.isEmpty() && issues.isEmpty()) {
      var what = clientIds ? "has no Client ID" : "has no phone number or e-mail";
      issues.add(new RowIssue(row, line, null, IssueCode.NO_DEVICE, what));
    }
    return values.isEmpty() || termsCook == null
        ? new Outcome(values, EntryTerms.NONE, issues)
        : withTerms(values, issues, termsCook.read(row, line, fields));
  }

  private static Outcome withTerms(
      List<Found> values, List<RowIssue> issues, EntryTermsCook.Read read) {
    if (read.reject() != null) {
      return new Outcome(List.of(), EntryTerms.NONE, List.of(read.reject()));
    }
    if (read.warning() != null) {
      issues.add(read.warning());
    }
    return new Outcome(values, read.terms(), issues);
  }

  private boolean isWanted(ColumnRole role) {
    return clientIds ? role == ColumnRole.CLIENT_ID : role.isDevice();
  }

  private Optional<String> value(ColumnRole role, String field) {
    return switch (role) {
      case CLIENT_ID ->
          Optional.of(field).filter(f -> f.length() <= LONGEST_CLIENT_ID && f.indexOf('\0') < 0);
      case EMAIL -> EmailAddresses.parse(field).map(Device::value);
      default -> phoneOrEmail(field);
    };
  }

  /** Opt-out files often mix both in one column. */
  private Optional<String> phoneOrEmail(String field) {
    return PhoneNumbers.parseSuppressed(field, country) instanceof PhoneReading.Dialable phone
        ? Optional.of(phone.facts().device().value())
        : EmailAddresses.parse(field).map(Device::value);
  }

  private RowIssue issue(long row, long line, Column column, String field) {
    return switch (column.role()) {
      case CLIENT_ID ->
          field.length() > LONGEST_CLIENT_ID
              ? new RowIssue(
                  row, line, column.name(), IssueCode.TOO_LONG, "has more than 64 characters")
              : new RowIssue(
                  row, line, column.name(), IssueCode.BAD_VALUE, "holds a NUL character");
      case EMAIL ->
          new RowIssue(
              row, line, column.name(), IssueCode.INVALID_EMAIL, "is not an e-mail address");
      default -> new RowIssue(row, line, column.name(), IssueCode.INVALID_PHONE, noPhone(field));
    };
  }

  private String noPhone(String field) {
    return PhoneNumbers.parseSuppressed(field, country) instanceof PhoneReading.Rejected bad
            && bad.isSpoilt()
        ? bad.reason()
        : "is not a valid phone number";
  }

  private static void addOnce(List<Found> values, Found found) {
    if (values.stream().noneMatch(f -> f.value().equals(found.value()))) {
      values.add(found);
    }
  }
}
