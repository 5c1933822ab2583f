package io.beckon.actors.campaign.pacing;

/** What the pacer sees at one moment: agents by state, with the time in it, and calls by age. */
public final class Floor {
  private final Ages busy = new Ages();
  private final Ages ringing = new Ages();
  private int ready;
  private int waiting;

  /** Begins another look. */
  public void clear() {
    busy.clear();
    ringing.clear();
    ready = 0;
    waiting = 0;
  }

  /** Agents who could take a call now. */
  public void ready(int agents) {
    ready = agents;
  }

  /** Calls that a person has answered and no agent has taken yet. */
  public void waiting(int calls) {
    waiting = calls;
  }

  /** Agents who talk or wrap up and will be ready again: the seconds since their call began. */
  public Ages busy() {
    return busy;
  }

  /** Calls that nobody has answered yet, those without a first ring too: seconds since dialled. */
  public Ages ringing() {
    return ringing;
  }

  public int ready() {
    return ready;
  }

  public int waiting() {
    return waiting;
  }

  /** Ready or busy. */
  public int agents() {
    return ready + busy.size();
  }
}
