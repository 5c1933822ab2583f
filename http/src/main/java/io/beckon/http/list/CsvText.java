package io.beckon.http.list;

import akka.NotUsed;
import akka.http.javadsl.model.ContentTypes;
import akka.http.javadsl.model.HttpCharsets;
import akka.http.javadsl.model.HttpEntities;
import akka.http.javadsl.model.HttpResponse;
import akka.http.javadsl.model.MediaTypes;
import akka.http.javadsl.model.headers.ContentDisposition;
import akka.http.javadsl.model.headers.ContentDispositionTypes;
import akka.stream.javadsl.Source;
import akka.util.ByteString;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Lines of CSV that a spreadsheet opens without running what stands in them. */
final class CsvText {
  /** Characters by which a spreadsheet knows a formula. */
  private static final String FORMULA = "=+-@\t\r";

  private CsvText() {}

  /** An endless-size download, made as it is sent. */
  static HttpResponse download(
      String fileName, List<String> header, Source<List<@Nullable String>, NotUsed> rows) {
    var lines =
        Source.single(line(header))
            .concat(rows.map(CsvText::line))
            .grouped(200)
            .map(group -> ByteString.fromString(String.join("", group)));
    return HttpResponse.create()
        .addHeader(
            ContentDisposition.create(
                ContentDispositionTypes.ATTACHMENT, Map.of("filename", fileName)))
        .withEntity(
            HttpEntities.create(
                ContentTypes.create(MediaTypes.TEXT_CSV, HttpCharsets.UTF_8), lines));
  }

  static String line(List<? extends @Nullable String> fields) {
    return fields.stream().map(CsvText::field).collect(Collectors.joining(",")) + "\r\n";
  }

  private static String field(@Nullable String value) {
    if (value == null || value.isEmpty()) {
      return "";
    }
    boolean phone = value.matches("\\+[0-9]{1,15}");
    var safe = FORMULA.indexOf(value.charAt(0)) >= 0 && !phone ? "'" + value : value;
    boolean quoted =
        safe.indexOf(',') >= 0
            || safe.indexOf('"') >= 0
            || safe.indexOf('\n') >= 0
            || safe.indexOf('\r') >= 0;
    return quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }
}
