package io.beckon.persistence.list.export;

import akka.util.ByteString;
import io.beckon.persistence.SqlLiteral;
import io.beckon.protocol.list.ExportOptions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Rows that PostgreSQL has written as CSV, in another charset where one is wished. */
final class CsvWriter implements FileWriter {
  private final ExportOptions options;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(CopySource.PIECE * 2);
  private final @Nullable OutputStreamWriter encoder;
  private boolean ended;

  CsvWriter(ExportOptions options) {
    this.options = options;
    this.encoder =
        options.charset().equals(StandardCharsets.UTF_8)
            ? null
            : new OutputStreamWriter(
                bytes,
                options
                    .charset()
                    .newEncoder()
                    .onMalformedInput(CodingErrorAction.REPLACE)
                    .onUnmappableCharacter(CodingErrorAction.REPLACE));
  }

  @Override
  public String copyOptions() {
    return "FORMAT csv, DELIMITER " + SqlLiteral.of(Character.toString(options.delimiter()));
  }

  @Override
  public void row(byte[] copied) throws IOException {
    if (encoder == null) {
      bytes.write(copied);
    } else {
      encoder.write(new String(copied, StandardCharsets.UTF_8));
    }
  }

  @Override
  public int waiting() {
    return bytes.size();
  }

  @Override
  public ByteString take() throws IOException {
    if (encoder != null && !ended) {
      encoder.flush();
    }
    var taken = ByteString.fromArrayUnsafe(bytes.toByteArray());
    bytes.reset();
    return taken;
  }

  @Override
  public void end() throws IOException {
    ended = true;
    if (encoder != null) {
      encoder.close();
    }
  }
}
