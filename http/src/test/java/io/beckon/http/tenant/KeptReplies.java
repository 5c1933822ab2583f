package io.beckon.http.tenant;

import io.beckon.protocol.tenant.IdempotentReplies;
import io.beckon.protocol.tenant.TenantId;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** One row a key, as the table has it. */
final class KeptReplies implements IdempotentReplies {
  private record Row(String fingerprint, @Nullable Reply reply) {}

  private final Map<String, Row> rows = new ConcurrentHashMap<>();

  @Override
  public CompletionStage<Claim> claim(TenantId tenant, String key, String fingerprint) {
    var row = rows.putIfAbsent(tenant + " " + key, new Row(fingerprint, null));
    return CompletableFuture.completedFuture(
        row == null ? new Claim.Taken() : known(row, fingerprint));
  }

  private static Claim known(Row row, String fingerprint) {
    if (!row.fingerprint().equals(fingerprint)) {
      return new Claim.OtherRequest();
    }
    var reply = row.reply();
    return reply == null ? new Claim.Running() : new Claim.Answered(reply);
  }

  @Override
  public CompletionStage<Boolean> known(TenantId tenant, String key) {
    return CompletableFuture.completedFuture(rows.containsKey(tenant + " " + key));
  }

  @Override
  public CompletionStage<Void> keep(TenantId tenant, String key, Reply reply) {
    rows.computeIfPresent(tenant + " " + key, (k, row) -> new Row(row.fingerprint(), reply));
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public CompletionStage<Void> release(TenantId tenant, String key) {
    rows.remove(tenant + " " + key);
    return CompletableFuture.completedFuture(null);
  }
}
