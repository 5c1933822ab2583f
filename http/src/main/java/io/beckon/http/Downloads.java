package io.beckon.http;

import static akka.http.javadsl.server.Directives.complete;
import static akka.http.javadsl.server.Directives.extractMaterializer;
import static akka.http.javadsl.server.Directives.onSuccess;
import static akka.http.javadsl.server.Directives.parameterMap;
import static akka.http.javadsl.server.Directives.withoutRequestTimeout;

import akka.NotUsed;
import akka.http.javadsl.model.ContentType;
import akka.http.javadsl.model.ContentTypes;
import akka.http.javadsl.model.HttpCharsets;
import akka.http.javadsl.model.HttpEntities;
import akka.http.javadsl.model.HttpResponse;
import akka.http.javadsl.model.MediaTypes;
import akka.http.javadsl.model.headers.ContentDisposition;
import akka.http.javadsl.model.headers.ContentDispositionTypes;
import akka.http.javadsl.server.Route;
import akka.stream.javadsl.Sink;
import akka.stream.javadsl.Source;
import akka.util.ByteString;
import io.beckon.protocol.list.ExportOptions;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;

/** Lists as files, of any size, made as they are sent. */
public final class Downloads {
  private static final ContentType MESSAGE =
      ContentTypes.create(
          MediaTypes.applicationBinary("pgp-encrypted", MediaTypes.NOT_COMPRESSIBLE));

  private Downloads() {}

  /**
   * Answers with the file that the query's {@code format}, {@code delimiter}, {@code charset},
   * {@code header} and {@code formulas} ask for.
   *
   * @param name of the file, without its ending
   * @param file what stands in it, by the options and all of the query
   */
  public static Route file(
      String name,
      BiFunction<ExportOptions, Map<String, String>, Source<ByteString, NotUsed>> file) {
    return file(name, false, file);
  }

  /** The same as an encrypted OpenPGP message, which {@code file} makes of it. */
  public static Route encrypted(
      String name,
      BiFunction<ExportOptions, Map<String, String>, Source<ByteString, NotUsed>> file) {
    return file(name, true, file);
  }

  /** The name of the file within a message, or of the file itself. */
  public static String fileName(String name, ExportOptions options) {
    return name + "." + options.format().name().toLowerCase(Locale.ROOT);
  }

  private static Route file(
      String name,
      boolean encrypted,
      BiFunction<ExportOptions, Map<String, String>, Source<ByteString, NotUsed>> file) {
    return withoutRequestTimeout(
        () ->
            parameterMap(
                query -> {
                  var options =
                      ExportOptions.of(
                          query.get("format"),
                          query.get("delimiter"),
                          query.get("charset"),
                          query.get("header"),
                          query.get("formulas"));
                  var plain = fileName(name, options);
                  return encrypted
                      ? begun(plain + ".pgp", MESSAGE, file.apply(options, query))
                      : begun(plain, type(options), file.apply(options, query));
                }));
  }

  /** What fails before the first byte is still answered as a problem. */
  private static Route begun(String name, ContentType type, Source<ByteString, NotUsed> file) {
    return extractMaterializer(
        materializer ->
            onSuccess(
                file.prefixAndTail(1).runWith(Sink.head(), materializer),
                begun ->
                    complete(
                        response(name, type, Source.from(begun.first()).concat(begun.second())))));
  }

  private static HttpResponse response(
      String name, ContentType type, Source<ByteString, NotUsed> bytes) {
    return HttpResponse.create()
        .addHeader(
            ContentDisposition.create(ContentDispositionTypes.ATTACHMENT, Map.of("filename", name)))
        .withEntity(HttpEntities.create(type, bytes));
  }

  private static ContentType type(ExportOptions options) {
    return options.format() == ExportOptions.Format.XLSX
        ? ContentTypes.create(
            MediaTypes.APPLICATION_VND_OPENXMLFORMATS_OFFICEDOCUMENT_SPREADSHEETML_SHEET)
        : ContentTypes.create(MediaTypes.TEXT_CSV, HttpCharsets.custom(options.charset().name()));
  }
}
