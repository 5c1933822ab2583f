/** National do-not-call registries: loaded as files, kept as blobs that every node maps. */
@NullMarked
package io.beckon.protocol.registry;

import org.jspecify.annotations.NullMarked;
