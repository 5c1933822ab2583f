package io.beckon.actors.campaign;

import io.beckon.protocol.Refusal;
import io.beckon.protocol.campaign.GroupAction;
import io.beckon.protocol.campaign.GroupId;
import io.beckon.protocol.campaign.RunState;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The table of run states: what each action does in each state. Drawn in architecture.md. */
final class Transitions {
  private Transitions() {}

  /** What an action comes to. */
  enum Step {
    REFUSE,
    NOTHING,
    LOAD,
    LOAD_THEN_RUN,
    LOAD_THEN_PAUSE,
    REMEMBER_RUN,
    REMEMBER_PAUSE,
    GIVE_UP_LOAD,
    RUN,
    PAUSE,
    STOP,
    UNLOAD,
    UNLOAD_AT_ONCE
  }

  static Step step(RunState state, GroupAction action) {
    return switch (state) {
      case NOT_LOADED -> notLoaded(action);
      case LOADING -> loading(action);
      case LOADED -> loaded(action);
      case RUNNING -> running(action);
      case PAUSED -> paused(action);
      case STOPPING -> stopping(action);
      case UNLOADING -> unloading(action);
      case COMPLETED -> completed(action);
    };
  }

  private static Step notLoaded(GroupAction action) {
    return switch (action) {
      case LOAD -> Step.LOAD;
      case START -> Step.LOAD_THEN_RUN;
      case START_PAUSED -> Step.LOAD_THEN_PAUSE;
      case PAUSE -> Step.REFUSE;
      case STOP, UNLOAD, FORCE_UNLOAD -> Step.NOTHING;
    };
  }

  private static Step loading(GroupAction action) {
    return switch (action) {
      case LOAD -> Step.NOTHING;
      case START -> Step.REMEMBER_RUN;
      case START_PAUSED -> Step.REMEMBER_PAUSE;
      case PAUSE -> Step.REFUSE;
      case STOP, UNLOAD, FORCE_UNLOAD -> Step.GIVE_UP_LOAD;
    };
  }

  private static Step loaded(GroupAction action) {
    return switch (action) {
      case LOAD, STOP -> Step.NOTHING;
      case START -> Step.RUN;
      case START_PAUSED -> Step.PAUSE;
      case PAUSE -> Step.REFUSE;
      case UNLOAD -> Step.UNLOAD;
      case FORCE_UNLOAD -> Step.UNLOAD_AT_ONCE;
    };
  }

  private static Step running(GroupAction action) {
    return switch (action) {
      case LOAD, UNLOAD -> Step.REFUSE;
      case START, START_PAUSED -> Step.NOTHING;
      case PAUSE -> Step.PAUSE;
      case STOP -> Step.STOP;
      case FORCE_UNLOAD -> Step.UNLOAD_AT_ONCE;
    };
  }

  private static Step paused(GroupAction action) {
    return switch (action) {
      case LOAD, UNLOAD -> Step.REFUSE;
      case START -> Step.RUN;
      case START_PAUSED, PAUSE -> Step.NOTHING;
      case STOP -> Step.STOP;
      case FORCE_UNLOAD -> Step.UNLOAD_AT_ONCE;
    };
  }

  private static Step stopping(GroupAction action) {
    return switch (action) {
      case LOAD, START, START_PAUSED, PAUSE, UNLOAD -> Step.REFUSE;
      case STOP -> Step.NOTHING;
      case FORCE_UNLOAD -> Step.UNLOAD_AT_ONCE;
    };
  }

  private static Step unloading(GroupAction action) {
    return switch (action) {
      case LOAD, START, START_PAUSED, PAUSE, STOP -> Step.REFUSE;
      case UNLOAD -> Step.NOTHING;
      case FORCE_UNLOAD -> Step.UNLOAD_AT_ONCE;
    };
  }

  private static Step completed(GroupAction action) {
    return switch (action) {
      case LOAD -> Step.LOAD;
      case START -> Step.LOAD_THEN_RUN;
      case START_PAUSED -> Step.LOAD_THEN_PAUSE;
      case PAUSE -> Step.REFUSE;
      case STOP -> Step.NOTHING;
      case UNLOAD -> Step.UNLOAD;
      case FORCE_UNLOAD -> Step.UNLOAD_AT_ONCE;
    };
  }

  /** Actions that would be taken in this state, in the words of the REST paths. */
  static List<String> allowed(RunState state) {
    return Stream.of(GroupAction.values())
        .filter(a -> a != GroupAction.START_PAUSED)
        .filter(a -> step(state, a) != Step.REFUSE && step(state, a) != Step.NOTHING)
        .map(Transitions::word)
        .toList();
  }

  static Refusal refusal(RunState state, GroupAction action) {
    List<String> allowed = allowed(state);
    String next = allowed.isEmpty() ? "Wait until it is done." : "Possible now: " + allowed + ".";
    return new Refusal("ILLEGAL_STATE", 409, sentence(state, action), next, allowed);
  }

  static Refusal absent(GroupId group) {
    return Refusal.notFound("campaign group", group);
  }

  static Refusal exists(GroupId group) {
    return Refusal.conflict(
        "EXISTS", "Campaign group " + group + " exists already.", "Change it instead.");
  }

  static Refusal away() {
    return Refusal.unavailable(
        "DATABASE_AWAY", "The database does not answer.", "Try again in a few seconds.");
  }

  private static String sentence(RunState state, GroupAction action) {
    String now = "; this one is " + state.name().toLowerCase(Locale.ROOT).replace('_', ' ') + ".";
    return switch (action) {
      case LOAD -> "Only a group that is not loaded, or completed, can be loaded" + now;
      case START, START_PAUSED -> "Only a loaded or paused group can be started" + now;
      case PAUSE -> "Only a running group can be paused" + now;
      case STOP -> "Only a running or paused group can be stopped" + now;
      case UNLOAD, FORCE_UNLOAD ->
          "Only a loaded or completed group can be unloaded without force" + now;
    };
  }

  private static String word(GroupAction action) {
    return action == GroupAction.FORCE_UNLOAD
        ? "unload (force)"
        : action.name().toLowerCase(Locale.ROOT);
  }
}
