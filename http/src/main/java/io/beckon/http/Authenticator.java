package io.beckon.http;

import akka.http.javadsl.model.HttpRequest;
import io.beckon.protocol.tenant.Principal;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Says who sent a request; empty when it carries nothing valid. */
@FunctionalInterface
public interface Authenticator {
  CompletionStage<Optional<Principal>> authenticate(HttpRequest request);
}
