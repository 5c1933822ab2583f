package io.beckon.protocol.filedrop;

import java.util.concurrent.CompletionStage;

/** Looks at a place because a user wants to know now. */
public interface DropLooks {
  /** Ends within 10 seconds, with what was seen or why nothing was; takes nothing. */
  CompletionStage<DropLook> look(DropSource source);
}
