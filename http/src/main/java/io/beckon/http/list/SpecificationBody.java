package io.beckon.http.list;

import akka.http.javadsl.model.ContentType;
import akka.http.javadsl.model.HttpEntity;
import akka.http.javadsl.model.Multipart;
import akka.http.javadsl.model.RequestEntity;
import akka.http.javadsl.unmarshalling.Unmarshaller;
import akka.stream.Materializer;
import akka.stream.javadsl.Sink;
import io.beckon.http.Bodies;
import io.beckon.http.InvalidRequestException;
import io.beckon.protocol.list.DataMapping;
import io.beckon.protocol.list.ImportKind;
import io.beckon.protocol.list.SpcReader;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * A specification file as a request brings it: as the text itself, or as {@code file} of a form.
 */
final class SpecificationBody {
  private static final long READ_MILLIS = 10_000;

  private SpecificationBody() {}

  static boolean isOne(ContentType type) {
    var media = type.mediaType();
    return media.isMultipart()
        || media.mainType().equals("text") && media.subType().equals("plain");
  }

  static CompletionStage<DataMapping> read(RequestEntity entity, Materializer materializer) {
    return entity.getContentType().mediaType().isMultipart()
        ? Unmarshaller.entityToMultipartFormData()
            .unmarshal(entity.withSizeLimit(Bodies.MAX_BYTES), materializer)
            .thenCompose(form -> form(form, materializer))
        : text(entity, null, materializer);
  }

  private static CompletionStage<DataMapping> form(
      Multipart.FormData form, Materializer materializer) {
    return form.getParts()
        .mapAsync(1, part -> part(part, materializer))
        .runWith(Sink.seq(), materializer)
        .thenApply(SpecificationBody::only);
  }

  private static CompletionStage<DataMapping> part(
      Multipart.FormData.BodyPart part, Materializer materializer) {
    if (!part.getName().equals("file")) {
      return CompletableFuture.failedFuture(
          InvalidRequestException.field(
              part.getName(), "UNKNOWN_FIELD", "A specification is the part file, nothing else."));
    }
    var name = part.getFilename().map(f -> f.replaceFirst("(?i)\\.spc$", "")).orElse(null);
    return text(part.getEntity(), name, materializer);
  }

  private static DataMapping only(List<DataMapping> read) {
    if (read.size() != 1) {
      throw InvalidRequestException.field(
          "file", "REQUIRED", "One part file was expected, there were " + read.size() + ".");
    }
    return read.get(0);
  }

  private static CompletionStage<DataMapping> text(
      HttpEntity entity, @Nullable String name, Materializer materializer) {
    return entity
        .withSizeLimit(Bodies.MAX_BYTES)
        .toStrict(READ_MILLIS, materializer)
        .thenApply(s -> SpcReader.read(s.getData().toArray(), name, ImportKind.CONTACTS));
  }
}
