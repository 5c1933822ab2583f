package io.beckon.bench.kills;

import akka.NotUsed;
import akka.stream.javadsl.Flow;
import akka.util.ByteString;
import io.beckon.actors.pgp.PgpWorkshop;
import io.beckon.bench.ingest.LoadingWorld;
import io.beckon.protocol.pgp.NewPgpKey;
import io.beckon.protocol.pgp.PgpPair;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The tenant's key, and the file in which loaders find its private half. */
record PgpKey(PgpWorkshop workshop, PgpPair pair, Path secret) {
  static PgpKey in(LoadingWorld world) throws IOException {
    var workshop = new PgpWorkshop(Runnable::run, world.clock());
    var pair = LoadingWorld.now(workshop.pair(LoadingWorld.TENANT, NewPgpKey.MADE_HERE));
    var secret = Files.writeString(world.folder().resolve("key.asc"), pair.secret().armored());
    return new PgpKey(workshop, pair, secret);
  }

  Flow<ByteString, ByteString, NotUsed> sealing() {
    return workshop.sealing(pair.certificate().armored(), "people.csv");
  }
}
