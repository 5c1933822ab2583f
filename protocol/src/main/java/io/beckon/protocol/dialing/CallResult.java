package io.beckon.protocol.dialing;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * How an attempt ended. Voice results carry the numbers of the Outbound Contact Server ({@code
 * GSW_CALL_RESULT}, 0 to 53); message results are ours and start at 100.
 */
public enum CallResult {
  OK(0),
  TRANSFERRED(1),
  CONFERENCED(2),
  GENERAL_ERROR(3),
  SYSTEM_ERROR(4),
  REMOTE_RELEASE(5),
  BUSY(6),
  NO_ANSWER(7),
  SIT_DETECTED(8),
  ANSWERING_MACHINE(9),
  ALL_TRUNKS_BUSY(10),
  SIT_INVALID_NUM(11),
  SIT_VACANT(12),
  SIT_OPERATOR_INTERCEPT(13),
  SIT_UNKNOWN(14),
  SIT_NO_CIRCUIT(15),
  SIT_REORDER(16),
  FAX_DETECTED(17),
  QUEUE_FULL(18),
  CLEARED(19),
  OVERFLOWED(20),
  ABANDONED(21),
  REDIRECTED(22),
  FORWARDED(23),
  CONSULT(24),
  PICKED_UP(25),
  DROPPED(26),
  DROPPED_NO_ANSWER(27),
  UNKNOWN(28),
  COVERED(29),
  CONVERSE_ON(30),
  BRIDGED(31),
  SILENCE(32),
  ANSWER(33),
  NU_TONE(34),
  NO_DIAL_TONE(35),
  NO_PROGRESS(36),
  NO_RINGBACK(37),
  NO_ESTABLISHED(38),
  PAGER_DETECTED(39),
  WRONG_PARTY(40),
  DIAL_ERROR(41),
  CALL_DROP_ERROR(42),
  SWITCH_ERROR(43),
  NO_FREE_PORT_ERROR(44),
  TRANSFER_ERROR(45),
  STALE(46),
  AGENT_CALLBACK_ERROR(47),
  GROUP_CALLBACK_ERROR(48),
  DEAFENED(49),
  HELD(50),
  DO_NOT_CALL(51),
  CANCEL_RECORD(52),
  WRONG_NUMBER(53),
  SENT(100),
  DELIVERED(101),
  UNDELIVERED(102),
  EXPIRED(103),
  REJECTED(104),
  REPLIED(105),
  OPTED_OUT(106),
  BOUNCED(107),
  COMPLAINED(108);

  private final int code;

  CallResult(int code) {
    this.code = code;
  }

  public int code() {
    return code;
  }

  /** False when nobody can tell how the attempt ended: then it may have been a conversation. */
  public boolean isKnown() {
    return this != UNKNOWN && this != STALE;
  }

  public static Optional<CallResult> ofCode(int code) {
    return Stream.of(values()).filter(r -> r.code == code).findFirst();
  }
}
