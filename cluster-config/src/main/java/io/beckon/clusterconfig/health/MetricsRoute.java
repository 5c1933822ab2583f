package io.beckon.clusterconfig.health;

import akka.actor.ExtendedActorSystem;
import akka.actor.Extension;
import akka.http.javadsl.model.ContentTypes;
import akka.http.javadsl.model.HttpEntities;
import akka.http.javadsl.server.Directives;
import akka.http.javadsl.server.Route;
import akka.management.javadsl.ManagementRouteProvider;
import akka.management.javadsl.ManagementRouteProviderSettings;
import io.beckon.clusterconfig.node.NodeSetup;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;

/** Serves {@code /metrics} in Prometheus' text format on the management port. */
public final class MetricsRoute implements ManagementRouteProvider, Extension {
  private final PrometheusMeterRegistry metrics;

  public MetricsRoute(ExtendedActorSystem system) {
    metrics = NodeSetup.of(system).stores().metrics();
  }

  @Override
  public Route routes(ManagementRouteProviderSettings settings) {
    return Directives.path(
        "metrics",
        () ->
            Directives.get(
                () ->
                    Directives.complete(
                        HttpEntities.create(ContentTypes.TEXT_PLAIN_UTF8, metrics.scrape()))));
  }
}
