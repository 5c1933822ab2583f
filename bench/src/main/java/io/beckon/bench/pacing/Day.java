package io.beckon.bench.pacing;

/**
 * What a simulated day came to.
 *
 * @param occupancyPct share of the agents' signed-on time spent with calls
 * @param abandonPct abandoned of those answered by people
 * @param worstHourPct highest abandonPct of a whole hour
 * @param worstMinutePct highest abandonPct of a minute after the first five with 5 answers or more
 * @param steadySeconds until a five-minute mean reached 90 % of the second half's occupancy
 * @param waitP50 seconds of answered calls for an agent, and waitP99
 * @param peakDials most calls started within one second
 */
record Day(
    double occupancyPct,
    double abandonPct,
    double worstHourPct,
    double worstMinutePct,
    double steadySeconds,
    double waitP50,
    double waitP99,
    int peakDials,
    long answered) {}
