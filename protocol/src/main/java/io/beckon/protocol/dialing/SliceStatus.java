package io.beckon.protocol.dialing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one dial session tells its pacer.
 *
 * @param grantSeq the newest grant this already reflects
 * @param available records claimed and waiting for credit
 * @param dialing attempts being checked, placed or ringing
 * @param open all attempts that have not ended, those talking included
 * @param talking those connected to an agent; sent once a second, else null
 * @param troubles codes of what keeps the session from placing, such as COMPLIANCE_UNCERTAIN
 */
public record SliceStatus(
    SessionId session,
    long grantSeq,
    int available,
    int dialing,
    int open,
    @Nullable List<AttemptId> talking,
    List<String> troubles) {}
