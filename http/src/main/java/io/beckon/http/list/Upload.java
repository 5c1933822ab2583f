package io.beckon.http.list;

import akka.http.javadsl.model.Multipart;
import akka.stream.Materializer;
import akka.stream.javadsl.Sink;
import io.beckon.http.InvalidRequestException;
import io.beckon.http.Json;
import io.beckon.protocol.list.ImportOptions;
import io.beckon.protocol.list.StagedFile;
import io.beckon.protocol.list.Staging;
import io.beckon.protocol.tenant.TenantId;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * What a multipart upload has brought: its {@code file}, which goes to staging as it arrives, and
 * its {@code options}, in either order.
 */
record Upload(@Nullable String fileName, @Nullable StagedFile file, ImportOptions options) {
  private static final Upload NOTHING = new Upload(null, null, ImportOptions.USUAL);
  private static final long OPTIONS_MILLIS = 10_000;
  private static final long OPTIONS_BYTES = 64 * 1024;

  static CompletionStage<Upload> receive(
      Multipart.FormData form, Staging staging, TenantId tenant, Materializer materializer) {
    return form.getParts()
        .mapAsync(1, part -> part(part, staging, tenant, materializer))
        .runWith(Sink.fold(NOTHING, Upload::with), materializer)
        .thenApply(Upload::whole);
  }

  private static CompletionStage<Upload> part(
      Multipart.FormData.BodyPart part,
      Staging staging,
      TenantId tenant,
      Materializer materializer) {
    var data = part.getEntity().getDataBytes();
    return switch (part.getName()) {
      case "file" ->
          data.runWith(staging.sink(tenant), materializer)
              .thenApply(
                  file ->
                      new Upload(part.getFilename().orElse("upload"), file, ImportOptions.USUAL));
      case "options" ->
          part.getEntity()
              .withSizeLimit(OPTIONS_BYTES)
              .toStrict(OPTIONS_MILLIS, materializer)
              .thenApply(
                  strict ->
                      new Upload(
                          null, null, Json.read(strict.getData().toArray(), ImportOptions.class)));
      default ->
          CompletableFuture.failedFuture(
              InvalidRequestException.field(
                  part.getName(),
                  "UNKNOWN_FIELD",
                  "An upload has the parts file and options, no " + part.getName() + "."));
    };
  }

  private Upload with(Upload more) {
    if (file != null && more.file != null) {
      throw InvalidRequestException.field("file", "REPEATED", "One file at a time, please.");
    }
    return new Upload(
        more.file == null ? fileName : more.fileName,
        more.file == null ? file : more.file,
        more.file == null ? more.options : options);
  }

  private Upload whole() {
    if (file == null) {
      throw InvalidRequestException.field("file", "REQUIRED", "The part file is missing.");
    }
    return this;
  }
}
