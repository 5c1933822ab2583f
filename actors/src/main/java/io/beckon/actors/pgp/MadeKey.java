package io.beckon.actors.pgp;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Date;
import org.bouncycastle.bcpg.CompressionAlgorithmTags;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.PublicKeyAlgorithmTags;
import org.bouncycastle.bcpg.SymmetricKeyAlgorithmTags;
import org.bouncycastle.bcpg.sig.Features;
import org.bouncycastle.bcpg.sig.KeyFlags;
import org.bouncycastle.crypto.generators.RSAKeyPairGenerator;
import org.bouncycastle.crypto.params.RSAKeyGenerationParameters;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPKeyPair;
import org.bouncycastle.openpgp.PGPKeyRingGenerator;
import org.bouncycastle.openpgp.PGPSecretKeyRing;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureSubpacketGenerator;
import org.bouncycastle.openpgp.PGPSignatureSubpacketVector;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentSignerBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPDigestCalculatorProvider;
import org.bouncycastle.openpgp.operator.bc.BcPGPKeyPair;
import org.jspecify.annotations.Nullable;

/** A key of RSA with 3072 bits, which every GnuPG from 2.0 on encrypts to; it does not expire. */
final class MadeKey {
  private static final int BITS = 3072;
  private static final int CERTAINTY = 112;

  private MadeKey() {}

  /** Unprotected: its keeper encrypts it. */
  static PGPSecretKeyRing of(String userId, Date now) throws PGPException {
    var primary = rsa(now);
    var generator =
        new PGPKeyRingGenerator(
            PGPSignature.POSITIVE_CERTIFICATION,
            primary,
            userId,
            new BcPGPDigestCalculatorProvider().get(HashAlgorithmTags.SHA1),
            ofPrimary(now),
            nothing(),
            new BcPGPContentSignerBuilder(
                PublicKeyAlgorithmTags.RSA_GENERAL, HashAlgorithmTags.SHA512),
            null);
    generator.addSubKey(
        rsa(now),
        flags(now, KeyFlags.ENCRYPT_COMMS | KeyFlags.ENCRYPT_STORAGE).generate(),
        nothing());
    return generator.generateSecretKeyRing();
  }

  private static PGPKeyPair rsa(Date now) throws PGPException {
    var generator = new RSAKeyPairGenerator();
    generator.init(
        new RSAKeyGenerationParameters(
            BigInteger.valueOf(65_537), new SecureRandom(), BITS, CERTAINTY));
    return new BcPGPKeyPair(PublicKeyAlgorithmTags.RSA_GENERAL, generator.generateKeyPair(), now);
  }

  private static PGPSignatureSubpacketVector ofPrimary(Date now) {
    var packets = flags(now, KeyFlags.CERTIFY_OTHER | KeyFlags.SIGN_DATA);
    packets.setPreferredSymmetricAlgorithms(
        false, new int[] {SymmetricKeyAlgorithmTags.AES_256, SymmetricKeyAlgorithmTags.AES_128});
    packets.setPreferredHashAlgorithms(
        false, new int[] {HashAlgorithmTags.SHA512, HashAlgorithmTags.SHA256});
    packets.setPreferredCompressionAlgorithms(
        false, new int[] {CompressionAlgorithmTags.ZLIB, CompressionAlgorithmTags.ZIP});
    packets.setFeature(false, Features.FEATURE_MODIFICATION_DETECTION);
    return packets.generate();
  }

  private static PGPSignatureSubpacketGenerator flags(Date now, int flags) {
    var packets = new PGPSignatureSubpacketGenerator();
    packets.setSignatureCreationTime(false, now);
    packets.setKeyFlags(true, flags);
    return packets;
  }

  private static @Nullable PGPSignatureSubpacketVector nothing() {
    return null;
  }
}
