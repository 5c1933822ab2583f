package io.beckon.http.tenant;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.beckon.protocol.tenant.SignIns.SignedIn;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.Optional;

/**
 * Signed statements that somebody has given the right password (JWT, HS256). They say who and until
 * when, nothing else: tenant and roles are looked up, so that a change of them counts at once.
 */
public final class Tokens {
  public static final Duration LIFETIME = Duration.ofHours(12);

  private static final String EPOCH = "epoch";
  private static final JWSHeader HEADER = new JWSHeader(JWSAlgorithm.HS256);

  /** Whom a valid token speaks of. */
  record Claim(String username, int epoch) {}

  private final MACSigner signer;
  private final JWSVerifier verifier;
  private final Clock clock;

  /**
   * @param secret the same on all nodes
   */
  public Tokens(String secret, Clock clock) {
    this.clock = clock;
    try {
      var key =
          MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
      signer = new MACSigner(key);
      verifier = new MACVerifier(key);
    } catch (JOSEException | NoSuchAlgorithmException e) {
      throw new IllegalStateException("HS256 cannot be used", e);
    }
  }

  String issue(SignedIn who) {
    var now = clock.instant();
    var jwt =
        new SignedJWT(
            HEADER,
            new JWTClaimsSet.Builder()
                .subject(who.principal().name())
                .claim(EPOCH, who.epoch())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LIFETIME)))
                .build());
    try {
      jwt.sign(signer);
    } catch (JOSEException e) {
      throw new IllegalStateException("a token cannot be signed", e);
    }
    return jwt.serialize();
  }

  /** Empty for what is no token, is signed by somebody else, or is past its time. */
  Optional<Claim> read(String token) {
    try {
      var jwt = SignedJWT.parse(token);
      if (!JWSAlgorithm.HS256.equals(jwt.getHeader().getAlgorithm()) || !jwt.verify(verifier)) {
        return Optional.empty();
      }
      var claims = jwt.getJWTClaimsSet();
      var subject = claims.getSubject();
      var expires = claims.getExpirationTime();
      if (subject == null || expires == null || !clock.instant().isBefore(expires.toInstant())) {
        return Optional.empty();
      }
      return Optional.of(new Claim(subject, claims.getIntegerClaim(EPOCH)));
    } catch (ParseException | JOSEException e) {
      return Optional.empty();
    }
  }
}
