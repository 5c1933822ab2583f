package io.beckon.actors.compliance;

import akka.actor.typed.Behavior;
import akka.actor.typed.SupervisorStrategy;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import akka.actor.typed.receptionist.Receptionist;
import io.beckon.protocol.compliance.ComplianceCommand;
import io.beckon.protocol.compliance.ComplianceCommand.Authorise;
import io.beckon.protocol.compliance.ComplianceCommand.Explain;

/**
 * One of the pool: takes whatever anybody in the cluster asks, and answers when Redis and
 * PostgreSQL have. Has no state, so any worker on any {@code compliance} node will do.
 */
public final class ComplianceWorker {
  private final Authoriser authoriser;

  private ComplianceWorker(Authoriser authoriser) {
    this.authoriser = authoriser;
  }

  /** Starts the workers of this node, which the receptionist tells all others about. */
  public static void startPool(ActorContext<?> context, PoolParts parts, int workers) {
    for (int i = 1; i <= workers; i++) {
      context.spawn(
          Behaviors.supervise(create(parts)).onFailure(SupervisorStrategy.restart()),
          "compliance-" + i);
    }
  }

  static Behavior<ComplianceCommand> create(PoolParts parts) {
    return Behaviors.setup(
        context -> {
          context
              .getSystem()
              .receptionist()
              .tell(Receptionist.register(ComplianceCommand.POOL, context.getSelf()));
          var worker = new ComplianceWorker(new Authoriser(parts));
          return Behaviors.receive(ComplianceCommand.class)
              .onMessage(Authorise.class, worker::onAuthorise)
              .onMessage(Explain.class, worker::onExplain)
              .build();
        });
  }

  private Behavior<ComplianceCommand> onAuthorise(Authorise command) {
    authoriser.authorise(command).thenAccept(command.replyTo()::tell);
    return Behaviors.same();
  }

  private Behavior<ComplianceCommand> onExplain(Explain command) {
    authoriser.explain(command).thenAccept(command.replyTo()::tell);
    return Behaviors.same();
  }
}
