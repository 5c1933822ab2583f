package io.beckon.protocol.campaign;

/** What happens to a record after an attempt. */
public enum TreatmentAction {
  UPDATE,
  UPDATE_ALL_CHAIN,
  REDIAL,
  RETRY_IN,
  RETRY_AT,
  NEXT_IN_CHAIN,
  NEXT_IN_CHAIN_AFTER,
  NEXT_IN_CHAIN_AT,
  AGENT_ERROR,
  ASSIGN_TO_GROUP,
  RESCHEDULE
}
