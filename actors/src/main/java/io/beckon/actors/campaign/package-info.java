@NullMarked
package io.beckon.actors.campaign;

import org.jspecify.annotations.NullMarked;
