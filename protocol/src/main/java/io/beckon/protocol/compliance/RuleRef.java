package io.beckon.protocol.compliance;

/**
 * Names a rule in a decision.
 *
 * @param id a stored rule's id, or a stable word for a built-in one ({@code default-contact-times},
 *     {@code emergency-number}, {@code suppression-list-12}, {@code max-attempts-per-record})
 * @param version 1 for built-in ones
 */
public record RuleRef(String id, RuleType type, int version) {}
