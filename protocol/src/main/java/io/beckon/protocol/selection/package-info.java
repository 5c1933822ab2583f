/** Selection rules: which contacts, and which of their devices, are meant. */
@NullMarked
package io.beckon.protocol.selection;

import org.jspecify.annotations.NullMarked;
