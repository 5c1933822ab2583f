@NullMarked
package io.beckon.actors.voice;

import org.jspecify.annotations.NullMarked;
