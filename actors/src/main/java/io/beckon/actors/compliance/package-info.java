@NullMarked
package io.beckon.actors.compliance;

import org.jspecify.annotations.NullMarked;
