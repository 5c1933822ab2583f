/** Finds contacts of one list: in bounded time, however long the list is. */
@NullMarked
package io.beckon.persistence.list.search;

import org.jspecify.annotations.NullMarked;
