/** How many calls to start now: the arithmetic, apart from actors and from time. */
@NullMarked
package io.beckon.actors.campaign.pacing;

import org.jspecify.annotations.NullMarked;
