package io.beckon.protocol.pgp;

/** A key of which both halves are known. */
public record PgpPair(PgpCertificate certificate, PgpSecret secret) {}
