package io.beckon.actors.campaign.pacing;

/**
 * How many calls to start now, so that agents wait as little as the limit on abandoned calls
 * permits. It is told how calls and talks end, learns from that, and is asked with what the floor
 * looks like; it knows neither time nor threads. The next call is placed while the chance that its
 * answer would find no agent stays under what {@link AbandonBudget} allows.
 */
public final class Pacer {
  /** Moments at which a new call may be answered, each as likely as the others. */
  private static final int MOMENTS = 4;

  /** How long an answered call may wait for an agent (47 CFR 64.1200(a)(7)). */
  private static final double MAY_WAIT = 2;

  /** Standard deviations that the share of answers is taken to be higher than it looks. */
  private static final double CAUTION = 1;

  private final AnswerShare share = new AnswerShare();
  private final AnswerCurve curve = new AnswerCurve();
  private final ReleaseCurve releases = new ReleaseCurve();
  private final Shortage[] shortages = new Shortage[MOMENTS];
  private final double[] after = new double[MOMENTS];
  private final AbandonBudget budget;

  /**
   * @param limit share of the calls answered by people that may be abandoned, 0 to 1
   */
  public Pacer(double limit) {
    budget = new AbandonBudget(limit);
    for (int i = 0; i < MOMENTS; i++) {
      shortages[i] = new Shortage();
    }
  }

  /** A person answered, so many seconds after dialling. */
  public void answered(double after) {
    curve.answered(after);
    share.learn(true);
  }

  /** A call ended without a person: busy, machine, no answer and so on. */
  public void ended(double after) {
    curve.ended(after);
    share.learn(false);
  }

  /** An answered call got its agent. */
  public void served() {
    budget.served();
  }

  /** An answered call got no agent in time. */
  public void abandoned() {
    budget.abandoned();
  }

  /** An agent is done with a call, wrap-up included, so many seconds after it began. */
  public void released(double after) {
    releases.released(after);
  }

  /** Calls to start now, 0 or more. */
  public int callsToStart(Floor floor) {
    if (floor.agents() == 0) {
      return 0;
    }
    int progressive = Math.max(0, floor.ready() - floor.waiting() - floor.ringing().size());
    share.inFlight(floor.ringing().size());
    releases.look(floor.busy());
    double answers = Math.min(1, share.mean() + CAUTION * share.doubt());
    double coming = floor.agents() * curve.ageOf(0.5) / releases.mean();
    double risk = budget.risk(coming, Math.sqrt(coming * (2 - answers)));
    return risk <= 0 ? progressive : Math.max(progressive, predictive(floor, risk, answers));
  }

  private int predictive(Floor floor, double risk, double answers) {
    look(floor, answers);
    int calls = 0;
    while (calls < floor.agents() && chance() <= risk) {
      calls++;
      for (int m = 0; m < MOMENTS; m++) {
        shortages[m].answer(answers * (m + 0.5) / MOMENTS);
      }
    }
    return calls;
  }

  private void look(Floor floor, double answers) {
    int events = floor.busy().size() + floor.ringing().size();
    for (int m = 0; m < MOMENTS; m++) {
      after[m] = curve.ageOf((m + 0.5) / MOMENTS);
      shortages[m].begin(floor.ready() - floor.waiting(), events);
    }
    for (int i = 0; i < floor.busy().size(); i++) {
      double age = floor.busy().get(i);
      for (int m = 0; m < MOMENTS; m++) {
        shortages[m].release(releases.within(age, after[m] + MAY_WAIT));
      }
    }
    for (int i = 0; i < floor.ringing().size(); i++) {
      double age = floor.ringing().get(i);
      double left = 1 - curve.answeredBy(age);
      double silent = (1 - answers) * (1 - curve.endedBy(age));
      double still = answers * left / Math.max(1e-9, answers * left + silent);
      for (int m = 0; m < MOMENTS; m++) {
        double by = 1 - (1 - curve.answeredBy(age + after[m])) / Math.max(1e-9, left);
        shortages[m].answer(still * Math.max(0, Math.min(1, by)));
      }
    }
  }

  private double chance() {
    double sum = 0;
    for (Shortage shortage : shortages) {
      sum += shortage.chance();
    }
    return sum / MOMENTS;
  }

  /** For the sentence that says why. */
  public double abandonedSharePct() {
    return budget.answeredCalls() == 0 ? 0 : 100 * budget.abandonedCalls() / budget.answeredCalls();
  }
}
