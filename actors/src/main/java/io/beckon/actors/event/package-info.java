@NullMarked
package io.beckon.actors.event;

import org.jspecify.annotations.NullMarked;
