package io.beckon.protocol.tenant;

import java.util.concurrent.CompletionStage;

/** First answers to requests with an {@code Idempotency-Key}, kept for a day. */
public interface IdempotentReplies {
  /**
   * Takes the key, unless it is taken.
   *
   * @param fingerprint tells one request from another: method, path, query, and the body or the
   *     parts of a form
   */
  CompletionStage<Claim> claim(TenantId tenant, String key, String fingerprint);

  /** Whether the key is taken: by a request that was answered, or that may still be. */
  CompletionStage<Boolean> known(TenantId tenant, String key);

  /** What a repeat shall be answered. */
  CompletionStage<Void> keep(TenantId tenant, String key, Reply reply);

  /** The request failed on our side: a repeat is carried out. */
  CompletionStage<Void> release(TenantId tenant, String key);

  record Reply(int status, String contentType, String body) {}

  /** What is known of a key. */
  sealed interface Claim {
    /** It was free, and is the caller's now. */
    record Taken() implements Claim {}

    /** The first request with it has no answer yet. */
    record Running() implements Claim {}

    /** It belongs to another request. */
    record OtherRequest() implements Claim {}

    record Answered(Reply reply) implements Claim {}
  }
}
