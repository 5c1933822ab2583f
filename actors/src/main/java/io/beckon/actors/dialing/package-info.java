@NullMarked
package io.beckon.actors.dialing;

import org.jspecify.annotations.NullMarked;
