package io.beckon.protocol.list;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a file would be loaded, by its first rows.
 *
 * @param bytes size of the file that came
 * @param whole whether all of the file was read to see this; charset and error may be others for
 *     what comes later
 * @param format null when the file cannot be read at all, like charset
 * @param delimiter null in a file of fixed positions
 * @param header whether the first line was taken for names
 * @param columns in the order of the file
 * @param rows at most 20
 * @param error why an import with these options would fail; columns and rows are there where the
 *     text could be read nonetheless
 */
public record Preview(
    PreviewId previewId,
    String fileName,
    long bytes,
    boolean whole,
    @Nullable FileKind format,
    @Nullable FileWrapper wrapper,
    @Nullable String charset,
    @Nullable String delimiter,
    boolean header,
    List<FoundColumn> columns,
    List<Row> rows,
    @Nullable ImportError error) {
  public static final int MOST_ROWS = 20;

  public Preview {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /**
   * One row.
   *
   * @param fields as the file has them, in the order of the columns; long ones cut
   * @param contact as it would be loaded; null when it is rejected, and in suppression files
   * @param values what it would suppress
   * @param terms from when, until when and why; null when the row does not tell, or is rejected
   * @param reject why it would not be loaded
   */
  public record Row(
      long row,
      long line,
      List<String> fields,
      @Nullable Contact contact,
      List<String> values,
      @Nullable EntryTerms terms,
      @Nullable RowIssue reject,
      List<RowIssue> warnings) {
    /** A row of a contact file, or one that cannot be read. */
    public Row(
        long row,
        long line,
        List<String> fields,
        @Nullable Contact contact,
        @Nullable RowIssue reject,
        List<RowIssue> warnings) {
      this(row, line, fields, contact, List.of(), null, reject, warnings);
    }

    public Row {
      fields = List.copyOf(fields);
      values = List.copyOf(values);
      warnings = List.copyOf(warnings);
    }
  }

  /** What would be stored of a person. */
  public record Contact(
      @Nullable String clientId,
      @Nullable String firstName,
      @Nullable String lastName,
      @Nullable String company,
      @Nullable String timeZone,
      @Nullable String postalCode,
      @Nullable String state,
      @Nullable String country,
      Map<String, String> other,
      List<ContactView.DeviceView> devices) {
    public Contact {
      other = Map.copyOf(other);
      devices = List.copyOf(devices);
    }
  }
}
