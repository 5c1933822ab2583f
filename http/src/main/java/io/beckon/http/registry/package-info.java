/** Registries over HTTP. */
@NullMarked
package io.beckon.http.registry;

import org.jspecify.annotations.NullMarked;
