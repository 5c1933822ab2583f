package io.beckon.http.pgp;

import static akka.http.javadsl.server.Directives.parameterOptional;

import akka.NotUsed;
import akka.http.javadsl.server.Route;
import akka.stream.javadsl.Source;
import akka.util.ByteString;
import io.beckon.http.Downloads;
import io.beckon.http.InvalidRequestException;
import io.beckon.http.Replies;
import io.beckon.protocol.list.ExportOptions;
import io.beckon.protocol.pgp.PgpRecipientId;
import io.beckon.protocol.pgp.PgpRecipients;
import io.beckon.protocol.pgp.PgpSealing;
import io.beckon.protocol.tenant.TenantId;
import java.util.Map;
import java.util.function.BiFunction;

/** Lists as files, encrypted to a recipient when the query names one by {@code recipientId}. */
public final class EncryptedDownloads {
  private final PgpRecipients recipients;
  private final PgpSealing sealing;

  public EncryptedDownloads(PgpRecipients recipients, PgpSealing sealing) {
    this.recipients = recipients;
    this.sealing = sealing;
  }

  /** As {@link Downloads#file}. */
  public Route file(
      TenantId tenant,
      String name,
      BiFunction<ExportOptions, Map<String, String>, Source<ByteString, NotUsed>> file) {
    return parameterOptional(
        "recipientId",
        wanted ->
            wanted
                .map(EncryptedDownloads::id)
                .map(
                    id ->
                        Downloads.encrypted(
                            name,
                            (options, query) ->
                                sealed(
                                    tenant,
                                    id,
                                    Downloads.fileName(name, options),
                                    file.apply(options, query))))
                .orElseGet(() -> Downloads.file(name, file)));
  }

  private Source<ByteString, NotUsed> sealed(
      TenantId tenant, PgpRecipientId id, String fileName, Source<ByteString, NotUsed> file) {
    return Source.completionStageSource(
            recipients
                .find(tenant, id)
                .thenApply(found -> Replies.orNotFound("PGP recipient", id, found))
                .thenApply(to -> file.via(sealing.sealing(to.publicKey(), fileName))))
        .mapMaterializedValue(any -> NotUsed.getInstance());
  }

  private static PgpRecipientId id(String text) {
    try {
      return PgpRecipientId.parse(text);
    } catch (IllegalArgumentException e) {
      throw InvalidRequestException.field(
          "recipientId", "INVALID", "recipientId must be the id of a PGP recipient, was " + text);
    }
  }
}
