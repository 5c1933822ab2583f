package io.beckon.protocol.system;

import java.util.concurrent.CompletionStage;

/** Says how the installation is. */
@FunctionalInterface
public interface SystemState {
  CompletionStage<SystemView> view();
}
