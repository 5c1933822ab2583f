package io.beckon.clusterconfig.wiring;

import io.beckon.clusterconfig.node.Node;

/**
 * The table of contents of a node: one line a feature, in the order in which they need each other.
 * A feature's {@code start} takes the node and the ports of features above it, adds its routes and
 * live views to {@code rest}, and offers its own ports as accessors of the object it returns.
 */
public final class Assembly {
  private Assembly() {}

  public static void start(Node node) {
    var rest = new Rest();
    var suppression = SuppressionFeature.start(node);
    var registries = RegistryFeature.start(node, rest, suppression);
    var tenant = TenantFeature.start(node, rest, suppression.outbox());
    var checks = ComplianceFeature.start(node, suppression, registries);
    var compliance = checks.ports(suppression);
    var pgp = PgpFeature.start(node, rest);
    var reference = ReferenceFeature.start(node, rest);
    var lists = ListFeature.start(node, rest, suppression, pgp, reference.locators());
    suppression.serve(rest, lists, pgp.downloads());
    checks.serve(node, rest, tenant.tenants(), suppression, reference.locators());
    FileDropFeature.start(node, rest, lists, suppression.lists(), pgp);
    DialingFeature.start(node, compliance, rest);
    var campaign = CampaignFeature.start(node, compliance, rest);
    JobFeature.start(node, campaign.groups(), rest, reference.refresh());
    HttpFeature.start(node, tenant, rest);
  }
}
