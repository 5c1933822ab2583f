/** Registries in PostgreSQL and as files of numbers that every node maps. */
@NullMarked
package io.beckon.persistence.registry;

import org.jspecify.annotations.NullMarked;
