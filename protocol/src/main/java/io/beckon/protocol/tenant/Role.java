package io.beckon.protocol.tenant;

/** What a signed-in user or an API key may do within its tenant. */
public enum Role {
  /** Everything within the tenant; in tenant {@code default} also the tenants themselves. */
  ADMIN,
  /** The agent's own desk: sign-on, ready, disposition; nothing of lists, groups or rules. */
  AGENT
}
