package io.beckon.http;

import akka.http.javadsl.server.Route;

/** What is answered under {@code /api/v1} to anybody: signing in, and the contract itself. */
@FunctionalInterface
public interface OpenRoutes {
  Route routes();
}
