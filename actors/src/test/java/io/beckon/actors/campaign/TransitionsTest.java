package io.beckon.actors.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.beckon.actors.campaign.Transitions.Step;
import io.beckon.protocol.campaign.GroupAction;
import io.beckon.protocol.campaign.RunState;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TransitionsTest {
  /** Columns: load, start, start paused, pause, stop, unload, unload with force. */
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "NOT_LOADED, LOAD LOAD_THEN_RUN LOAD_THEN_PAUSE REFUSE NOTHING NOTHING NOTHING",
    "LOADING, NOTHING REMEMBER_RUN REMEMBER_PAUSE REFUSE GIVE_UP_LOAD GIVE_UP_LOAD GIVE_UP_LOAD",
    "LOADED, NOTHING RUN PAUSE REFUSE NOTHING UNLOAD UNLOAD_AT_ONCE",
    "RUNNING, REFUSE NOTHING NOTHING PAUSE STOP REFUSE UNLOAD_AT_ONCE",
    "PAUSED, REFUSE RUN NOTHING NOTHING STOP REFUSE UNLOAD_AT_ONCE",
    "STOPPING, REFUSE REFUSE REFUSE REFUSE NOTHING REFUSE UNLOAD_AT_ONCE",
    "UNLOADING, REFUSE REFUSE REFUSE REFUSE REFUSE NOTHING UNLOAD_AT_ONCE",
    "COMPLETED, LOAD LOAD_THEN_RUN LOAD_THEN_PAUSE REFUSE NOTHING UNLOAD UNLOAD_AT_ONCE"
  })
  void everyCellOfTheTableIsDecided(RunState state, String steps) {
    String[] expected = steps.split(" ", -1);
    GroupAction[] actions = GroupAction.values();
    for (int i = 0; i < actions.length; i++) {
      assertThat(Transitions.step(state, actions[i]))
          .as("%s in %s", actions[i], state)
          .isEqualTo(Step.valueOf(expected[i]));
    }
  }

  @Test
  void everyStateStandsInTheTable() {
    Set<Step> seen = new HashSet<>();
    for (RunState state : RunState.values()) {
      for (GroupAction action : GroupAction.values()) {
        seen.add(Transitions.step(state, action));
      }
    }
    assertThat(seen).containsExactlyInAnyOrder(Step.values());
  }

  @Test
  void aRefusalIsASentenceAndNamesWhatIsAllowed() {
    var refusal = Transitions.refusal(RunState.UNLOADING, GroupAction.START);
    assertThat(refusal.status()).isEqualTo(409);
    assertThat(refusal.code()).isEqualTo("ILLEGAL_STATE");
    assertThat(refusal.detail())
        .isEqualTo("Only a loaded or paused group can be started; this one is unloading.");
    assertThat(Transitions.refusal(RunState.PAUSED, GroupAction.LOAD).allowed())
        .containsExactly("start", "stop", "unload (force)");
  }
}
