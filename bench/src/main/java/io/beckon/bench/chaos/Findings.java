package io.beckon.bench.chaos;

import java.util.ArrayList;
import java.util.List;

/** What the checker found wrong; nothing when all four are zero. */
public final class Findings {
  private static final int SENTENCES = 40;

  private final List<String> sentences = new ArrayList<>();
  private int doubled;
  private int lost;
  private int suppressedCalled;
  private int beyondRule;

  void doubled(String sentence) {
    doubled++;
    say("doubled: " + sentence);
  }

  void lost(String sentence) {
    lost++;
    say("lost: " + sentence);
  }

  void suppressedCalled(String sentence) {
    suppressedCalled++;
    say("suppressed_called: " + sentence);
  }

  void beyondRule(String sentence) {
    beyondRule++;
    say("beyond_rule: " + sentence);
  }

  private void say(String sentence) {
    if (sentences.size() < SENTENCES) {
      sentences.add(sentence);
    }
  }

  public int doubled() {
    return doubled;
  }

  public int lost() {
    return lost;
  }

  public int suppressedCalled() {
    return suppressedCalled;
  }

  public int beyondRule() {
    return beyondRule;
  }

  public boolean clean() {
    return doubled + lost + suppressedCalled + beyondRule == 0;
  }

  /** The first findings, a sentence each; ids and results, no numbers. */
  public List<String> sentences() {
    return List.copyOf(sentences);
  }
}
