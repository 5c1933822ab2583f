package io.beckon.clusterconfig.wiring;

import io.beckon.clusterconfig.node.Node;
import io.beckon.http.Around;
import io.beckon.http.OpenRoutes;
import io.beckon.http.tenant.ApiKeyRoutes;
import io.beckon.http.tenant.Auditing;
import io.beckon.http.tenant.Idempotency;
import io.beckon.http.tenant.MeRoutes;
import io.beckon.http.tenant.Sessions;
import io.beckon.http.tenant.SignInRoutes;
import io.beckon.http.tenant.TenantRoutes;
import io.beckon.http.tenant.Tokens;
import io.beckon.http.tenant.UserRoutes;
import io.beckon.persistence.compliance.RedisOutbox;
import io.beckon.persistence.tenant.PasswordHash;
import io.beckon.persistence.tenant.PostgresApiKeys;
import io.beckon.persistence.tenant.PostgresAuditLog;
import io.beckon.persistence.tenant.PostgresIdempotentReplies;
import io.beckon.persistence.tenant.PostgresSignIns;
import io.beckon.persistence.tenant.PostgresTenants;
import io.beckon.persistence.tenant.PostgresUsers;
import io.beckon.protocol.tenant.AuditLog;
import io.beckon.protocol.tenant.Tenants;
import java.util.List;

/**
 * Puts together tenants, people, keys, settings and the audit trail on a node.
 *
 * @param signIn answered to strangers
 * @param around done around every request
 */
record TenantFeature(
    Tenants tenants, AuditLog audit, Sessions sessions, OpenRoutes signIn, List<Around> around) {

  static TenantFeature start(Node node, Rest rest, RedisOutbox outbox) {
    var database = node.stores().database();
    var clock = node.clock();
    var signIn = node.settings().signIn();
    var passwords = new PasswordHash(signIn.passwordIterations());
    var signIns = new PostgresSignIns(database, passwords, clock);
    var tokens = new Tokens(signIn.secret(), clock);
    var sessions = new Sessions(tokens, signIns);
    var tenants = new PostgresTenants(database, passwords, clock, outbox);
    var audit = new PostgresAuditLog(database, clock);
    rest.add(
        new MeRoutes(),
        new UserRoutes(new PostgresUsers(database, passwords, clock), sessions),
        new ApiKeyRoutes(new PostgresApiKeys(database, clock), sessions),
        new TenantRoutes(tenants, audit));
    return new TenantFeature(
        tenants,
        audit,
        sessions,
        new SignInRoutes(signIns, tokens, sessions),
        List.of(
            new Auditing(audit), new Idempotency(new PostgresIdempotentReplies(database, clock))));
  }
}
