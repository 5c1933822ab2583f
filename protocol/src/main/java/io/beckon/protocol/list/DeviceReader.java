package io.beckon.protocol.list;

import io.beckon.protocol.device.EmailAddresses;
import io.beckon.protocol.device.LineType;
import io.beckon.protocol.device.PhoneNumbers;
import io.beckon.protocol.device.PhoneReading;
import io.beckon.protocol.device.ZoneKey;
import java.util.ArrayList;
import java.util.List;

/** Reads the devices of one row: the good ones, and what is wrong with the others. */
final class DeviceReader {
  private static final String PREMIUM_RATE =
      "is a premium-rate number, at which the caller pays whoever is called; choose"
          + " allowPremiumRate to load it all the same";

  private final long row;
  private final long line;
  private final String country;
  private final CookTerms terms;
  private final List<CookedDevice> devices = new ArrayList<>(2);
  private final List<RowIssue> issues = new ArrayList<>(0);

  DeviceReader(long row, long line, String country, CookTerms terms) {
    this.terms = terms;
    this.row = row;
    this.line = line;
    this.country = country;
  }

  List<CookedDevice> devices() {
    return devices;
  }

  List<RowIssue> issues() {
    return issues;
  }

  /** The issue of a row that has no good device. */
  RowIssue whyNone() {
    return issues.isEmpty()
        ? new RowIssue(row, line, null, IssueCode.NO_DEVICE, "has no phone number or e-mail")
        : issues.get(0);
  }

  void read(Column column, String field) {
    if (field.isBlank()) {
      return;
    }
    if (column.role() == ColumnRole.EMAIL) {
      email(column, field);
    } else {
      phone(column, field);
    }
  }

  private void phone(Column column, String field) {
    var reading = PhoneNumbers.parse(field, country);
    if (reading instanceof PhoneReading.Dialable good) {
      var facts = terms.locator().number(good.facts());
      if (facts.lineType() == LineType.PREMIUM_RATE && !terms.premiumRate()) {
        issue(column, IssueCode.PREMIUM_RATE, PREMIUM_RATE);
        return;
      }
      add(
          new CookedDevice(
              column.name(),
              facts.device().value(),
              facts.country(),
              facts.state(),
              facts.lineType(),
              facts.zones()));
    } else if (reading instanceof PhoneReading.Rejected bad) {
      issue(column, IssueCode.INVALID_PHONE, bad.reason());
    }
  }

  private void email(Column column, String field) {
    EmailAddresses.parse(field)
        .ifPresentOrElse(
            e -> add(new CookedDevice(column.name(), e.value(), null, null, ZoneKey.UNKNOWN)),
            () -> issue(column, IssueCode.INVALID_EMAIL, "is not an e-mail address"));
  }

  private void add(CookedDevice device) {
    if (devices.stream().anyMatch(d -> d.value().equals(device.value()))) {
      var reason = "is the same as another device of this row";
      issues.add(new RowIssue(row, line, device.column(), IssueCode.DUPLICATE_DEVICE, reason));
    } else {
      devices.add(device);
    }
  }

  private void issue(Column column, IssueCode code, String reason) {
    issues.add(new RowIssue(row, line, column.name(), code, reason));
  }
}
