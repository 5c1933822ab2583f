@NullMarked
package io.beckon.actors.voice.simulated;

import org.jspecify.annotations.NullMarked;
