package io.beckon.protocol.event;

import io.beckon.protocol.Wire;
import io.beckon.protocol.tenant.TenantId;

/**
 * Something an observer may want to read again. Carries no content: whoever is interested fetches
 * the object, so that an event can never show more than a GET would.
 *
 * @param id the object's id as the REST API prints it
 */
public record Changed(ChangeKind kind, TenantId tenant, String id) implements Wire {}
