package io.beckon.clusterconfig.journal;

import static io.beckon.protocol.dialing.CallResult.BUSY;
import static io.beckon.protocol.dialing.CallResult.NO_ANSWER;

import io.beckon.protocol.JournalEvent;
import io.beckon.protocol.campaign.CallingWindow;
import io.beckon.protocol.campaign.CampaignGroupEvent;
import io.beckon.protocol.campaign.GroupMode;
import io.beckon.protocol.campaign.GroupSettings;
import io.beckon.protocol.campaign.PacingSettings;
import io.beckon.protocol.campaign.RecordId;
import io.beckon.protocol.campaign.RunId;
import io.beckon.protocol.campaign.RunState;
import io.beckon.protocol.campaign.TimeZoneSource;
import io.beckon.protocol.campaign.Treatment;
import io.beckon.protocol.campaign.TreatmentAction;
import io.beckon.protocol.campaign.WeightedList;
import io.beckon.protocol.device.Channel;
import io.beckon.protocol.dialing.AttemptId;
import io.beckon.protocol.dialing.CarrierSettings;
import io.beckon.protocol.dialing.DialSessionEvent;
import io.beckon.protocol.dialing.GatewayId;
import io.beckon.protocol.list.ContactListEvent;
import io.beckon.protocol.list.ContactListId;
import io.beckon.protocol.list.ImportId;
import io.beckon.protocol.suppression.SuppressionListId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.Stream;

/** Every aggregate that keeps a journal, and what its golden files say, oldest version first. */
enum Aggregate {
  CAMPAIGN_GROUP("campaign-group", CampaignGroupEvent.class) {
    @Override
    Stream<Golden> golden() {
      return Stream.of(
          golden("created-1", new CampaignGroupEvent.Created(VOICE, 16, AT)),
          golden("changed-1", new CampaignGroupEvent.Changed(SMS, AT)),
          golden(
              "load-begun-1",
              new CampaignGroupEvent.LoadBegun(new RunId(55), RunState.RUNNING, AT)),
          golden("start-remembered-1", new CampaignGroupEvent.StartRemembered(RunState.PAUSED, AT)),
          golden("load-ended-1", new CampaignGroupEvent.LoadEnded(412, AT)),
          golden("load-given-up-1", new CampaignGroupEvent.LoadGivenUp(AT)),
          golden("started-1", new CampaignGroupEvent.Started(AT)),
          golden("paused-1", new CampaignGroupEvent.Paused(AT)),
          golden("stop-begun-1", new CampaignGroupEvent.StopBegun(AT)),
          golden("stopped-1", new CampaignGroupEvent.Stopped(AT)),
          golden("unload-begun-1", new CampaignGroupEvent.UnloadBegun(true, AT)),
          golden("unloaded-1", new CampaignGroupEvent.Unloaded(AT)),
          golden("completed-1", new CampaignGroupEvent.Completed(AT)));
    }
  },
  CONTACT_LIST("contact-list", ContactListEvent.class) {
    @Override
    Stream<Golden> golden() {
      return Stream.of(
          golden("import-queued-1", new ContactListEvent.ImportQueued(IMPORT, AT)),
          golden("import-started-1", new ContactListEvent.ImportStarted(IMPORT, 2, AT)),
          golden("import-ended-1", new ContactListEvent.ImportEnded(IMPORT, AT)));
    }
  },
  DIAL_SESSION("dial-session", DialSessionEvent.class) {
    @Override
    Stream<Golden> golden() {
      var authorised = new DialSessionEvent.Authorised(ATTEMPT, new RecordId(77), 2, 1, 0);
      return Stream.of(
          golden("session-resumed-1", new DialSessionEvent.SessionResumed(3)),
          golden(
              "authorised-1",
              new DialSessionEvent.AttemptsAuthorised(GATEWAY, AT, List.of(authorised))),
          golden("ended-1", new DialSessionEvent.AttemptsEnded(List.of(PLACED, LATE))),
          golden("written-back-1", new DialSessionEvent.WrittenBack(List.of(ATTEMPT))));
    }
  };

  private static final Instant AT = Instant.parse("2026-03-01T12:00:00.123Z");
  private static final ImportId IMPORT = new ImportId(41);
  private static final AttemptId ATTEMPT = AttemptId.parse("01930000-0000-7000-8000-000000000001");
  private static final GatewayId GATEWAY =
      new GatewayId("node-1", "akka://beckon@127.0.0.1:2551", 42);
  private static final DialSessionEvent.Ended PLACED =
      new DialSessionEvent.Ended(ATTEMPT, BUSY, null, AT, null, AT.plusSeconds(3), false);
  private static final DialSessionEvent.Ended LATE =
      new DialSessionEvent.Ended(ATTEMPT, null, "LATE", null, null, AT, false);

  private static final GroupSettings VOICE =
      new GroupSettings(
          "Spring",
          Channel.VOICE,
          GroupMode.PROGRESSIVE,
          "simulated",
          null,
          null,
          null,
          4,
          CarrierSettings.DEFAULT,
          new PacingSettings(20, null, null, 1.5, 600),
          List.of(new WeightedList(new ContactListId(7), 10)),
          List.of(new SuppressionListId(8)),
          List.of("9"),
          new CallingWindow(
              LocalTime.of(9, 0), LocalTime.of(20, 0), TimeZoneSource.CONTACT_AND_DEVICE),
          List.of(
              new Treatment(
                  List.of(BUSY, NO_ANSWER),
                  TreatmentAction.RETRY_IN,
                  Duration.ofMinutes(1),
                  Duration.ofSeconds(30),
                  2,
                  TreatmentAction.NEXT_IN_CHAIN)));

  private static final GroupSettings SMS =
      new GroupSettings(
          "Reminder",
          Channel.SMS,
          null,
          "simulated",
          null,
          "12",
          null,
          10,
          CarrierSettings.DEFAULT,
          PacingSettings.DEFAULT,
          List.of(new WeightedList(new ContactListId(7), 10)),
          List.of(),
          List.of(),
          null,
          List.of());

  private final String folder;
  private final Class<? extends JournalEvent> type;

  Aggregate(String folder, Class<? extends JournalEvent> type) {
    this.folder = folder;
    this.type = type;
  }

  /** What one file of the journal says. */
  record Golden(Aggregate aggregate, String name, JournalEvent event) {
    /** The event's version, by the number the file ends in. */
    int version() {
      return Integer.parseInt(name.substring(name.lastIndexOf('-') + 1));
    }

    String resource() {
      return aggregate.resource() + "/" + name + ".json";
    }

    @Override
    public String toString() {
      return aggregate.folder + "/" + name;
    }
  }

  abstract Stream<Golden> golden();

  Golden golden(String name, JournalEvent event) {
    return new Golden(this, name, event);
  }

  Class<? extends JournalEvent> type() {
    return type;
  }

  String resource() {
    return "/golden/" + folder;
  }
}
