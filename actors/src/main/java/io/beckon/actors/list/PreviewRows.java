package io.beckon.actors.list;

import io.beckon.actors.list.prepare.BadFileException;
import io.beckon.actors.list.prepare.Sample;
import io.beckon.protocol.list.Column;
import io.beckon.protocol.list.ColumnRole;
import io.beckon.protocol.list.ContactCook;
import io.beckon.protocol.list.ContactView;
import io.beckon.protocol.list.CookTerms;
import io.beckon.protocol.list.CookedContact;
import io.beckon.protocol.list.CookedRow;
import io.beckon.protocol.list.EntryTerms;
import io.beckon.protocol.list.FileFormat;
import io.beckon.protocol.list.FoundColumn;
import io.beckon.protocol.list.ImportError;
import io.beckon.protocol.list.KeptUpload;
import io.beckon.protocol.list.Preview;
import io.beckon.protocol.reference.Locator;
import java.io.IOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads the first rows of a sample: as they stand there, and as they would be loaded. */
record PreviewRows(
    KeptUpload upload, Sample.Sampled sample, FileFormat format, Wanted wanted, Locator locator) {
  private static final int LONGEST_SHOWN = 500;
  private static final BlockReader.Size FIRST_ROWS =
      new BlockReader.Size(Preview.MOST_ROWS, 6 << 20);

  /** A file whose columns mean nothing yet is shown as it stands. */
  Preview preview() throws IOException {
    try {
      return shown(FileLayout.read(sample.file(), format, wanted), null);
    } catch (BadFileException e) {
      return cannot(e.error());
    }
  }

  private Preview cannot(ImportError error) throws IOException {
    try {
      return shown(FileLayout.asItStands(sample.file(), format, wanted), error);
    } catch (BadFileException e) {
      return shown(List.of(), List.of(), false, error);
    }
  }

  private Preview shown(FileLayout layout, @Nullable ImportError error) throws IOException {
    List<Preview.Row> rows = new ArrayList<>();
    try (var reader = BlockReader.open(sample.file(), layout.data(), layout.cut(), FIRST_ROWS)) {
      var block = reader.next();
      if (block.isPresent()) {
        var raw = layout.raw().read(block.get());
        var read = layout.rows().read(block.get());
        for (int i = 0; i < raw.size(); i++) {
          rows.add(row(layout.columns(), raw.get(i), read.get(i), error == null));
        }
      }
    }
    boolean header = layout.found().stream().anyMatch(c -> c.name() != null);
    return shown(layout.found(), rows, header, error);
  }

  private Preview shown(
      List<FoundColumn> columns,
      List<Preview.Row> rows,
      boolean header,
      @Nullable ImportError error) {
    var taken = sample.taken();
    var mapping = wanted.mapping();
    boolean fixed = mapping != null && mapping.hasFixedFields();
    return new Preview(
        upload.id(),
        upload.fileName(),
        upload.file().bytes(),
        sample.whole(),
        taken.kind(),
        taken.wrapper(),
        taken.charset() == null ? format.charset() : taken.charset(),
        fixed || wanted.workbook() ? null : String.valueOf(format.delimiter()),
        header,
        columns,
        rows,
        error);
  }

  private Preview.Row row(List<Column> columns, ReadRow raw, ReadRow row, boolean cooked) {
    var fields = raw.fields().stream().map(PreviewRows::cut).toList();
    if (row.issue() != null || !cooked) {
      return new Preview.Row(row.row(), row.line(), fields, null, row.issue(), List.of());
    }
    return wanted.contacts() ? contact(columns, fields, row) : suppressed(columns, fields, row);
  }

  private Preview.Row contact(List<Column> columns, List<String> fields, ReadRow row) {
    var terms = CookTerms.of(country(), upload.timeZone(), locator);
    var cook = new ContactCook(columns, terms.allowingPremiumRate(wanted.options().premiumRate()));
    var cooked = cook.cook(row.row(), row.line(), row.fields());
    if (cooked instanceof CookedRow.Good good) {
      return new Preview.Row(
          row.row(),
          row.line(),
          fields,
          contact(good.contact(), others(columns, row.fields())),
          null,
          good.warnings());
    }
    var reject = row.explained(((CookedRow.Bad) cooked).issue());
    return new Preview.Row(row.row(), row.line(), fields, null, reject, List.of());
  }

  private Preview.Row suppressed(List<Column> columns, List<String> fields, ReadRow row) {
    var cook = new SuppressionCook(columns, country(), upload.clientIds());
    var outcome = cook.cook(row.row(), row.line(), row.fields());
    boolean rejected = outcome.found().isEmpty();
    return new Preview.Row(
        row.row(),
        row.line(),
        fields,
        null,
        outcome.values(),
        outcome.terms().equals(EntryTerms.NONE) ? null : outcome.terms(),
        rejected ? row.explained(outcome.issues().get(0)) : null,
        rejected ? List.of() : outcome.issues());
  }

  private String country() {
    return Objects.requireNonNull(wanted.options().country(), "previews name their country");
  }

  private static Map<String, String> others(List<Column> columns, List<String> fields) {
    Map<String, String> others = new LinkedHashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).role() == ColumnRole.OTHER && !fields.get(i).isBlank()) {
        others.put(columns.get(i).name(), fields.get(i).strip());
      }
    }
    return others;
  }

  private static Preview.Contact contact(CookedContact contact, Map<String, String> others) {
    return new Preview.Contact(
        contact.clientId(),
        contact.firstName(),
        contact.lastName(),
        contact.company(),
        contact.timeZone(),
        contact.postalCode(),
        contact.state(),
        contact.country(),
        others,
        contact.devices().stream()
            .map(
                d ->
                    new ContactView.DeviceView(
                        d.value(),
                        d.country(),
                        d.state(),
                        d.lineType(),
                        d.zones().zones().stream().map(ZoneId::getId).toList()))
            .toList());
  }

  private static String cut(String field) {
    return field.length() > LONGEST_SHOWN ? field.substring(0, LONGEST_SHOWN) + "\u2026" : field;
  }
}
