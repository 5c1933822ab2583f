package io.beckon.protocol.compliance;

import akka.actor.typed.ActorRef;
import akka.actor.typed.receptionist.ServiceKey;
import io.beckon.protocol.Wire;
import io.beckon.protocol.tenant.TenantId;
import java.time.Instant;
import java.util.List;

/** What the compliance pool is asked. Any worker on any {@code compliance} node can answer. */
public sealed interface ComplianceCommand extends Wire {
  /** Under this key the workers register; askers use a cluster-aware group router over it. */
  ServiceKey<ComplianceCommand> POOL = ServiceKey.create(ComplianceCommand.class, "compliance");

  /**
   * Checks and reserves, each request in one atomic step. Answers {@link Verdicts} in the order of
   * the requests. The asker treats silence as "uncertain": it must not place, and releases what may
   * have been booked.
   *
   * @param now the asker's clock; more than 500 ms off Redis's denies everything
   * @param requests 1 to 100
   * @param external asked for an external OCS, whose unconfirmed bookings leave the count after
   *     {@link ReservationStore#UNCONFIRMED}
   */
  record Authorise(
      TenantId tenant,
      CampaignTerms terms,
      Instant now,
      List<CheckRequest> requests,
      ActorRef<Verdicts> replyTo,
      boolean external)
      implements ComplianceCommand {
    public Authorise(
        TenantId tenant,
        CampaignTerms terms,
        Instant now,
        List<CheckRequest> requests,
        ActorRef<Verdicts> replyTo) {
      this(tenant, terms, now, requests, replyTo, false);
    }

    public Authorise {
      requests = List.copyOf(requests);
      if (requests.isEmpty() || requests.size() > 100) {
        throw new IllegalArgumentException("1 to 100 requests, were " + requests.size());
      }
    }
  }

  /**
   * The same check with every rule's view of it, reserving nothing.
   *
   * @param at the moment to check for; may lie in the future or past
   */
  record Explain(
      TenantId tenant,
      CampaignTerms terms,
      Instant at,
      CheckRequest request,
      ActorRef<Explanation> replyTo)
      implements ComplianceCommand {}
}
